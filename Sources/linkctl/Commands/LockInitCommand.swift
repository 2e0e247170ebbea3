internal import ArgumentParser
internal import LinkCore

struct LockInitCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the table linkctl_lock where it is missing, and print what an account needs.",
    discussion: """
      The table lies in the database that the target names, else in the first of 'databases'. It is \
      a rowstore table: rows of others cannot be locked.

      EXAMPLES:
        linkctl lock init --env prod
        linkctl lock init --target singlestore://admin@svc.example.com/meta
      """
  )

  @OptionGroup var options: LockOptions
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { options.documentKind }

  func execute(_ session: Session) throws -> ExitCode {
    let workflow = Workflow(session: session, target: options.choice)
    return try options.show(try workflow.makeLock(), session)
  }
}
