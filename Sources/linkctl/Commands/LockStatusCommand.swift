internal import ArgumentParser
internal import LinkCore

struct LockStatusCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Name who holds the lock, from where and for how long.",
    discussion: """
      EXAMPLES:
        linkctl lock status --env prod
        linkctl lock status --env prod --format json
      """
  )

  @OptionGroup var options: LockOptions
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { options.documentKind }

  func execute(_ session: Session) throws -> ExitCode {
    let workflow = Workflow(session: session, target: options.choice)
    return try options.show(try workflow.lockStanding(), session)
  }
}
