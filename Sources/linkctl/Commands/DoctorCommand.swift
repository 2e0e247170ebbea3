internal import ArgumentParser
internal import LinkCore

struct DoctorCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    _superCommandName: Linkctl.name,
    abstract: "Look the environment's server over: version, rights, how it reads texts.",
    discussion: """
      Only asks, unless --probe is given: then it makes one link with dummy credentials in the first \
      database that the environment looks at, and drops it again.

      EXAMPLES:
        linkctl doctor --env prod
        linkctl doctor --env dev --probe --format json
      """
  )

  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?
  @Flag(help: "Make and drop one link with dummy credentials.")
  var probe = false
  @Option(help: .init("What stdout is.", valueName: "text|json"))
  var format: ReportFormat = .text
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? DoctorView.kind : nil }

  func validate() throws {
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    let examination = try Workflow(session: session, target: TargetChoice(target: target))
      .examine(probing: probe)
    let view = DoctorView(examination: examination, shown: session.shown)
    switch format {
    case .text:
      let width = session.terminal(of: .result).width
      try session.result(view.text(style: session.style(of: .result), width: width))
    case .json: try session.result(view.json)
    }
    return examination.exit
  }
}
