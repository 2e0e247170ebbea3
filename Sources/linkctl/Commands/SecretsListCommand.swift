internal import ArgumentParser
internal import LinkCore

struct SecretsListCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List every reference of an environment and whether it can be used; names only.",
    discussion: """
      Exit 6 where one is unset, empty, unreadable or looks like no secret.

      EXAMPLES:
        linkctl secrets --env prod
        linkctl secrets --format json
      """
  )

  @Option(help: .init("What stdout is.", valueName: "text|json"))
  var format: ReportFormat = .text
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { format == .json ? SecretsView.kind : nil }

  func execute(_ session: Session) throws -> ExitCode {
    let inventory = try Workflow(session: session, target: TargetChoice()).secrets()
    let view = SecretsView(inventory: inventory)
    switch format {
    case .json: try session.result(view.json)
    case .text: try session.result(view.text)
    }
    return inventory.exit
  }
}
