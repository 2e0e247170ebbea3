package import LinkCore

/// A catalog as a connection has it: a server with a database that is taken where none is named.
package protocol ServedCatalog: Server {
  /// `nil` until one is chosen.
  var database: String? { get }
  /// Chooses one that has to be there, or none.
  func use(_ database: String?) throws(ServerError)
}

/// Makes a catalog of a connection's own; called once for each, on any thread.
package typealias CatalogOpening =
  @Sendable () throws(ServerError) -> sending any ServedCatalog
