internal import ArgumentParser
internal import LinkCore

struct MatrixCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    _superCommandName: Linkctl.name,
    abstract: "Set links and environments side by side: same, differs, missing.",
    discussion: """
      Reads the manifests alone: no network, no secrets. A link is compared with what it is in the \
      first environment that has it.

      EXAMPLES:
        linkctl matrix
        linkctl matrix --only 'billing.*' --verbose
        linkctl matrix --format markdown
      """
  )

  @Option(help: .only) var only: [String] = []
  @Option(help: .exclude) var exclude: [String] = []
  @Option(help: .init("What stdout is.", valueName: "text|json|markdown"))
  var format: MatrixFormat = .text
  @Flag(help: "Say which fields differ.")
  var verbose = false
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? MatrixView.kind : nil }

  func execute(_ session: Session) throws -> ExitCode {
    let options = PlanOptions(only: only, exclude: exclude, today: .today)
    let matrix = try Workflow(session: session, target: TargetChoice()).matrix(options)
    let view = MatrixView(matrix: matrix)
    switch format {
    case .json: try session.result(view.json)
    case .markdown: try session.result(view.markdown)
    case .text: try session.result(view.text(isVerbose: verbose, session.style(of: .result)))
    }
    return .done
  }
}

/// What stdout of a matrix is.
enum MatrixFormat: String, NamedChoice {
  case text
  case json
  case markdown
}
