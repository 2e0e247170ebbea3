import LinkCore
import LinkSandbox
import Testing

/// What the command line says of a plan is saved with it, and counts when it is carried out.
@Suite struct SavedOptionsTests {
  private static let manifest = """
    database: d
    links:
      adopted: { type: S3, credentials: {} }
      altered: { type: S3, config: { region: eu-west-1 }, credentials: {} }
      left_out: { type: S3, credentials: {} }
      recreated: { type: GCS, credentials: {} }
      retargeted: { type: S3, config: { endpoint_url: "https://new.example.com" }, credentials: { role_arn: r } }
      taken: { type: S3, credentials: {} }

    """
  private static let flags = [
    "--style", "auto", "--adopt", "d.adopted", "--adopt", "d.taken", "--take-over", "others",
    "--accept", "retarget", "--accept", "recreate-in-use", "--allow-recreate", "d.recreated",
    "--exclude", "d.left_out",
  ]

  private let project: TestProject

  init() throws {
    project = try TestProject(["links.d/a.yaml": Self.manifest])
    let tag = { (name: String, owner: String) in
      " DESCRIPTION '[\(SampleTag.content(name, owner: owner))]'"
    }
    let empty = "AS S3 CREDENTIALS '{}'"
    let statements = [
      "CREATE DATABASE d", "CREATE LINK d.adopted \(empty)",
      "CREATE LINK d.altered \(empty)\(tag("altered", "linkctl"))",
      "CREATE LINK d.recreated \(empty)\(tag("recreated", "linkctl"))",
      "CREATE LINK d.retargeted \(empty)\(tag("retarget", "linkctl"))",
      "CREATE LINK d.taken \(empty)\(tag("taken", "others"))",
    ]
    try project.write("", to: ".linkctl/x")
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    for statement in statements { _ = try sandbox.query(statement) }
    let ended = try project.linkctl(["plan", "--out", "saved.plan"] + Self.flags).run()
    #expect(ended.exit == 0, "\(ended.messageText)")
  }

  @Test func `They stand in the document, and in the command that makes it again`() throws {
    let shown = try project.run("show", "saved.plan", "--format", "json")
    let options = try #require(try JSONValue(reading: shown.output)["options"])
    #expect(options["style"]?.text == "auto")
    #expect(options["adopt"]?.canonical == #"["d.adopted","d.taken"]"#)
    #expect(options["take_over"]?.canonical == #"["others"]"#)
    #expect(options["accept"]?.canonical == #"["recreate-in-use","retarget"]"#)
    let markdown = try project.run("show", "saved.plan", "--format", "markdown").text
    #expect(markdown.contains("--adopt d.adopted --adopt d.taken --take-over others"))
    #expect(markdown.contains("--accept recreate-in-use --accept retarget --style auto"))
  }

  @Test func `The plan is carried out as it was asked for`() throws {
    let sql = try project.run("show", "saved.plan", "--format", "sql").text
    #expect(sql.contains("ALTER LINK `d`.`altered` SET CONFIG"))
    #expect(sql.contains("-- d.retargeted: credentials that the link has would go to another"))
    let ended = try project.run("apply", "saved.plan")
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(ended.text.contains("Apply: 6 applied"))
    #expect(try project.run("plan", "--exclude", "d.left_out", "--detailed-exitcode").exit == 0)
  }

  @Test(arguments: [
    (#""style": "auto""#, #""style": "replace""#), (#""others""#, #""mine""#),
    (#""retarget""#, #""x""#),
  ])
  func `One that was changed in the file is refused`(old: String, new: String) throws {
    let text = try project.run("show", "saved.plan", "--format", "json").text
    try #require(text.contains(old))
    try project.write(text.replacing(old, with: new), to: "saved.plan")
    #expect(try project.run("apply", "saved.plan").exit == 65)
  }
}
