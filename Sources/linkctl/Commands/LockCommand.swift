internal import ArgumentParser

/// What has to do with the lock of a server.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    _superCommandName: Linkctl.name,
    abstract: "Make the lock of a server, or name who holds it.",
    discussion: """
      With the table that 'lock init' makes, one apply at a time works on a server, from whatever \
      machine. Nothing is ever left locked: the lock ends with its holder's connection.

      EXAMPLES:
        linkctl lock init --env prod
        linkctl lock status --env prod --format json
      """,
    subcommands: [LockInitCommand.self, LockStatusCommand.self]
  )
}
