internal import ArgumentParser
internal import LinkCore

struct PlanCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    _superCommandName: Linkctl.name,
    abstract: "Show what would change, and change nothing.",
    discussion: """
      A saved plan (--out) is reviewed with 'linkctl show FILE' and carried out by 'linkctl apply FILE'.

      EXAMPLES:
        linkctl plan
        linkctl plan --env prod --detailed-exitcode
        linkctl plan --env prod --out release.plan
        linkctl plan --env prod --snapshot prod.json --format markdown
        linkctl plan --env prod --report md=plan.md --report sarif=plan.sarif
        linkctl plan --only 'billing.*' --rotate 'billing.s3_*'
      """
  )

  @OptionGroup var target: TargetOptions
  @OptionGroup var selection: SelectionOptions
  @Option(help: .init("What stdout is.", valueName: "text|json|markdown|html|sql"))
  var format: PlanFormat = .text
  @Option(help: .init("Save the plan in this file too.", valueName: "file"))
  var out: String?
  @Flag(help: "List the unchanged too, and values in full.")
  var verbose = false
  @Flag(help: "Exit 2 where there are changes, 3 where apply would refuse.")
  var detailedExitcode = false
  @Option(name: .reports, help: .reports) var reportRequests: [ReportRequest] = []
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? PlanDocument.kind : nil }

  func execute(_ session: Session) throws -> ExitCode {
    try session.checkReports(reportRequests)
    let document = try Workflow(session: session, target: target.choice)
      .plan(selection.planOptions(today: .today)).document
    if let out { try session.save(document, in: out) }
    try session.result(document, as: format, isVerbose: verbose)
    try session.write(reportRequests, of: document)
    guard detailedExitcode else { return .done }
    if document.isRefused { return .refused }
    return document.actions.isEmpty ? .done : .differs
  }
}
