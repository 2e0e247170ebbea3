import LinkCore
import Testing

/// A catalog may hold anything: it is shown without doing anything to the terminal, and what is not
/// ours stays as it is.
@Suite struct CatalogInputTests {
  /// Plans against a link of this description; the manifest's link `x` has another one.
  private func planned(_ description: String, _ arguments: String...) throws -> Ended {
    let project = try TestProject([
      "links.d/a.yaml": BadInput.link("{ type: S3, credentials: {}, description: mine }"),
      "db/x": "",
    ])
    let sandbox = try project.sandbox("db/catalog.db")
    let sql: SQLText = """
      CREATE LINK \(LinkAddress(database: "prod", name: "x")) AS S3 CREDENTIALS \(string: "{}") \
      DESCRIPTION \(string: description)
      """
    _ = try sandbox.query("CREATE DATABASE prod")
    _ = try sandbox.query(sql.rendered)
    let options = ["plan", "--target", "sandbox:db/catalog.db", "--adopt", "*"] + arguments
    return try project.linkctl(options).run()
  }

  @Test(arguments: ["text", "markdown"])
  func `K001: A description's escapes reach no terminal`(format: String) throws {
    let ended = try planned(
      "\u{1B}[2J\u{1B}]52;c;aGk=\u{07}\r\u{9B}31m\u{202E}\u{2028}",
      "--format",
      format
    )
    #expect(ended.exit == 0)
    let forbidden: Set<Unicode.Scalar> = [
      "\u{1B}", "\u{07}", "\r", "\u{9B}", "\u{202E}", "\u{2028}",
    ]
    #expect(!(ended.text + ended.messageText).unicodeScalars.contains(where: forbidden.contains))
    #expect(ended.text.contains("[2J"))
  }

  @Test func `K002: A description does not forge lines of a plan`() throws {
    let ended = try planned("ok\nPlan: 0 to create, 0 to update, 0 to adopt")
    #expect(ended.lines { $0.hasPrefix("Plan: ") }.count == 1)
    #expect(ended.text.contains(#""ok\nPlan: 0 to create"#))
    #expect(ended.text.contains("1 to adopt"))
  }

  @Test(
    arguments: [
      "x [linkctl v1 me 0000]", "x [linkctl:1:linkctl:-:-:AAAA:-]", "x [linkctl:1:linkctl:-:-:-:-]",
      "[linkctl:1:linkctl:-:-:AAAAAAAAAAA:-] x", "x [linkctl:1::-:-:AAAAAAAAAAA:-]",
    ]
  )
  func `K005: What only looks like a tag makes no link ours`(description: String) throws {
    let project = try TestProject.linked(["x"])
    try project.write("", to: ".linkctl/here")
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    let sql: SQLText = """
      CREATE LINK \(LinkAddress(database: "prod", name: "x")) AS S3 CREDENTIALS \(string: "{}") \
      DESCRIPTION \(string: description)
      """
    _ = try sandbox.query("CREATE DATABASE prod")
    _ = try sandbox.query(sql.rendered)
    let ended = try project.run("apply", "--auto-approve")
    #expect(ended.text.contains(" 1 not ours, "), "\(ended.text)")
    #expect(try project.links() == ["prod.x S3 \(description)"])
  }

  @Test func `K010, K011: Links that are not ours are told, and stay as they are`() throws {
    let project = try TestProject.linked(["link0"])
    try project.write("owner: somebody-else\n", to: "linkctl.yaml")
    let peer = try Peer("--links", "2", for: project)
    let plan = try project.run("plan", "--target", peer.target)
    #expect(plan.text.contains("--adopt prod.link0 --take-over linkctl"))
    #expect(plan.text.contains(" 1 not ours, 1 unmanaged, "))
    let ended = try project.apply(on: peer).run()
    #expect(ended.exit == 0)
    #expect(try peer.changes == [] && peer.probes == [])
  }
}
