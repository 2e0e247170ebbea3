import LinkCore

/// The outcome of an apply.
struct RunView {
  static let kind = "linkctl.run"

  let run: Run
  let plan: Plan
  let planDigest: String
  let runID: String
  /// A server's words for anybody's eyes.
  let shown: (String) -> String

  /// The last line of a text report; part of the interface.
  private var summaryLine: String {
    let counts = Run.Status.allCases.map { status in
      "\(run.count(of: status)) \(status.rawValue.split(separator: "_").joined(separator: " "))"
    }
    return "Apply: " + counts.joined(separator: ", ") + ".\n"
  }

  func json(exit: ExitCode) -> JSONValue {
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
      "diagnostics": .array(plan.diagnostics.map(\.json)),
      "exit": .number(JSONNumber(Int(exit.rawValue))),
    ]
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
      "message": .string(shown(failure.message)),
    ]
  }

  /// A line a statement, then the summary.
  var text: String {
    run.results.enumerated().map { line($0, $1) }.joined() + summaryLine
  }

  private func line(_ index: Int, _ result: Run.Result) -> String {
    let number = "[\(index + 1)/\(run.results.count)]"
    let error = result.failure.map { ": \(errorText($0))" } ?? ""
    let address = result.statement.address.description.shown
    return "\(number) \(result.statement.verb) \(address): \(result.status.words)\(error)\n"
  }

  private func errorText(_ failure: Run.Failure) -> String {
    let number = failure.code == 0 ? "" : "error \(failure.code) (\(failure.sqlState)): "
    return number + shown(failure.message)
  }
}

extension Run.Status {
  var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}

extension Statement {
  /// What it does, for a progress line.
  var verb: String {
    switch operation {
    case .drop: "drop"
    case .create(.orReplace, _): "replace"
    case .create: "create"
    }
  }
}
