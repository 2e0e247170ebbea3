internal import ArgumentParser
internal import LinkCore

struct ApplyCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    _superCommandName: Linkctl.name,
    abstract: "Show the plan, ask, and carry it out.",
    discussion: """
      Every statement commits by itself; after a failure or a crash, apply again.

      A saved plan is made again of the manifests that are here and carried out only if it comes out \
      the same; it is the approval, and nothing is asked.

      EXAMPLES:
        linkctl apply
        linkctl apply release.plan
        linkctl apply --env prod --auto-approve --format json
        linkctl apply --only 'billing.*' --allow-drop billing.old_archive
      """
  )

  @Argument(
    help: .init("A plan that 'plan --out' has saved, instead of one made now.", valueName: "plan")
  )
  var plan: String?
  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?
  @Option(help: .hidden)
  var snapshot: String?
  @Flag(help: .hidden)
  var offline = false
  @OptionGroup var selection: SelectionOptions
  @Option(help: .init("What stdout is.", valueName: "text|json"))
  var format: ReportFormat = .text
  @Flag(help: "Do not ask.")
  var autoApprove = false
  @Flag(help: "Never ask; without --auto-approve, refuse.")
  var noInput = false
  @Option(
    help: .init("What a failed statement does to those after it.", valueName: "stop|continue")
  )
  var onError: Applier.OnError = .stop
  @Option(help: .init("How many connections send statements at once.", valueName: "n"))
  var parallel = 1
  @Option(name: .reports, help: .reports) var reportRequests: [ReportRequest] = []
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? RunView.kind : nil }

  func validate() throws {
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
    if snapshot != nil || offline {
      throw ValidationError("A snapshot can be planned against, not applied to.")
    }
    if plan != nil, !selection.isEmpty {
      throw ValidationError("A saved plan has its own selection and consents; give none beside it.")
    }
    guard (1...64).contains(parallel) else {
      throw ValidationError("--parallel: expected a number from 1 to 64.")
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    var session = session
    session.kept = KeptConnection()
    try session.checkReports(reportRequests)
    let watch = session.watchForInterruption()
    let workflow = Workflow(session: session, target: TargetChoice(target: target))
    let saved = try plan.map(session.savedPlan)
    let work =
      try saved.map(workflow.replan) ?? workflow.plan(selection.planOptions(today: .today))
    let applying = Applying(
      workflow: workflow,
      work: work,
      onError: onError,
      parallel: parallel,
      format: format,
      reports: reportRequests,
      watch: watch
    )
    try session.preview(work, format: format)
    try applying.refuseBlocked()
    if saved == nil, !work.plan.actions.isEmpty {
      try Approval(session: session, isGiven: autoApprove, mayAsk: !noInput).require()
    }
    return try applying.run()
  }
}

extension Applier.OnError: NamedChoice {}

extension Session {
  /// The plan before it is applied; stdout belongs to the report where that is JSON.
  fileprivate func preview(_ work: PlannedWork, format: ReportFormat) throws {
    switch format {
    case .text: try result(text(of: work.document, on: .result))
    case .json: note(text(of: work.document, on: .message))
    }
  }
}
