import Foundation
import Glibc
import LinkCore
import Testing

/// An apply that is killed at whatever moment: the next one converges, with nobody's help.
///
/// strace kills it right before the n-th call of a kind that writes something somewhere.
@Suite(.serialized) struct KillTests {
  private static let calls = ["write", "fsync", "fdatasync", "pwrite64", "unlink", "ftruncate"]

  private static let manifest = """
    database: prod
    links:
      a: { type: S3, credentials: {} }
      b: { type: GCS, credentials: { access_id: me, secret_key: { env: SECRET } } }

    """

  private static func traced(_ project: TestProject, _ options: [String]) -> Invocation {
    project.linkctl(["apply", "--auto-approve"], environment: ["SECRET": secret]).with { call in
      let words = ["strace", "-f", "-qq", "-o", "trace"] + options + [call.executable]
      call.executable = "/usr/bin/env"
      call.arguments = (["env"] + words).map { Array($0.utf8) } + call.arguments.dropFirst(0)
    }
  }

  private static let secret = "correct-horse-battery"

  /// How often an apply that nobody disturbs makes each call.
  private func counts() throws -> [(call: String, count: Int)] {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let list = Self.calls.joined(separator: ",")
    let ended = try Self.traced(project, ["-e", "trace=\(list)"]).run()
    try #require(ended.exit == 0, "\(ended.messageText)")
    let lines = try String(contentsOfFile: project.path("trace"), encoding: .utf8)
      .split(separator: "\n")
    return Self.calls.map { call in (call, lines.count { $0.contains(" \(call)(") }) }
  }

  @Test func `F009: Killed at each call that writes, the next apply converges`() throws {
    let counts = try counts()
    let total = counts.reduce(0) { $0 + $1.count }
    #expect(total >= 60, "so many boundaries were there before: \(counts)")
    for (call, count) in counts {
      for number in 1...max(count, 1) where count > 0 { try kill(at: call, number) }
    }
  }

  private func kill(at call: String, _ number: Int) throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let inject = "inject=\(call):signal=KILL:when=\(number)"
    let killed = try Self.traced(project, ["-e", "trace=\(call)", "-e", inject]).run()
    let moment = "\(call) \(number)"
    #expect(killed.ending == .signal(SIGKILL), "\(moment): \(killed.messageText)")
    for file in TestProject.files(below: project.folder) where !file.hasSuffix("/trace") {
      let bytes = try Data(contentsOf: URL(filePath: file))
      #expect(bytes.range(of: Data(Self.secret.utf8)) == nil, "\(moment): \(file)")
    }
    let next = try project.linkctl(
      ["apply", "--auto-approve"],
      environment: ["SECRET": Self.secret]
    )
    .run()
    #expect(next.exit == 0, "\(moment): \(next.text)\(next.messageText)")
    #expect(try project.links() == ["prod.a S3", "prod.b GCS"], "\(moment)")
    #expect(!next.messageText.contains("damaged"))
  }
}

/// What an apply says of the one before it.
@Suite struct LastRunTests {
  private let project: TestProject

  init() throws {
    project = try TestProject.linked(["a"])
    try #require(project.run("apply", "--auto-approve").exit == 0)
    try project.write(
      "database: prod\nlinks:\n  a: { type: S3, credentials: {}, description: x }\n",
      to: "links.d/a.yaml"
    )
  }

  private func edit(_ change: (inout [Substring]) -> Void) throws {
    let file = try #require(TestProject.files(below: project.path(".linkctl/runs")).first)
    var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    change(&lines)
    try lines.map { $0 + "\n" }.joined().write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func said(_ more: String...) throws -> String {
    let ended = try project.linkctl(["apply", "--auto-approve"] + more).run()
    #expect(ended.exit == 0)
    #expect(try project.links() == ["prod.a S3 x"])
    return ended.messageText
  }

  @Test func `Says nothing of one that ended`() throws {
    #expect(try !said().contains("journal") && !said().contains("the last run"))
  }

  @Test func `Says where it was cut off`() throws {
    try edit { $0.removeLast(2) }
    #expect(try said().contains(") was cut off with create prod.a under way; what became of it is"))
    try project.write(
      "database: prod\nlinks:\n  a: { type: S3, credentials: {}, description: y }\n",
      to: "links.d/a.yaml"
    )
    // That one is not the last one any more.
    let ended = try project.run("apply", "--auto-approve")
    #expect(ended.exit == 0 && !ended.messageText.contains("was cut off"))
  }

  @Test(arguments: [["plan"], ["apply", "--auto-approve"]])
  func `Says so where nothing is left to do`(arguments: [String]) throws {
    try edit { $0.removeLast(2) }
    try project.write(
      "database: prod\nlinks:\n  a: { type: S3, credentials: {} }\n",
      to: "links.d/a.yaml"
    )
    let ended = try project.linkctl(arguments).run()
    #expect(ended.exit == 0 && ended.text.contains(" 1 unchanged "))
    #expect(ended.messageText.contains(") was cut off with create prod.a under way"))
  }

  @Test func `Says nothing of one that is under way`() throws {
    try edit { $0.removeLast(2) }
    let path = try #require(TestProject.files(below: project.path(".linkctl/runs")).first)
    let file = open(path, O_RDONLY)
    defer { close(file) }
    try #require(flock(file, LOCK_EX) == 0)
    #expect(try !said().contains("the last run"))
  }

  @Test func `Says nothing of one on another target`() throws {
    try edit { $0.removeLast(2) }
    let other = try project.run("apply", "--auto-approve", "--target", "sandbox:other.db")
    #expect(other.exit == 0 && !other.messageText.contains("was cut off"))
  }

  @Test func `F013: Names a damaged record, and does not believe it`() throws {
    try edit { $0[2] = Substring($0[2].replacing("applied", with: "unknown")) }
    let said = try said()
    #expect(said.contains("record 3 of the journal .linkctl/runs/"))
    #expect(said.contains("is damaged, and not believed"))
    #expect(said.contains("was cut off with create prod.a under way"))
  }

  @Test func `F012: Names a torn record`() throws {
    let file = try #require(TestProject.files(below: project.path(".linkctl/runs")).first)
    var bytes = try Data(contentsOf: URL(filePath: file))
    bytes.removeLast(5)
    try bytes.write(to: URL(filePath: file))
    let said = try said()
    #expect(said.contains("the last record of the journal .linkctl/runs/"))
    #expect(said.contains(" was cut off between statements;"))
  }

  @Test func `F025: Does not read one of a newer format`() throws {
    try edit { lines in
      let line = JournalLine(TestProject.checksum)
      let begin: JSONValue = ["record": "begin", "format_version": "99.0"]
      lines = [Substring(line.text(of: begin))]
    }
    #expect(try said().contains("was made by a newer linkctl (format 99.0)"))
  }
}
