import Foundation
import Glibc
import LinkCore
import Testing

/// An apply of twelve links over the wire that is killed at whatever call: the next one converges, with
/// nobody's help, and the server has seen each change once.
///
/// A sample of the boundaries, or with `LINKCTL_CRASH_ALL` all of them.
@Suite struct WireKillTests {
  private static let calls = [
    "openat", "write", "fsync", "rename", "renameat", "connect", "sendto", "recvfrom", "mkdir",
    "flock", "ftruncate",
  ]
  private static let links = 12
  /// The harness counted so many when it was written, and must not count fewer.
  private static let fewest = 315
  private static let batches = 8
  /// In a sample, how many boundaries there are to each that is tried.
  private static let stride =
    ProcessInfo.processInfo.environment["LINKCTL_CRASH_ALL"] == nil ? 6 : 1
  private static let secret = "correct-horse-battery"

  private struct Boundary: Sendable {
    let call: String
    let number: Int
    /// In how many pieces answers come in is not the same each time, so that the last are not always
    /// there.
    let mayBeMissing: Bool

    var words: String { "\(call) \(number)" }
  }

  /// One server for all: each boundary has a database of its own.
  private static let peer = Result {
    let project = try TestProject()
    let databases = (0...2_000).flatMap { ["--database", "d\($0)"] }
    return (try Peer(["--lock-table", "rowstore"] + databases, for: project), project)
  }

  private static let boundaries = Result { try count() }

  private static func project(_ database: String) throws -> TestProject {
    let links = (1..<links).map { "  l\($0): { type: S3, credentials: {} }\n" }.joined()
    return try TestProject([
      "links.d/a.yaml": "database: \(database)\nlinks:\n\(links)\(TestProject.secretLink)"
    ])
  }

  private static func apply(_ project: TestProject, _ database: String) throws -> Invocation {
    let target = "\(try peer.get().0.target)/\(database)"
    return project.linkctl(
      ["apply", "--auto-approve", "--target", target],
      environment: ["SECRET": secret, "XDG_RUNTIME_DIR": project.temporaryFolder]
    )
  }

  private static func traced(_ call: Invocation, _ options: [String]) -> Invocation {
    call.with { call in
      let trace = "\(call.project.streamFolder)/trace"
      let words = ["strace", "-f", "-qq", "-o", trace] + options + [call.executable]
      call.executable = "/usr/bin/env"
      call.arguments = (["env"] + words).map { Array($0.utf8) } + call.arguments
    }
  }

  /// Every call that an apply which nobody disturbs makes, by the thread that makes it: strace counts
  /// for each of its own.
  private static func count() throws -> [Boundary] {
    let project = try project("d0")
    let list = calls.joined(separator: ",")
    let ended = try traced(try apply(project, "d0"), ["-e", "trace=\(list)"]).run()
    guard ended.exit == 0 else { throw Undisturbed(text: ended.text + ended.messageText) }
    let lines = try String(contentsOfFile: "\(project.streamFolder)/trace", encoding: .utf8)
      .split(separator: "\n").filter { !$0.contains("resumed>") }
    return calls.flatMap { call in
      let threads = Dictionary(grouping: lines.filter { $0.contains(" \(call)(") }) { line in
        line.prefix { $0 != " " }
      }
      let most = threads.values.map(\.count).max() ?? 0
      return (0..<most).map {
        Boundary(call: call, number: $0 + 1, mayBeMissing: call == "recvfrom" && most - $0 <= 10)
      }
    }
  }

  private struct Undisturbed: Error {
    let text: String
  }

  @Test func `P2: There are as many boundaries as ever`() throws {
    let all = try Self.boundaries.get()
    let kinds = Dictionary(grouping: all, by: \.call).mapValues(\.count)
    print("boundaries: \(all.count), tried: one in \(Self.stride), \(kinds)")
    #expect(all.count >= Self.fewest, "\(kinds)")
  }

  @Test(arguments: 0..<batches)
  func `P2: Killed at a call, the next apply converges and sends nothing twice`(batch: Int) throws {
    let all = try Self.boundaries.get()
    for index in Swift.stride(
      from: batch * Self.stride,
      to: all.count,
      by: Self.batches * Self.stride
    ) {
      try kill(at: all[index], database: "d\(index + 1)")
    }
  }

  private func kill(at boundary: Boundary, database: String) throws {
    let (call, number) = (boundary.call, boundary.number)
    let project = try Self.project(database)
    let inject = "inject=\(call):signal=KILL:when=\(number)"
    let killed = try Self.traced(
      try Self.apply(project, database),
      ["-e", "trace=\(call)", "-e", inject]
    ).run()
    if boundary.mayBeMissing, killed.ending == .exit(0) { return }
    #expect(killed.ending == .signal(SIGKILL), "\(boundary.words): \(killed.messageText)")
    for file in TestProject.files(below: project.folder)
      + TestProject.files(below: project.temporaryFolder)
    {
      let bytes = try Data(contentsOf: URL(filePath: file))
      #expect(bytes.range(of: Data(Self.secret.utf8)) == nil, "\(boundary.words): \(file)")
    }
    let next = try Self.apply(project, database).run()
    #expect(next.exit == 0, "\(boundary.words): \(next.text)\(next.messageText)")
    #expect(!next.messageText.contains("damaged"), "\(boundary.words): \(next.messageText)")
    let changes = try Self.peer.get().0.changes(of: database)
    // What was under way when the process died may come twice: it was unknown, and changes nothing.
    #expect(Set(changes).count == Self.links, "\(boundary.words): \(changes.count)")
    #expect(changes.count <= Self.links + 1, "\(boundary.words): \(changes.count)")
    #expect(changes.count == Self.links || changes.allSatisfy { $0.contains(" IF NOT EXISTS ") })
  }
}

extension Peer {
  /// The changes of one database's links, without reading what has to do with others.
  fileprivate func changes(of database: String) throws -> [String] {
    try statements { $0.contains("`\(database)`.") }.filter { $0.hasPrefix("CREATE LINK") }
  }
}
