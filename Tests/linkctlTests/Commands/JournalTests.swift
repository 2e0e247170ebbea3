import Foundation
import Glibc
import LinkCore
import LinkSeal
import Testing

/// What an apply keeps of itself while it goes on.
@Suite struct JournalTests {
  private static let manifest = """
    database: prod
    links:
      a: { type: S3, credentials: {} }
      b: { type: KAFKA, credentials: { sasl.password: { env: KAFKA_PASSWORD } } }

    """
  private let project: TestProject

  init() throws {
    project = try TestProject(["links.d/a.yaml": Self.manifest])
  }

  private func apply(_ arguments: String...) throws -> Ended {
    try project.linkctl(
      ["apply", "--auto-approve"] + arguments,
      environment: ["KAFKA_PASSWORD": "correct-horse-battery"]
    ).run()
  }

  private var journals: [String] {
    TestProject.files(below: project.path(".linkctl/runs"))
  }

  @Test func `Holds an intent before each statement and its outcome behind`() throws {
    let ended = try apply("--format", "json")
    let runID = try JSONValue(reading: ended.output)["run_id"]?.text
    let path = try #require(journals.first)
    #expect(journals.count == 1 && path.hasSuffix("/\(runID ?? "-").ndjson"))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let records = try text.split(separator: "\n").map { try JSONValue(reading: String($0)) }
    #expect(
      records.compactMap { $0["record"]?.text }
        == ["begin", "intent", "outcome", "intent", "outcome", "end"]
    )
    #expect(records.compactMap { $0["action"]?.text } == ["create", "create"])
    #expect(records.compactMap { $0["status"]?.text } == ["applied", "applied"])
    for record in records { try expectChecked(record) }
    #expect(!text.contains("correct-horse") && !text.contains("CREDENTIALS"))
  }

  private func expectChecked(_ record: JSONValue) throws {
    let rest = JSONValue.object((record.members ?? []).filter { $0.key != "check" })
    let digest = Digest.hex(Digest.sha256(Array(rest.canonical.utf8)))
    #expect(record["check"]?.text == String(digest.prefix(8)))
  }

  @Test func `F018: Is not written through a symbolic link`() throws {
    let elsewhere = project.temporaryFolder
    try project.write("", to: ".linkctl/x")
    try FileManager.default.createSymbolicLink(
      atPath: project.path(".linkctl/runs"),
      withDestinationPath: elsewhere
    )
    let ended = try apply()
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("the journal of this run cannot be kept"))
    #expect(ended.messageText.contains("nothing was done"))
    #expect(TestProject.files(below: elsewhere).isEmpty)
    #expect(try project.links() == [])
  }

  @Test func `F019: Refuses to send anything where it cannot be kept`() throws {
    try project.write("", to: ".linkctl/runs")
    let ended = try apply()
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("the journal of this run cannot be kept"))
    #expect(try project.links() == [])
  }
}

/// One apply at a time.
@Suite struct TargetLockTests {
  private static let manifest = "database: prod\nlinks:\n  a: { type: S3, credentials: {} }\n"

  @Test func `F009: Another apply is refused while one goes on, and not after it was killed`()
    throws
  {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let runtime = ["XDG_RUNTIME_DIR": project.temporaryFolder]
    try project.write("", to: ".linkctl/x")
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    _ = try sandbox.query("CREATE DATABASE prod")
    let lock = try HeldLock(below: project.temporaryFolder, on: project.path(".linkctl/sandbox.db"))
    let refused = try project.linkctl(["apply", "--auto-approve"], environment: runtime).run()
    #expect(refused.exit == 5)
    #expect(refused.messageText.contains("another apply is under way on this target (process 1, "))
    #expect(try project.links() == [])
    lock.release()
    #expect(try project.linkctl(["apply", "--auto-approve"], environment: runtime).run().exit == 0)
  }

  @Test func `Nothing but an apply takes it`() throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let runtime = ["XDG_RUNTIME_DIR": project.temporaryFolder]
    for command in ["plan", "validate", "snapshot"] {
      #expect(try project.linkctl([command], environment: runtime).run().exit == 0)
    }
    #expect(TestProject.files(below: project.temporaryFolder).isEmpty)
  }
}

/// The lock of a sandbox, held by this process.
private final class HeldLock {
  private let number: Int32

  init(below runtime: String, on sandbox: String) throws {
    let folder = "\(runtime)/linkctl"
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    let key = Digest.hex(Digest.sha256(Array("sandbox:\(sandbox)".utf8)))
    number = open("\(folder)/\(key).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(flock(number, LOCK_EX | LOCK_NB) == 0)
    let text = Array("process 1, run r, since then\n".utf8)
    try #require(write(number, text, text.count) == text.count)
  }

  func release() { close(number) }
}
