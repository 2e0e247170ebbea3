internal import ArgumentParser
internal import LinkCore

struct ImportCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    _superCommandName: Linkctl.name,
    abstract: "Write manifests of links that exist, from a catalog or a script.",
    discussion: """
      Files that exist keep all that is in them: a link that is declared already gets what differs as \
      an override of the environment that is imported, a new one is added to its database's file. \
      No secret is ever written: a script's become references, whose variables are listed.

      EXAMPLES:
        linkctl import --snapshot snapshots/prod.json
        linkctl import --env staging --dry-run
        linkctl import --target singlestore://me@svc.example.com --database orders
        linkctl import --sql links.sql --database orders --out links.d
      """
  )

  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?
  @Option(help: .init("A catalog snapshot instead of a target.", valueName: "file"))
  var snapshot: String?
  @Option(help: .init("A script with CREATE LINK statements.", valueName: "file"))
  var sql: String?
  @Option(
    help: .init(
      "Look at this database too, or take names of a script to be in it; repeatable.",
      valueName: "name"
    )
  )
  var database: [String] = []
  @Option(help: .only) var only: [String] = []
  @Option(help: .exclude) var exclude: [String] = []
  @Option(help: .init("Write here instead of the manifest folder.", valueName: "dir"))
  var out: String?
  @Flag(help: "Show what would be written, and write nothing.")
  var dryRun = false
  @Option(help: .init("What stdout is.", valueName: "text|json"))
  var format: ReportFormat = .text
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? ImportView.kind : nil }

  func validate() throws {
    if [target, snapshot, sql].count(where: { $0 != nil }) > 1 {
      throw ValidationError("--target, --snapshot and --sql exclude each other.")
    }
    if sql != nil, database.count > 1 {
      throw ValidationError("--database: a script's names can be in one database alone.")
    }
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    let importing = Importing(
      session: session,
      target: TargetChoice(target: target, snapshot: snapshot),
      script: sql,
      databases: database,
      options: PlanOptions(only: only, exclude: exclude, today: .today),
      folder: out
    )
    let result = try importing.result()
    let view = ImportView(result: result, isDryRun: dryRun)
    if dryRun, format == .text {
      try session.result(view.diff(session.style(of: .result)))
    } else if !dryRun {
      try importing.write(result)
    }
    switch format {
    case .json: try session.result(view.json)
    case .text: try session.result(view.text)
    }
    if !dryRun, !result.files.isEmpty {
      session.note("linkctl: go on with 'linkctl validate' and 'linkctl plan'\n")
    }
    return .done
  }
}
