internal import ArgumentParser
internal import LinkCore

struct ValidateCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    _superCommandName: Linkctl.name,
    abstract: "Check all manifests; needs no network and no secrets.",
    discussion: """
      Finds all that is wrong, in every environment unless --env names one. Exit 65 where a file \
      is not of its form, 3 where a rule of severity error is broken.

      EXAMPLES:
        linkctl validate
        linkctl validate --env prod --format json
        linkctl validate --report github=-
      """
  )

  @Option(help: .init("What stdout is.", valueName: "text|json"))
  var format: ReportFormat = .text
  @Option(name: .reports, help: .reports) var reportRequests: [ReportRequest] = []
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? ValidationView.kind : nil }

  func validate() throws {
    if reportRequests.contains(where: { $0.kind == .sql }) {
      throw ValidationError("--report: a validation has no statements, so there is no sql.")
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    try session.checkReports(reportRequests)
    let validation = try Workflow(session: session, target: TargetChoice()).validate()
    let view = ValidationView(validation: validation)
    switch format {
    case .json: try session.result(view.json)
    case .text: try session.result(view.text(style: session.style(of: .result)))
    }
    try session.write(reportRequests, of: validation)
    return validation.exit
  }
}
