import LinkCore

/// A server whose answers go by how a statement begins, and that remembers what it was asked.
final class ScriptedCatalog: Server {
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
      throw ScriptedCatalog.refusal(1064)
    }
    return try known.answer.get()
  }

  static func refusal(_ code: Int, outcome: ServerError.Outcome = .notApplied) -> ServerError {
    ServerError(code: code, sqlState: "42000", message: "no", outcome: outcome)
  }
}
