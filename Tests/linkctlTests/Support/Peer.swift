import Foundation
import Glibc
import LinkCore

/// The scripted server of `Tests/Peer`, on a port of its own; it ends with its owner.
final class Peer: Sendable {
  /// One for each attack, or the one there is.
  let ports: [Int]
  private let process = Process()
  private let leash = Pipe()
  private let log: String

  /// Its log lies in the project's folder for streams.
  convenience init(_ options: String..., for project: TestProject) throws {
    try self.init(options, for: project)
  }

  init(_ options: [String], for project: TestProject) throws {
    log = "\(project.streamFolder)/\(UUID().uuidString).peer"
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script, "--log", log] + options
    process.standardInput = leash
    process.standardOutput = output
    try process.run()
    var line: [UInt8] = []
    while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
      line.append(byte)
    }
    ports = String(decoding: line.dropLast(), as: UTF8.self).split(separator: " ").compactMap {
      Int($0)
    }
    guard !ports.isEmpty else { throw Silent() }
  }

  struct Silent: Error {}

  deinit {
    // Threads of tests block other signals, and so does what they start.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  static let script: String = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.deletingLastPathComponent().appending(path: "Peer/peer.py").path
  }()

  var port: Int { ports[0] }

  var target: String { "singlestore://root@127.0.0.1:\(port)" }

  /// All statements that have come in, over all connections.
  var statements: [String] {
    get throws { try statements { _ in true } }
  }

  /// Those whose lines of the log are wanted.
  func statements(_ isWanted: (Substring) -> Bool) throws -> [String] {
    try lines(isWanted).compactMap { $0["sql"]?.text }
  }

  /// The connections, by number, that the wanted lines of the log came in over.
  func connections(_ isWanted: (Substring) -> Bool) throws -> [String] {
    try lines(isWanted).compactMap { $0["connection"]?.canonical }
  }

  private func lines(_ isWanted: (Substring) -> Bool) throws -> [JSONValue] {
    guard let text = try? String(contentsOfFile: log, encoding: .utf8) else { return [] }
    return try text.split(separator: "\n").filter(isWanted).map {
      try JSONValue(reading: String($0))
    }
  }

  /// Those that change links, without probes.
  var changes: [String] {
    get throws { try linkStatements.filter { !$0.contains("linkctl_probe_") } }
  }

  /// Those that only ask whether the server knows their form.
  var probes: [String] {
    get throws { try linkStatements.filter { $0.contains("linkctl_probe_") } }
  }

  private var linkStatements: [String] {
    get throws {
      try statements.filter { sql in
        ["CREATE ", "ALTER ", "DROP "].contains { sql.hasPrefix($0) }
      }
    }
  }
}

extension TestProject {
  /// A project with a few links in the database that the peer has.
  static func linked(_ names: [String] = ["a", "b", "c"], _ more: String = "") throws -> TestProject
  {
    let links = names.map { "  \($0): { type: S3, credentials: {} }\n" }.joined()
    return try TestProject(["links.d/a.yaml": "database: prod\nlinks:\n\(links)\(more)"])
  }

  /// A link with a secret in it, as YAML.
  static let secretLink =
    "  secret: { type: GCS, credentials: { access_id: me, secret_key: { env: SECRET } } }\n"

  static let secret = "correct-horse-battery"

  /// An apply against the peer that asks nobody.
  func apply(on peer: Peer, _ more: String...) -> Invocation {
    linkctl(
      ["apply", "--auto-approve", "--target", peer.target] + more,
      environment: ["SECRET": Self.secret]
    )
  }
}
