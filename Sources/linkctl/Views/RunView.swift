import LinkCore

/// The outcome of an apply.
struct RunView {
  static let kind = "linkctl.run"

  let run: Run
  let plan: Plan
  let planDigest: String
  let runID: String
  /// A server's words for anybody's eyes.
  let shown: (Run.Failure) -> String

  /// The last line of a text report; part of the interface.
  var summaryLine: String {
    let counts = Run.Status.allCases.map { "\(run.count(of: $0)) \($0.words)" }
    return "Apply: " + counts.joined(separator: ", ") + "."
  }

  func json(exit: ExitCode) -> JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(RunView.kind),
        "run_id": .string(runID),
        "plan_digest": .string(planDigest),
        "environment": .string(plan.environment),
        "target": .string(plan.inputs.target),
        "statements": .array(run.results.map(json)),
        "summary": .object(
          Run.Status.allCases.map { .init($0.rawValue, .number(JSONNumber(run.count(of: $0)))) }
        ),
        "diagnostics": .array((plan.diagnostics + run.findings).map(\.json)),
      ],
      endingWith: exit,
      summaryLine
    )
  }

  private func json(of result: Run.Result) -> JSONValue {
    [
      "address": .string(result.statement.address.description),
      "sql": .string(result.statement.preview),
      "status": .string(result.status.rawValue),
      "error": result.failure.map(json) ?? .null,
    ]
  }

  private func json(of failure: Run.Failure) -> JSONValue {
    [
      "code": .number(JSONNumber(failure.code)),
      "sqlstate": .string(failure.sqlState),
      "message": .string(shown(failure)),
    ]
  }
}
