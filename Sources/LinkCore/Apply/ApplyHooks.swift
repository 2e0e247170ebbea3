/// What sending statements needs of the outside world; several threads may call it.
package struct ApplyHooks: Sendable {
  package typealias Connect = @Sendable () throws(ServerError) -> any Server
  package typealias ReadCatalog = @Sendable (any Server) throws(ServerError) -> Snapshot
  package typealias Record = @Sendable (JournalRecord) throws(JournalError) -> Void

  /// Opens one more connection.
  let connect: Connect
  let readCatalog: ReadCatalog
  /// Puts a record where it outlives the process.
  let record: Record
  /// Whether the next statement is wanted at all.
  let mayGoOn: @Sendable () -> Bool
  /// Asked before each statement, and before each that is sent again.
  let safeguard: Safeguard
  let observe: @Sendable (ApplyEvent) -> Void

  package init(
    connect: @escaping Connect,
    readCatalog: @escaping ReadCatalog,
    record: @escaping Record,
    mayGoOn: @escaping @Sendable () -> Bool,
    safeguard: Safeguard = .none,
    observe: @escaping @Sendable (ApplyEvent) -> Void
  ) {
    self.connect = connect
    self.readCatalog = readCatalog
    self.record = record
    self.mayGoOn = mayGoOn
    self.safeguard = safeguard
    self.observe = observe
  }
}

/// A record that could not be kept.
package struct JournalError: Error, Sendable {
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}
