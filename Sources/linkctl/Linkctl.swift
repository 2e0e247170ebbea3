internal import ArgumentParser

/// The list of commands.
struct Linkctl: ParsableCommand {
  /// Commands name it as what they are part of: the parser then does not look for options of its own
  /// first, which a command that is parsed by itself has not.
  static let name = "linkctl"
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "SingleStore connection links as code: plan them, review them, apply them.",
    discussion: """
      EXAMPLES:
        linkctl plan                     what would change, in the embedded sandbox
        linkctl apply                    show it, ask, and do it
        linkctl plan --env prod --snapshot prod.json --format json
      """,
    version: version,
    subcommands: [
      InitCommand.self, ValidateCommand.self, FormatCommand.self, PlanCommand.self,
      ShowCommand.self, ApplyCommand.self, DriftCommand.self, SnapshotCommand.self,
      ImportCommand.self, MatrixCommand.self, SecretsCommand.self, DoctorCommand.self,
      LockCommand.self, SandboxCommand.self,
      SchemaCommand.self, ExplainCommand.self,
    ]
  )
}
