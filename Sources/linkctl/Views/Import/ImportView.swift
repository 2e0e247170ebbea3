internal import LinkCore
internal import LinkYAML

/// What an import wrote, or would write.
struct ImportView {
  static let kind = "linkctl.import"

  let result: ImportResult
  let isDryRun: Bool

  private var added: Int { result.files.map(\.added).reduce(0, +) }
  private var overridden: Int { result.files.map(\.overridden).reduce(0, +) }

  var text: String {
    let files = result.files.map { file in
      let counts = [(file.added, "added"), (file.overridden, "overridden")].filter { $0.0 > 0 }
      let words = counts.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
      return "\(file.isNew ? "new    " : "changed")  \(file.path.shown)  (\(words))"
    }
    let notes = result.notes.map { "\($0.address.description.shown): \($0.message)" }
    return (files + notes + [summary] + asides).map { $0 + "\n" }.joined()
  }

  private var summary: String {
    "Import: \(added) added, \(overridden) overridden, \(result.unchanged) unchanged,"
      + " \(result.notes.count) \(result.notes.count == 1 ? "note" : "notes")."
      + (isDryRun ? " Nothing was written." : "")
  }

  private var asides: [String] {
    let variables =
      result.variables.isEmpty
      ? [] : ["To be set at apply: \(result.variables.joined(separator: ", "))"]
    let others =
      result.otherStatements == 0
      ? [] : ["Other statements of the script, not read: \(result.otherStatements.grouped)"]
    return others + variables
  }

  /// What changes, file by file.
  func diff(_ style: Style) -> String {
    result.files.map { file in
      DiffView(
        path: file.path,
        old: YAMLParser.parse(file.old, file: file.path),
        new: YAMLParser.parse(file.bytes, file: file.path),
        style: style
      ).text
    }.joined()
  }

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(Self.kind),
        "environment": .string(result.environment),
        "dry_run": .bool(isDryRun),
        "files": .array(result.files.map(json)),
        "summary": [
          "added": .number(JSONNumber(added)),
          "overridden": .number(JSONNumber(overridden)),
          "unchanged": .number(JSONNumber(result.unchanged)),
        ],
        "notes": .array(
          result.notes.map {
            ["address": .string($0.address.description), "message": .string($0.message)]
          }
        ),
        "variables": .array(result.variables.map(JSONValue.string)),
      ],
      endingWith: .done,
      ""
    )
  }

  private func json(of file: ImportResult.File) -> JSONValue {
    [
      "path": .string(file.path),
      "action": .string(file.isNew ? "create" : "change"),
      "added": .number(JSONNumber(file.added)),
      "overridden": .number(JSONNumber(file.overridden)),
    ]
  }
}
