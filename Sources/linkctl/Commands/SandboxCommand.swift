internal import ArgumentParser

/// What can be done with the embedded sandbox beside planning and applying.
struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    _superCommandName: Linkctl.name,
    abstract: "Serve the embedded sandbox to other programs.",
    discussion: """
      EXAMPLES:
        linkctl sandbox serve --database prod
      """,
    subcommands: [SandboxServeCommand.self]
  )

  func run() throws {
    throw ValidationError("Say what is to be done with it: serve.")
  }
}
