import LinkCore

/// A server that answers by a list, and remembers what it was asked.
final class ScriptedServer: Server {
  enum Answer {
    case rows([[String?]])
    case error(ServerError)
  }

  private let answers: [String: Answer]
  private(set) var asked: [String] = []

  init(_ answers: [String: Answer]) {
    self.answers = answers
  }

  func run(_ statement: Secret) throws(ServerError) -> ResultSet {
    let sql = statement.reveal { $0 }
    asked.append(sql)
    switch answers[sql] {
    case .rows(let rows)?: return ResultSet(columns: ["answer"], rows: rows)
    case .error(let error)?: throw error
    case nil: throw ServerError(code: 1064, sqlState: "42000", message: "not in the script")
    }
  }
}
