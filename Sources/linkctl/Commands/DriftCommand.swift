internal import ArgumentParser
internal import LinkCore

struct DriftCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    _superCommandName: Linkctl.name,
    abstract: "Say where the catalog is not as declared, and who moved; only reads.",
    discussion: """
      The baseline is the catalog as last reviewed: the environment's committed snapshot, or \
      --baseline. With it a link that somebody changed by hand is told from a manifest that waits to \
      be applied.

      EXAMPLES:
        linkctl drift --env prod
        linkctl drift --env prod --detailed-exitcode --max-unverifiable 0
        linkctl drift --env prod --fail-on pending,orphaned
        linkctl drift --env prod --baseline snapshots/prod.json
        linkctl drift --env prod --format markdown --report junit=drift.xml
      """
  )

  @OptionGroup var target: TargetOptions
  @Option(help: .only) var only: [String] = []
  @Option(help: .exclude) var exclude: [String] = []
  @Option(help: .init("The catalog as last reviewed.", valueName: "file"))
  var baseline: String?
  @Option(help: .init("What stdout is.", valueName: "text|json|markdown|html|sql"))
  var format: PlanFormat = .text
  @Flag(help: "List what is in sync and unmanaged too, and values in full.")
  var verbose = false
  @Flag(help: "Exit 2 where a link is changed outside, missing, differs or lost its tag.")
  var detailedExitcode = false
  @Option(help: .init("Exit 2 too where more links are unverifiable.", valueName: "n"))
  var maxUnverifiable: Int?
  @Option(help: .init("Exit 2 too on these, such as unmanaged,pending.", valueName: "statuses"))
  var failOn: DriftStatuses?
  @Option(name: .reports, help: .reports) var reportRequests: [ReportRequest] = []
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? DriftReport.kind : nil }

  func validate() throws {
    if let maxUnverifiable, maxUnverifiable < 0 {
      throw ValidationError("--max-unverifiable: expected a number, 0 or more.")
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    try session.checkReports(reportRequests)
    let options = PlanOptions(only: only, exclude: exclude, today: .today)
    let drift = try Workflow(session: session, target: target.choice)
      .drift(options, baseline: baseline)
    try session.result(drift, as: format, isVerbose: verbose)
    try session.write(reportRequests, of: drift)
    let isAsked = detailedExitcode || maxUnverifiable != nil || failOn != nil
    let calls = drift.detected.calls(
      for: failOn?.statuses ?? [],
      mostUnverifiable: maxUnverifiable
    )
    return isAsked && calls ? .differs : .done
  }
}

/// Statuses of links, by their names with commas between.
struct DriftStatuses: ExpressibleByArgument {
  let statuses: Set<DriftStatus>

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let found = names.compactMap { name in
      DriftStatus(rawValue: String(name.map { $0 == "-" ? "_" : $0 }))
    }
    guard found.count == names.count else { return nil }
    statuses = Set(found)
  }
}

extension Session {
  fileprivate func result(_ drift: Drift, as format: PlanFormat, isVerbose: Bool) throws {
    switch format {
    case .json: try result(drift.detected.json)
    case .markdown: try result(DriftMarkdownView(drift: drift).text)
    case .html: try result(HTMLPage(drift).text)
    case .sql: try result(SQLView(drift.detected).text)
    case .text:
      let layout = PlanLayout(
        style: style(of: .result),
        width: terminal(of: .result).width,
        isVerbose: isVerbose
      )
      try result(DriftView(drift: drift, layout: layout).text)
    }
  }
}
