internal import ArgumentParser
internal import LinkCore

/// What the commands of the lock share.
struct LockOptions: ParsableArguments {
  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?
  @Option(help: .init("What stdout is.", valueName: "text|json"))
  var format: ReportFormat = .text

  var documentKind: String? { format == .json ? LockView.kind : nil }

  var choice: TargetChoice { TargetChoice(target: target) }

  func validate() throws {
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
  }

  /// The report in the format that was asked for.
  func show(_ report: LockReport, _ session: Session) throws -> ExitCode {
    let view = LockView(report: report)
    switch format {
    case .text: try session.result(view.text)
    case .json: try session.result(view.json)
    }
    return .done
  }
}
