import LinkCore
import Testing

@testable import LinkSandbox

/// Several applies at once on one sandbox: each says what it did, and together they converge.
@Suite struct ConcurrencyTests {
  private static let count = 12

  private static let manifest =
    "database: prod\ndefaults: { type: S3, credentials: {} }\nlinks:\n"
    + (0..<count).map { "  l\($0): { description: number \($0) }\n" }.joined()

  @Test func `Each says what it did, and the links are as declared`() throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    for _ in 0..<4 {
      let calls = (0..<3).map { _ in
        project.linkctl("apply", "--auto-approve", "--quiet", "--format", "json")
      }
      let ended = try calls.map { try $0.start() }.map { try $0.wait() }
      #expect(ended.allSatisfy { [0, 1, 4, 5, 7].contains($0.exit ?? -1) })
      let applied = try ended.reduce(0) { try $0 + self.applied($1) }
      let links = try project.links()
      #expect(applied == Self.count && links.count == Self.count)
      #expect(try project.run("plan", "--detailed-exitcode").exit == 0)
      try drop(links, in: project)
    }
  }

  private func applied(_ ended: Ended) throws -> Int {
    let document = try JSONValue(reading: ended.output)
    return document["statements"]?.items?.count { $0["status"]?.text == "applied" } ?? 0
  }

  private func drop(_ links: [String], in project: TestProject) throws {
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    for link in links { _ = try sandbox.query("DROP LINK \(link.prefix { $0 != " " })") }
  }

  @Test func `Fails the statement where a lock is never given up`() throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    try project.write(Self.manifest.replacing("number 3", with: "x"), to: "links.d/a.yaml")
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    try sandbox.rows("BEGIN IMMEDIATE")
    let ended = try project.run("apply", "--auto-approve")
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("error 1205"))
    try sandbox.rows("ROLLBACK")
    #expect(try project.run("apply", "--auto-approve").exit == 0)
  }

  // MARK: Statements that fail

  private func failing(_ link: String) throws -> TestProject {
    let project = try TestProject(["links.d/a.yaml": Self.manifest, ".linkctl/x": ""])
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    _ = try sandbox.query("CREATE DATABASE prod")
    try sandbox.rows(
      """
      CREATE TRIGGER refused BEFORE INSERT ON links WHEN NEW.name = '\(link)'
      BEGIN SELECT RAISE(ABORT, 'no room for this one'); END
      """
    )
    return project
  }

  @Test(
    arguments: [
      ("l0", "stop", 1, 0, 11), ("l0", "continue", 7, 11, 0), ("l10", "stop", 7, 2, 9),
      ("l9", "stop", 7, 11, 0),
    ] as [(String, String, Int32, Int, Int)]
  )
  func `Says what was done, what failed and what was not tried`(
    link: String,
    onError: String,
    exit: Int32,
    applied: Int,
    notAttempted: Int
  ) throws {
    let project = try failing(link)
    let ended = try project.run("apply", "--auto-approve", "--on-error", onError)
    #expect(ended.exit == exit)
    #expect(ended.text.contains("create prod.\(link): failed: error 1105 (HY000): "))
    #expect(ended.text.contains("no room for this one"))
    #expect(
      ended.text.hasSuffix(
        "Apply: \(applied) applied, 0 already, 1 failed, 0 unknown, \(notAttempted) not attempted.\n"
      )
    )
    #expect(try project.links().count == applied)
    try project.sandbox(".linkctl/sandbox.db").rows("DROP TRIGGER refused")
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    #expect(try project.run("plan", "--detailed-exitcode").exit == 0)
  }
}
