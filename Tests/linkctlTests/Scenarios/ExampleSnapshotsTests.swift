import Foundation
import LinkCore
import Testing

/// The catalogs that examples come with, and what their pages say of them.
@Suite struct ExampleSnapshotsTests {
  /// An example and one of its catalogs.
  struct Case: CustomTestStringConvertible {
    let example: Example
    let snapshot: String

    var testDescription: String { "\(example.folder)/\(snapshot)" }

    /// `snapshot-9.1.json` is planned as `plan-9.1.txt`.
    var plan: String {
      "plan" + snapshot.dropFirst("snapshot".count).dropLast(".json".count) + ".txt"
    }
  }

  static let cases = Example.all.flatMap { example in
    example.snapshots.map { Case(example: example, snapshot: $0) }
  }

  @Test func `Most examples have one`() {
    let without = Example.all.filter { $0.snapshots.isEmpty }.map(\.folder)
    #expect(without == [".", "examples/first-links", "examples/three-environments"])
  }

  @Test(arguments: cases)
  func `Plans against it as the example and its page say`(one: Case) throws {
    let folder = one.example.folder
    let command = ["plan", "--project", folder, "--snapshot", "\(folder)/\(one.snapshot)"]
    let planned = try one.example.repository().linkctl(command).run()
    try #require(planned.exit == 0 && planned.messages.isEmpty, "\(planned.messageText)")
    let path = one.example.path(one.plan)
    try Golden.expect(planned.text, at: path, named: "\(folder)/\(one.plan)")
    let shown = ShownCommand.all(in: one.example.text("README.md") ?? "")
    #expect(shown.contains { $0.arguments == command }, "its page does not show this plan")
  }

  @Test(arguments: Example.all.filter { !$0.snapshots.isEmpty })
  func `Its page shows what each command prints`(example: Example) throws {
    let project = try example.repository()
    let page = try #require(example.text("README.md"))
    var told = page
    for command in ShownCommand.all(in: page).reversed() {
      let ended = try project.linkctl(command.arguments).run()
      try #require(ended.exit == 0 && ended.messages.isEmpty, "\(ended.messageText)")
      told.replaceSubrange(command.output, with: ended.text)
    }
    try Golden.expect(told, at: example.path("README.md"), named: "\(example.folder)/README.md")
  }

  @Test(arguments: cases)
  func `Applied to that catalog, what is not blocked is done`(one: Case) throws {
    let project = try one.example.project()
    let secrets = try one.example.secrets(project)
    let bytes = Array((one.example.text(one.snapshot) ?? "").utf8)
    try project.fill(from: Snapshot(reading: bytes))
    let run = { (arguments: [String]) in
      let target = ["--target", "sandbox:catalog.db"]
      return try project.linkctl(arguments + target, environment: secrets).run()
    }
    let plan = try JSONValue(reading: run(["plan", "--format", "json"]).output)
    let blocked = plan["blocked"]?.items?.compactMap { $0["address"]?.text } ?? []
    let rest = blocked.flatMap { ["--exclude", $0] }
    let applied = try run(["apply", "--auto-approve"] + rest)
    #expect(applied.exit == 0, "\(applied.messageText)")
    #expect(try run(["plan", "--detailed-exitcode"] + rest).exit == 0)
    #expect(LeakSearch(secrets).leaks(below: project.folder) == [])
  }
}

/// A command on a page, in a block with what it prints.
private struct ShownCommand {
  let arguments: [String]
  /// Where on the page its output stands.
  let output: Range<String.Index>

  static func all(in page: String) -> [ShownCommand] {
    page.matches(of: /```console\n\$ linkctl ([^\n]*)\n((?s).*?)```\n/).map { match in
      ShownCommand(
        arguments: match.1.split(separator: " ").map(String.init),
        output: match.2.startIndex..<match.2.endIndex
      )
    }
  }
}
