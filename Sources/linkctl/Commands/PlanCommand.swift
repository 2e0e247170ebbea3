internal import ArgumentParser
internal import LinkCore

struct PlanCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what would change, and change nothing.",
    discussion: """
      EXAMPLES:
        linkctl plan
        linkctl plan --env prod --detailed-exitcode
        linkctl plan --env prod --snapshot prod.json --format sql
        linkctl plan --only 'billing.*' --rotate 'billing.s3_*'
      """
  )

  @OptionGroup var target: TargetOptions
  @OptionGroup var selection: SelectionOptions
  @Option(help: .init("What stdout is.", valueName: "text|json|sql"))
  var format: PlanFormat = .text
  @Flag(help: "Exit 2 where there are changes, 3 where something is blocked.")
  var detailedExitcode = false
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? Plan.kind : nil }

  func execute(_ session: Session) throws -> ExitCode {
    let work = try Workflow(session: session, target: target.choice)
      .plan(selection.planOptions(today: .today))
    try session.result(text(of: work, session))
    guard detailedExitcode else { return .done }
    if !work.plan.blocked.isEmpty { return .refused }
    return work.plan.actions.isEmpty ? .done : .differs
  }

  private func text(of work: PlannedWork, _ session: Session) -> String {
    switch format {
    case .text: work.text(session, on: .result)
    case .json: work.plan.json(digest: work.digest).document
    case .sql: SQLView(plan: work.plan).text
    }
  }
}

extension PlannedWork {
  /// The plan for a person.
  func text(_ session: Session, on stream: Output.Stream) -> String {
    let view = PlanView(
      plan: plan,
      digest: digest,
      style: session.style(of: stream),
      isSet: { session.environment[$0].map { !$0.isEmpty } ?? false }
    )
    return view.text
  }
}
