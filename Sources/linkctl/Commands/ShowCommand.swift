internal import ArgumentParser
internal import LinkCore

struct ShowCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    _superCommandName: Linkctl.name,
    abstract: "Show a saved plan again, in any format.",
    discussion: """
      Reads the file and nothing else: no manifest, no catalog, no secret.

      EXAMPLES:
        linkctl show release.plan
        linkctl show release.plan --format sql
        linkctl show - < release.plan
      """
  )

  @Argument(help: .init("A file that 'plan --out' wrote, or - for stdin.", valueName: "plan"))
  var plan: String
  @Option(help: .init("What stdout is.", valueName: "text|json|markdown|html|sql"))
  var format: PlanFormat = .text
  @Flag(help: "List the unchanged too, and values in full.")
  var verbose = false
  @Option(name: .reports, help: .reports) var reportRequests: [ReportRequest] = []
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? PlanDocument.kind : nil }

  func execute(_ session: Session) throws -> ExitCode {
    try session.checkReports(reportRequests)
    let document = try session.savedPlan(plan)
    try session.result(document, as: format, isVerbose: verbose)
    try session.write(reportRequests, of: document)
    return .done
  }
}
