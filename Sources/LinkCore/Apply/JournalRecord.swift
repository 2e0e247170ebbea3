/// One line of a run's journal; it holds no statement's text and no secret.
package enum JournalRecord: Sendable {
  case begin(run: String, planDigest: String, environment: String, target: String, total: Int)
  /// Kept before the statement is sent.
  case intent(index: Int, Statement)
  /// What became of it; the code is the server's error number.
  case outcome(index: Int, Run.Status, code: Int?)
  case end
}

extension JournalRecord {
  package var json: JSONValue {
    switch self {
    case .begin(let run, let planDigest, let environment, let target, let total):
      [
        "record": "begin", "format_version": "1.0", "run_id": .string(run),
        "plan_digest": .string(planDigest), "environment": .string(environment),
        "target": .string(target), "statements": .number(JSONNumber(total)),
      ]
    case .intent(let index, let statement):
      [
        "record": "intent", "statement": .number(JSONNumber(index)),
        "address": .string(statement.address.description), "action": .string(statement.verb),
      ]
    case .outcome(let index, let status, let code):
      [
        "record": "outcome", "statement": .number(JSONNumber(index)),
        "status": .string(status.rawValue), "code": code.map { .number(JSONNumber($0)) } ?? .null,
      ]
    case .end:
      ["record": "end"]
    }
  }
}
