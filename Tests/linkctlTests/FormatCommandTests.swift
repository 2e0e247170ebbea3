import Glibc
import LinkCore
import Testing

@testable import linkctl

/// `fmt` as a user runs it.
@Suite(.serialized) struct FormatCommandTests {
  private static let untidy = "links:\n    a: {type: S3, database: d}\n"
  private static let tidy = "links:\n  a: { type: S3, database: d }\n"

  private struct Ended {
    let exit: ExitCode
    let result: String
    let messages: String
  }

  /// Runs the command with its streams in files beside the folder.
  private func run(_ words: String...) throws -> Ended {
    let streams = try TemporaryFolder()
    let numbers = ["out", "err"].map { open(streams[$0], O_RDWR | O_CREAT, 0o600) }
    defer { for number in numbers { close(number) } }
    let runner = Runner(
      output: Output(result: numbers[0], message: numbers[1]),
      environment: Environment(["NO_COLOR": "1"])
    )
    let exit = runner.run(CommandLineArguments(raw: words.map { Array($0.utf8) }))
    return Ended(exit: exit, result: try streams.text("out"), messages: try streams.text("err"))
  }

  private func project(_ manifest: String = untidy) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("links.d/a.yaml", manifest, mode: 0o640)
    return folder
  }

  @Test func formatsManifestsAndTheProjectFile() throws {
    let folder = try project()
    try folder.write("links.d/sub/b.yml", Self.tidy)
    try folder.write("links.d/_draft.yaml", Self.untidy)
    try folder.write("linkctl.yaml", "manifests:   links.d\nowner: x\n")
    let ended = try run("fmt", "--project", folder.path)
    #expect(ended.exit == .done)
    #expect(ended.result == "linkctl.yaml\nlinks.d/a.yaml\n")
    #expect(ended.messages == "")
    #expect(try folder.text("links.d/a.yaml") == Self.tidy)
    #expect(try folder.text("linkctl.yaml") == "owner: x\nmanifests: links.d\n")
    #expect(try folder.text("links.d/_draft.yaml") == Self.untidy)
    #expect(folder.mode("links.d/a.yaml") == 0o640)
    #expect(try run("fmt", "--project", folder.path).result == "")
  }

  @Test func leavesFilesThatAreFormattedAlone() throws {
    let folder = try project(Self.tidy)
    var before = stat()
    stat(folder["links.d/a.yaml"], &before)
    #expect(try run("fmt", "--check", "--project", folder.path).exit == .done)
    #expect(try run("fmt", "--project", folder.path).result == "")
    var after = stat()
    stat(folder["links.d/a.yaml"], &after)
    #expect(before.st_ino == after.st_ino)
  }

  @Test func checksAndWritesNothing() throws {
    let folder = try project()
    let ended = try run("fmt", "--check", "--project", folder.path)
    #expect(ended.exit == .differs)
    #expect(ended.result == "links.d/a.yaml\n")
    #expect(try folder.text("links.d/a.yaml") == Self.untidy)
  }

  private static let difference = """
    --- links.d/a.yaml
    +++ links.d/a.yaml
    @@ -1,2 +1,2 @@
     links:
    -    a: {type: S3, database: d}
    +  a: { type: S3, database: d }

    """

  @Test func showsTheDifferenceAndWritesNothing() throws {
    let folder = try project()
    let ended = try run("fmt", "--diff", "--project", folder.path)
    #expect(ended.exit == .done)
    #expect(ended.result == Self.difference)
    let checked = try run("fmt", "--diff", "--check", "--project", folder.path)
    #expect(checked.exit == .differs)
    #expect(checked.result == Self.difference)
    #expect(try folder.text("links.d/a.yaml") == Self.untidy)
  }

  @Test func showsNoSecretInADifference() throws {
    let canary = "CANARY" + "hunter2"
    let text = """
      links:
          a:
            type: S3
            database: d
            credentials:
              aws_secret_access_key: '\(canary)'
              other: {env: ORDERS_KEY}
              text: |
                \(canary)
                \(canary)
            config: {password:   '\(canary)', region: 'us-east-1'} # password=\(canary)
      """
    let folder = try project(text)
    let shown = try run("fmt", "--diff", "--project", folder.path).result
    #expect(!shown.contains(canary) && !shown.contains("hunter2"))
    #expect(shown.contains("+      other: { env: ORDERS_KEY }"))
    #expect(shown.contains("+      aws_secret_access_key: …"))
    #expect(shown.contains("region: us-east-1"))
    #expect(shown.contains("\\ No newline at end of file"))
  }

  @Test func formatsNamedFilesAndFolders() throws {
    let folder = try project()
    try folder.write("x/linkctl.yaml", "rules: {}\nowner:  x\n")
    try folder.write("x/deep/b.yaml", Self.untidy)
    try folder.write("x/c.txt", Self.untidy)
    let ended = try run("fmt", folder["x"], folder["x/c.txt"], folder["x/deep/b.yaml"])
    #expect(ended.exit == .done)
    let names = [folder["x/deep/b.yaml"], folder["x/linkctl.yaml"], folder["x/c.txt"]]
    #expect(ended.result == names.map { $0 + "\n" }.joined())
    #expect(try folder.text("x/linkctl.yaml") == "owner: x\nrules: {}\n")
    #expect(try folder.text("links.d/a.yaml") == Self.untidy)
  }

  @Test(arguments: [
    ("a: &x 1\n", "yaml-anchor"), ("links:\n\ta: {}\n", "tab-indentation"),
    ("links: {}\nlinks: {}\n", "duplicate-key"), ("a: [\n", "yaml-syntax"), ("", "empty-document"),
    ("a: \u{0}\n", "control-character"),
  ])
  func touchesNothingWhereOneFileIsMalformed(text: String, rule: String) throws {
    let folder = try project()
    try folder.write("links.d/b.yaml", text)
    for flags in [[], ["--check"], ["--diff"]] {
      let ended = try run("fmt", flags.first ?? "--quiet", "--project", folder.path)
      #expect(ended.exit == .badInput)
      #expect(ended.result == "")
      #expect(ended.messages.contains("links.d/b.yaml:") && ended.messages.contains("[\(rule)]"))
      #expect(try folder.text("links.d/a.yaml") == Self.untidy)
      #expect(try folder.text("links.d/b.yaml") == text)
    }
  }

  @Test func saysWhatCannotBeRead() throws {
    let folder = try project()
    folder.makeFIFO("links.d/b.yaml")
    let ended = try run("fmt", folder["nothing"], folder["links.d"])
    #expect(ended.exit == .badInput)
    #expect(
      ended.messages.contains("no such file") && ended.messages.contains("not a regular file")
    )
    #expect(try folder.text("links.d/a.yaml") == Self.untidy)
  }

  @Test func stopsWhereTheProjectFileIsWrong() throws {
    let folder = try project()
    try folder.write("linkctl.yaml", "owner: x\nmanifest: elsewhere\n")
    let ended = try run("fmt", "--project", folder.path)
    #expect(ended.exit == .badInput)
    #expect(try folder.text("links.d/a.yaml") == Self.untidy)
  }

  @Test func writesTheFileBehindALink() throws {
    let folder = try project()
    folder.link("links.d/b.yaml", to: "a.yaml")
    #expect(try run("fmt", "--project", folder.path).result == "links.d/a.yaml\n")
    var status = stat()
    #expect(lstat(folder["links.d/b.yaml"], &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try folder.text("links.d/b.yaml") == Self.tidy)
  }

  // MARK: The plan

  private static let planned = """
    # all there is
    links:
        later: {type: HTTP, credentials: {}, description: yes}
        s3:
          # why
          credentials:
            aws_secret_access_key: {env: B}
            aws_access_key_id: {env: A, prefix: 'x'}
          environments: {default: {config: {port: 3306.0, no: off}}}
          config: { region: "us-east-1", big: 1.10, text: '12', list: [1, '2', ~] }
          description: >
            folded
            text

          type: s3
        gone: {state: absent}
    defaults: {protect: true}
    database: Orderdb
    """

  /// The plan's resources without the places in files, and what differs by them.
  private func resources(_ folder: TemporaryFolder) throws -> String {
    let ended = try run(
      "plan",
      "--project",
      folder.path,
      "--format",
      "json",
      "--target",
      "sandbox:\(folder["x.db"])"
    )
    #expect(ended.exit == .done, "\(ended.messages)")
    let plan = try JSONValue(reading: ended.result)
    return ["summary", "resource_changes", "blocked", "orphaned"].map { key in
      plan[key]?.withoutPlaces.canonical ?? "none"
    }.joined(separator: "\n")
  }

  @Test func changesNoPlan() throws {
    let folder = try project(Self.planned)
    let before = try resources(folder)
    #expect(before.contains("us-east-1") && before.contains("3306.0") && before.contains("\"off\""))
    #expect(try run("fmt", "--project", folder.path).result == "links.d/a.yaml\n")
    #expect(try folder.text("links.d/a.yaml").hasPrefix("# all there is\n\ndatabase: Orderdb\n"))
    #expect(try resources(folder) == before)
  }
}

extension JSONValue {
  fileprivate subscript(key: String) -> JSONValue? {
    members?.first { $0.key == key }?.value
  }

  fileprivate var withoutPlaces: JSONValue {
    switch self {
    case .array(let items): .array(items.map(\.withoutPlaces))
    case .object(let members):
      .object(
        members.filter { $0.key != "source" }.map {
          JSONValue.Member($0.key, $0.value.withoutPlaces)
        }
      )
    default: self
    }
  }
}
