internal import ArgumentParser
internal import LinkCore

struct SnapshotCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    _superCommandName: Linkctl.name,
    abstract: "Write the catalog as JSON, free of secrets, to be committed.",
    discussion: """
      The same catalog gives the same bytes, but for the time it was taken at.

      EXAMPLES:
        linkctl snapshot > snapshots/dev.json
        linkctl snapshot --env prod --out snapshots/prod.json
      """
  )

  @Option(help: .init("The target instead of the environment's.", valueName: "url"))
  var target: String?
  @Option(help: .init("Write to this file instead of stdout.", valueName: "file"))
  var out: String?
  @OptionGroup var global: GlobalOptions

  var documentKind: String? { out == nil ? Snapshot.kind : nil }

  func validate() throws {
    if let target, let problem = Target.problem(of: target) {
      throw ValidationError("--target: \(problem).")
    }
  }

  func execute(_ session: Session) throws -> ExitCode {
    let workflow = Workflow(session: session, target: TargetChoice(target: target))
    let snapshot = try workflow.snapshot(takenAt: .now)
    let text = snapshot.json.document
    guard let out else {
      try session.result(text)
      return .done
    }
    try fileFailure(.failed) { () throws(FileError) in
      try Files.makeFolder(Files.folder(of: out))
      try Files.writeAtomically(out, Array(session.output.redactor.redact(text).utf8))
    }
    session.note(
      "linkctl: wrote \(out.shown): \(snapshot.links.count) link\(snapshot.links.count == 1 ? "" : "s")\n"
    )
    return .done
  }
}
