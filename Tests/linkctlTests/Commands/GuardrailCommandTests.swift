import LinkCore
import Testing

/// Guardrails as a user meets them.
@Suite struct GuardrailCommandTests {
  private static let file = """
    environments:
      prod:
        target: sandbox:prod.db
        guardrails: { max_change_percent: 60, min_links: 1, max_drops: 0 }

    """

  private static func manifest(region: String, last: String = "") -> String {
    let link = { (name: String) in
      "  \(name): { type: S3, config: { region: \(region) }, credentials: {} }\n"
    }
    return "database: d\nlinks:\n" + ["a", "b", "c"].map(link).joined() + last
  }

  private let project: TestProject

  init() throws {
    project = try TestProject(["linkctl.yaml": Self.file])
    try project.write(Self.manifest(region: "us-east-1"), to: "links.d/a.yaml")
    #expect(try apply().exit == 0)
  }

  private func apply(_ more: String...) throws -> Ended {
    try project.linkctl(["apply", "--env", "prod", "--auto-approve"] + more).run()
  }

  private func plan(_ more: String...) throws -> Ended {
    try project.linkctl(["plan", "--env", "prod"] + more).run()
  }

  @Test func `One that is hit refuses, tells how to go on, and sends nothing`() throws {
    try project.write(Self.manifest(region: "us-west-2"), to: "links.d/a.yaml")
    let shown = try plan()
    #expect(shown.exit == 0)
    let words =
      "max_change_percent (hit): 100 % of 3 links there would change, of at most 60 %"
      + " (--accept max_change_percent goes on)"
    #expect(shown.text.contains("Guardrail \(words)."))
    #expect(try plan("--detailed-exitcode").exit == 3)
    #expect(try plan("--format", "markdown").text.contains("Guardrail hit, apply will refuse"))

    let refused = try apply()
    #expect(refused.exit == 3)
    #expect(refused.messageText.contains("guardrail max_change_percent: 100 % of 3 links"))
    #expect(try plan("--detailed-exitcode").exit == 3)

    #expect(try apply("--accept", "max_change_percent").exit == 0)
    #expect(try plan("--detailed-exitcode").exit == 0)
  }

  @Test func `What blocks and what is hit is told together`() throws {
    let tombstone = "  c: { state: absent }\n"
    var manifest = Self.manifest(region: "us-west-2")
    manifest.removeLast(manifest.split(separator: "\n").last.map { $0.utf8.count + 1 } ?? 0)
    try project.write(manifest + tombstone, to: "links.d/a.yaml")
    let refused = try apply()
    #expect(refused.exit == 3)
    #expect(refused.messageText.contains("blocked: d.c (drop-consent)"))
    #expect(refused.messageText.contains("guardrail max_change_percent: 67 % of 3 links"))
    let consented = try apply("--allow-drop", "d.c", "--accept", "max_change_percent")
    #expect(consented.exit == 3)
    #expect(consented.messageText.contains("guardrail max_drops: 1 link would be dropped"))
  }

  @Test func `A saved plan of a selection is measured as it was when it was made`() throws {
    try project.write(Self.manifest(region: "us-west-2"), to: "links.d/a.yaml")
    #expect(try plan("--only", "d.a", "--out", "a.plan").exit == 0)
    let applied = try project.run("apply", "a.plan")
    #expect(applied.exit == 0, "\(applied.messageText)")

    #expect(try plan("--out", "rest.plan", "--accept", "max_change_percent").exit == 0)
    let json = try JSONValue(reading: project.run("show", "rest.plan", "--format", "json").output)
    #expect(json["guardrails"]?.items?.first?["verdict"]?.text == "accepted")
    #expect(json["options"]?["accept"]?.canonical == #"["max_change_percent"]"#)
    #expect(try project.run("apply", "rest.plan").exit == 0)
  }

  @Test func `A saved plan that hits one is refused, as is one whose bounds have changed`() throws {
    try project.write(Self.manifest(region: "us-west-2"), to: "links.d/a.yaml")
    #expect(try plan("--out", "hit.plan").exit == 0)
    #expect(try project.run("apply", "hit.plan").exit == 3)
    let looser = Self.file.replacing("60", with: "100")
    try project.write(looser, to: "linkctl.yaml")
    let stale = try project.run("apply", "hit.plan")
    #expect(stale.exit == 4)
    #expect(stale.messageText.contains("linkctl.yaml was edited"))
  }
}
