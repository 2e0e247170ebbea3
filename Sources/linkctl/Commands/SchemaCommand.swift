internal import ArgumentParser
internal import LinkCore

struct SchemaCommand: LinkctlCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    _superCommandName: Linkctl.name,
    abstract: "Write the JSON Schema of manifests, for editors and other checkers.",
    discussion: """
      Draft 2020-12, with every type's keys and their meaning.

      EXAMPLES:
        linkctl schema > manifest.schema.json
        linkctl schema --project-file > project.schema.json
      """
  )

  @Flag(help: "The schema of linkctl.yaml instead.")
  var projectFile = false
  @OptionGroup var global: GlobalOptions

  func execute(_ session: Session) throws -> ExitCode {
    let schema = projectFile ? ProjectSchema.document : ManifestSchema.document
    try session.result(schema)
    return .done
  }
}
