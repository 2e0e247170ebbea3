package import LinkCore

/// A server on the other side of a connection, over the MySQL protocol.
///
/// Used by one thread at a time; any number of them may be open, each with a connection of its own.
package final class RemoteServer: Server {
  private let connection: Connection
  /// No server can be told to take less, in bytes.
  private static let alwaysTaken = 1_024
  /// The longest statement that the server takes, in bytes; asked for when it first matters.
  private var longest: Int?
  /// Whether the connection is of no use any more.
  private var isLost = false
  private let observe: Observer
  /// Set by whoever has asked.
  package var version: String?

  /// Is told of each statement that was sent, and how long its answer took; a text that may hold
  /// secrets is `nil`.
  package typealias Observer = (_ statement: String?, _ time: Duration) -> Void

  /// Connects and logs in, and asks nothing yet.
  package init(
    _ settings: ServerSettings,
    among others: OpenConnections = OpenConnections(),
    observe: @escaping Observer = { _, _ in }
  ) throws(ServerError) {
    self.observe = observe
    connection = try Connection(settings, among: others)
  }

  /// What the connection is encrypted with; `nil` where it is not.
  package var cipher: String? { connection.cipher }

  package func run(_ statement: Secret) throws(ServerError) -> ResultSet {
    try statement.reveal { sql throws(ServerError) in try run(sql, shown: nil) }
  }

  package func query(_ statement: String) throws(ServerError) -> ResultSet {
    try run(statement, shown: statement)
  }

  private func run(_ sql: String, shown: String?) throws(ServerError) -> ResultSet {
    let (result, count) = try send(sql, shown: shown)
    guard count > 0 else { return result }
    return ResultSet(columns: result.columns, rows: result.rows, warnings: try warnings())
  }

  private func send(
    _ sql: String,
    shown: String?
  ) throws(ServerError) -> (result: ResultSet, warnings: Int) {
    guard !isLost else { throw .notConnected }
    try checkLength(sql.utf8.count)
    let begin = ContinuousClock.now
    defer { observe(shown, begin.duration(to: .now)) }
    do throws(ServerError) {
      return try connection.run(sql)
    } catch {
      // An answer that was not taken in whole would be the next statement's.
      isLost = connection.isLost || !error.isWholeAnswer
      if isLost { connection.cut() }
      throw error
    }
  }

  /// What the server noted about the last statement, which by now has taken effect.
  private func warnings() throws(ServerError) -> [String] {
    do throws(ServerError) {
      let sql = "SHOW WARNINGS"
      return try send(sql, shown: sql).result.rows.map { row in
        row.dropFirst().compactMap(\.self).joined(separator: " ")
      }
    } catch {
      throw error.withOutcome(.unknown)
    }
  }

  /// One byte in front of a statement says what it is.
  private func checkLength(_ length: Int) throws(ServerError) {
    guard length >= Self.alwaysTaken else { return }
    if longest == nil {
      do throws(ServerError) {
        longest = min(ConnectionOptions.largestPacket, try packetLimit())
      } catch {
        throw error.withOutcome(.notApplied)
      }
    }
    if let longest, length >= longest { throw .tooLong(length, limit: longest) }
  }

  private func packetLimit() throws(ServerError) -> Int {
    let sql = "SELECT @@max_allowed_packet"
    let answer = try send(sql, shown: sql).result.rows.first?.first ?? nil
    guard let limit = answer.flatMap({ Int($0) }), limit > 0 else {
      throw .ours("the server does not say how long a statement may be")
    }
    return limit
  }
}
