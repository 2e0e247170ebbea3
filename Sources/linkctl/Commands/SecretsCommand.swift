internal import ArgumentParser

/// What has to do with secrets; without another word it lists them.
struct SecretsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secrets",
    _superCommandName: Linkctl.name,
    abstract: "List every reference of an environment, or make a fingerprint key.",
    discussion: """
      'linkctl secrets' is 'linkctl secrets list' and takes its options.

      EXAMPLES:
        linkctl secrets --env prod
        linkctl secrets --format json
        linkctl secrets keygen
      """,
    subcommands: [SecretsListCommand.self, SecretsKeygenCommand.self],
    defaultSubcommand: SecretsListCommand.self
  )
}
