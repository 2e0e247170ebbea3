package import LinkCore

/// Makes a catalog of a connection's own; called once for each, on any thread.
package typealias CatalogOpening =
  @Sendable () throws(ServerError) -> sending any SessionServer
