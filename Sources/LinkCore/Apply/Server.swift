/// What both servers, the real one and the sandbox, do: run one statement, give back its rows.
package protocol Server: ReadableServer {
  /// Runs one statement of SQL text, without a `;`. It may hold secrets, so it is a `Secret`.
  func run(_ statement: Secret) throws(ServerError) -> ResultSet
  /// Runs a statement that holds no secret.
  func query(_ statement: String) throws(ServerError) -> ResultSet
}

extension Server {
  package func query(_ statement: String) throws(ServerError) -> ResultSet {
    try run(Secret(statement))
  }

  package func ask(_ question: Question) throws(ServerError) -> ResultSet {
    try query(question.sql)
  }
}

/// A server as a session has it: with a database that is taken where a statement names none.
package protocol SessionServer: Server {
  /// `nil` until one is chosen.
  var database: String? { get }
  /// Chooses one that has to be there, or none.
  func use(_ database: String?) throws(ServerError)
}

/// What a statement gave back; one that reads nothing has no columns.
package struct ResultSet: Hashable, Sendable {
  package let columns: [String]
  /// Each row has one cell a column; `nil` is SQL's NULL.
  package let rows: [[String?]]
  /// Notes of the server, such as «link exists already» for `IF NOT EXISTS`.
  package let warnings: [String]

  package init(columns: [String] = [], rows: [[String?]] = [], warnings: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.warnings = warnings
  }
}

/// A server's refusal, or its silence.
package struct ServerError: Error, Hashable, Sendable {
  /// What is known of the statement that was under way.
  package enum Outcome: Hashable, Sendable {
    case notApplied
    case unknown
  }

  /// The server's error number, as MySQL counts them; 0 where it gave none.
  package let code: Int
  package let sqlState: String
  /// The server's own words; they may echo a statement, so they pass the redactor before any eye
  /// sees them.
  package let message: String
  package let outcome: Outcome

  package init(code: Int, sqlState: String, message: String, outcome: Outcome = .notApplied) {
    self.code = code
    self.sqlState = sqlState
    self.message = message
    self.outcome = outcome
  }

  /// Whether the server itself says that it only reads, as one does that has been failed over from.
  ///
  /// SingleStore documents no number of its own; these are MySQL's: an option that forbids writes,
  /// a transaction, and a server, that only reads.
  package var takesNoWrites: Bool { [1290, 1792, 1836].contains(code) }
}
