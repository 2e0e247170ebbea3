internal import ArgumentParser
internal import LinkCore

struct FormatCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    _superCommandName: Linkctl.name,
    abstract: "Give manifests their canonical form; comments are kept.",
    discussion: """
      Formats the project's manifests and its linkctl.yaml, or the files and folders that are named, \
      and prints the names of those that changed. Where one of them does not parse, none is touched \
      (exit 65). With --check, exit 2 where a file is not formatted.

      EXAMPLES:
        linkctl fmt
        linkctl fmt --check --diff
        linkctl fmt links.d/billing
      """
  )

  @Argument(help: .init("Files and folders.", valueName: "path"))
  var paths: [String] = []
  @Flag(help: "List what is not formatted, and write nothing.")
  var check = false
  @Flag(help: "Show what would change, and write nothing.")
  var diff = false
  @OptionGroup var global: GlobalOptions

  func execute(_ session: Session) throws -> ExitCode {
    Interruption.watch()
    let changes = try Formatting(session: session).changes(of: paths)
    for change in changes where !check && !diff {
      try change.write()
      try session.result(change.path.shown + "\n")
    }
    for change in changes where diff { try session.result(change.diff(session)) }
    for change in changes where check && !diff { try session.result(change.path.shown + "\n") }
    return check && !changes.isEmpty ? .differs : .done
  }
}
