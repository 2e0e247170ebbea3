internal import ArgumentParser
internal import LinkCore

struct InitCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    _superCommandName: Linkctl.name,
    abstract: "Begin a project: a project file, an example link, a pipeline.",
    discussion: """
      Files that exist are never touched. The example can be validated, planned and applied at \
      once, on the embedded sandbox.

      EXAMPLES:
        linkctl init
        linkctl init --project links --ci gitlab
      """
  )

  @Option(help: .init("Whose pipelines to write an example for.", valueName: "github|gitlab|none"))
  var ci: PipelineKind = .github
  @OptionGroup var global: GlobalOptions

  func execute(_ session: Session) throws -> ExitCode {
    let folder = session.global.project ?? "."
    let outcomes = try fileFailure(.failed) { () throws(FileError) in
      try ProjectStart(folder: folder, pipelines: ci).run()
    }
    try session.result(outcomes.map { $0.text.shown + "\n" }.joined())
    session.note("linkctl: go on with 'linkctl validate' and 'linkctl plan'\n")
    return .done
  }
}

extension PipelineKind: NamedChoice {}
