import Foundation
import Glibc
import LinkCore
import LinkServer
import Synchronization

/// Looks again and again whether something has come true.
func isTrueInTime(_ condition: () throws -> Bool) rethrows -> Bool {
  let begin = ContinuousClock.now
  while begin.duration(to: .now) < .seconds(30) {
    if try condition() { return true }
    usleep(5_000)
  }
  return false
}

/// A statement under way on a connection and a thread of its own.
final class StatementUnderWay: Sendable {
  private let outcome = Mutex<Result<ResultSet, ServerError>?>(nil)
  private let number = Mutex<String?>(nil)
  private let next = Mutex<ResultSet?>(nil)

  /// Begins it, and comes back as soon as the connection has its number.
  init(
    _ sql: String,
    _ settings: ServerSettings,
    among others: OpenConnections = OpenConnections()
  ) {
    let thread = Thread { [self] in
      let ended = Result { () throws(ServerError) in
        let server = try RemoteServer(settings, among: others)
        let id = try server.query("SELECT CONNECTION_ID()").rows.first?.first ?? nil
        number.withLock { $0 = id }
        defer { next.withLock { $0 = try? server.query("SELECT 1") } }
        return try server.query(sql)
      }
      outcome.withLock { $0 = ended }
    }
    thread.start()
    _ = isTrueInTime { connection != nil || ended != nil }
  }

  /// The server's number of the connection.
  var connection: String? { number.withLock { $0 } }

  /// Whether the connection still gave an answer afterwards.
  var stands: Bool { next.withLock { $0?.rows == [["1"]] } }

  private var ended: Result<ResultSet, ServerError>? { outcome.withLock { $0 } }

  /// Waits for what became of it; `nil` where that takes too long.
  func wait() -> Result<ResultSet, ServerError>? {
    _ = isTrueInTime { ended != nil }
    return ended
  }
}
