import LinkCore

/// A server that answers what a test tells it to, and remembers what it was asked.
final class ScriptedServer: Server {
  let script: [(beginning: String, answer: Result<ResultSet, ServerError>)]
  private(set) var asked: [String] = []

  /// The first answer whose beginning a statement has is given; others are refused as syntax.
  init(_ answers: [(String, Result<ResultSet, ServerError>)]) {
    script = answers.map { (beginning: $0.0, answer: $0.1) }
  }

  func run(_ statement: Secret) throws(ServerError) -> ResultSet {
    let sql = statement.reveal { $0 }
    asked.append(sql)
    guard let known = script.first(where: { sql.hasPrefix($0.beginning) }) else {
      throw ScriptedServer.refusal(1064)
    }
    return try known.answer.get()
  }

  static func refusal(_ code: Int, outcome: ServerError.Outcome = .notApplied) -> ServerError {
    ServerError(code: code, sqlState: "42000", message: "no", outcome: outcome)
  }
}
