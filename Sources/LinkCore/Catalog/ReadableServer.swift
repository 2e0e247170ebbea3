/// A server that can be asked and not changed, which is all that reading its catalog takes: whoever
/// has nothing else cannot send a statement that writes.
///
/// A class, because a connection has one owner and closes when that owner lets go of it.
package protocol ReadableServer: AnyObject {
  /// What the server has said its version is; `nil` where it was not asked yet.
  var version: String? { get }

  func ask(_ question: Question) throws(ServerError) -> ResultSet
}

/// A statement that changes nothing, and holds no secret.
package struct Question: Sendable {
  package let sql: String

  /// The statement is a SELECT or a SHOW.
  package init(_ sql: SQLText) {
    let isReading = ["SELECT ", "SHOW "].contains { sql.rendered.utf8.starts(with: $0.utf8) }
    precondition(isReading, "a question that may change something")
    self.sql = sql.rendered
  }
}

extension ReadableServer {
  package var version: String? { nil }

  /// The first cell of the answer; `nil` where there is none, or it is NULL.
  func cell(_ sql: SQLText) throws(ServerError) -> String? {
    try ask(Question(sql)).rows.first?.first ?? nil
  }

  /// What a server answers; `nil` where it refuses to.
  func answer(_ sql: SQLText) throws(ServerError) -> ResultSet? {
    do throws(ServerError) {
      return try ask(Question(sql))
    } catch {
      guard error.isRefusal else { throw error }
      return nil
    }
  }
}
