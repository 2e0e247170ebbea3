import Foundation
import LinkCore
import Testing

@testable import LinkSandbox

/// No command shows or keeps a secret, in whatever format, however it ends.
@Suite struct CanaryTests {
  static let plans = ["text", "json", "sql"].map { ["plan", "--format", $0] }
  static let applies = ["text", "json"].map { ["apply", "--auto-approve", "--format", $0] }
  static let others = [
    ["snapshot"], ["snapshot", "--out", "snapshot.json"], ["validate"],
    ["validate", "--format", "json"], ["secrets"], ["secrets", "--format", "json"],
  ]
  static let everything = plans + applies + others

  private func project(_ more: [String: String] = [:]) throws -> TestProject {
    try TestProject(["links.d/canaries.yaml": Canaries.manifest].merging(more) { $1 })
  }

  /// Runs with all canaries set and looks for them everywhere.
  @discardableResult
  private func run(
    _ arguments: [String],
    in project: TestProject,
    change: (inout Invocation) -> Void = { _ in }
  ) throws -> Ended {
    let ended = try project.linkctl(arguments + ["--debug"], environment: Canaries.environment)
      .with(change).run()
    #expect(Canaries.search.leaks(in: ended) == [], "\(arguments)")
    #expect(Canaries.search.leaks(below: project.folder) == [], "\(arguments)")
    #expect(Canaries.search.leaks(below: project.temporaryFolder) == [], "\(arguments)")
    return ended
  }

  @Test(arguments: everything)
  func `Shows none where all goes well`(arguments: [String]) throws {
    let project = try project()
    #expect(try run(arguments, in: project).exit == 0)
    try run(arguments + ["--color", "always"], in: project)
  }

  @Test func `Brings every one to the server unharmed`() throws {
    let project = try project()
    #expect(try run(["apply", "--auto-approve"], in: project).exit == 0)
    let sandbox = try project.sandbox(".linkctl/sandbox.db", .readOnly)
    for name in Canaries.names {
      let sent = try Canaries.credentials(of: name)
      #expect(try sandbox.credentialsMatch(sent, database: "prod", name: "l_\(name)"), "\(name)")
    }
    for arguments in Self.everything { #expect(try run(arguments, in: project).exit == 0) }
    #expect(try run(["plan", "--detailed-exitcode"], in: project).exit == 0)
  }

  @Test(arguments: applies)
  func `Shows none where one is not set`(arguments: [String]) throws {
    let project = try project()
    let ended = try run(arguments, in: project) { $0.environment["PLAIN"] = nil }
    #expect(ended.exit == 6)
    #expect(ended.messageText.contains("variable PLAIN is not set"))
    let broken = try run(arguments, in: project) { $0.environment["PLAIN"] = "Kx7Qz91mVt3Rw8Lp\n" }
    #expect(broken.exit == 6)
    #expect(!project.exists(".linkctl/sandbox.db"))
  }

  @Test(arguments: applies)
  func `Shows none where something is blocked`(arguments: [String]) throws {
    let manifest = Canaries.manifest + "  zz: { type: KAFKA }\n"
    let project = try project(["links.d/canaries.yaml": manifest])
    #expect(try run(arguments, in: project).exit == 3)
  }

  @Test(arguments: plans + applies)
  func `Shows none where the sandbox cannot be used`(arguments: [String]) throws {
    let project = try project(["foreign.db": "no sandbox"])
    let targets = ["sandbox:links.d/canaries.yaml/x.db", "sandbox:foreign.db", "sandbox:links.d"]
    for target in targets { try run(arguments + ["--target", target], in: project) }
  }

  @Test(arguments: everything)
  func `Shows none where a stream is closed`(arguments: [String]) throws {
    try run(arguments, in: project()) { $0.output = .closed }
    try run(arguments, in: project()) { $0.output = .broken }
    try run(arguments, in: project()) { $0.messages = .closed }
  }

  @Test(arguments: everything)
  func `Shows none where the manifests are wrong`(arguments: [String]) throws {
    let manifest = Canaries.manifest + "  zz: { typ: S3, config: { password: x } }\n"
    #expect(try run(arguments, in: project(["links.d/canaries.yaml": manifest])).exit == 65)
  }

  // MARK: Servers that repeat what they were sent

  /// Whatever a server says of a statement, with every form of its secrets in it, is masked.
  @Test(arguments: applies)
  func `Masks what a failing server repeats`(arguments: [String]) throws {
    let project = try project()
    try make(project)
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    for name in Canaries.names {
      let forms = SecretForms(Canaries.values[name] ?? "").all.map {
        String(decoding: $0.bytes, as: UTF8.self)
      }
      try fail("l_\(name)", saying: "refused: \(forms.joined(separator: " "))", on: sandbox)
    }
    for stop in ["continue", "stop"] {
      let ended = try project.linkctl(
        arguments + ["--on-error", stop, "--debug"],
        environment: Canaries.environment
      ).run()
      #expect(Canaries.search.leaks(in: ended) == [])
      #expect(ended.text.contains("refused: ***"))
      #expect(ended.exit == (stop == "continue" ? 7 : 1))
    }
  }

  /// A form at a time, so that none is cut off unseen.
  @Test func `Masks each form alone`() throws {
    for (index, name) in Canaries.names.enumerated() where index % 6 == 1 {
      let project = try TestProject([
        "links.d/a.yaml": """
        database: prod
        links:
          l_\(name): { type: HTTP, credentials: { headers: { X: { env: \(name) } } } }
        """
      ])
      try make(project)
      for form in SecretForms(Canaries.values[name] ?? "").all {
        let sandbox = try project.sandbox(".linkctl/sandbox.db")
        try sandbox.rows("DROP TRIGGER IF EXISTS t")
        let text = String(decoding: form.bytes, as: UTF8.self)
        try fail("l_\(name)", saying: "(\(text))", on: sandbox, trigger: "t")
        let ended = try project.linkctl(
          ["apply", "--auto-approve"],
          environment: Canaries.environment
        )
        .run()
        #expect(ended.exit == 1)
        #expect(Canaries.search.leaks(in: ended) == [], "\(name), \(form.form)")
        #expect(ended.text.contains("***"), "\(name), \(form.form): \(ended.text)")
      }
    }
  }

  /// Has the sandbox made, with the database in it.
  private func make(_ project: TestProject) throws {
    try FileManager.default.createDirectory(
      atPath: project.path(".linkctl"),
      withIntermediateDirectories: true
    )
    _ = try project.sandbox(".linkctl/sandbox.db").query("CREATE DATABASE `prod`")
  }

  private func fail(
    _ link: String,
    saying text: String,
    on sandbox: Sandbox,
    trigger: String? = nil
  ) throws {
    let message = text.replacing("'", with: "''")
    try sandbox.rows(
      """
      CREATE TRIGGER \(trigger ?? "t_\(link)") BEFORE INSERT ON links WHEN NEW.name = '\(link)'
      BEGIN SELECT RAISE(ABORT, '\(message)'); END
      """
    )
  }
}
