import Foundation
import LinkCore
import Testing

/// `--report` as pipelines use it.
@Suite struct ReportOptionTests {
  private static let manifest = """
    database: prod
    links:
      gone: { state: absent }
      store: { type: S3, description: Stored, credentials: {} }

    """

  private static let catalog = """
    {"format_version":"1.0","kind":"linkctl.snapshot","taken_at":"2026-11-22T10:00:00Z",
    "server":{"product":"SingleStore","version":"9.1.3",
    "capabilities":["alter_link","if_not_exists","links_config","or_replace"]},
    "databases":["prod"],"complete":true,"links":[
    {"database":"prod","name":"gone","type":"S3","description":null,
    "tag":"linkctl:1:linkctl:-:-:AAAAAAAAAAA:-","config":null}],"pipelines":[]}
    """

  private let project: TestProject

  init() throws {
    project = try TestProject([
      "links.d/a.yaml": Self.manifest, "catalog.json": Self.catalog,
    ])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: project.path(name), encoding: .utf8)
  }

  @Test(
    arguments: ["plan", "drift"],
    [("json", "json"), ("md", "markdown"), ("html", "html"), ("sql", "sql")]
  )
  func `Holds the very bytes of the format`(
    command: String,
    names: (kind: String, format: String)
  ) throws {
    let source = ["--snapshot", "catalog.json"]
    // What leads to a document is part of it: the same words for both.
    let words = [command, "--format", names.format] + source
    let plain = try project.linkctl(words).run()
    let reported = try project.linkctl(words + ["--report", "\(names.kind)=out"]).run()
    #expect(plain.exit == 0 && reported.exit == 0, "\(reported.messageText)")
    #expect(reported.output == plain.output)
    #expect(try project.bytes(of: "out") == Array(plain.output))
  }

  @Test func `Every kind at once, beside the text, and a saved plan again`() throws {
    let kinds = ["json", "md", "html", "sql", "sarif", "junit", "gitlab", "github"]
    let reports = kinds.flatMap { ["--report", "\($0)=\($0).out"] }
    let saved = try project.linkctl(
      ["plan", "--snapshot", "catalog.json", "--out", "saved.plan"] + reports
    ).run()
    #expect(saved.exit == 0 && saved.text.contains("Plan: 1 to create"))
    let first = try kinds.map { try text("\($0).out") }
    #expect(first.allSatisfy { !$0.isEmpty })
    #expect(try project.linkctl(["show", "saved.plan"] + reports).run().exit == 0)
    #expect(try kinds.map { try text("\($0).out") } == first)
    #expect(first[5].contains("<failure type=\"drop-consent\""))
    #expect(first[7].hasPrefix("::error file=links.d/a.yaml,line=3,col=3,"))
    #expect(
      try project.run(
        "plan",
        "--snapshot",
        "catalog.json",
        "--detailed-exitcode",
        "--report",
        "junit=x.xml"
      ).exit == 3
    )
    #expect(project.exists("x.xml"))
  }

  @Test func `Drift as SQL is what an apply would send`() throws {
    let applied = try project.run("plan", "--snapshot", "catalog.json", "--format", "sql").text
    let drifted = try project.run("drift", "--snapshot", "catalog.json", "--format", "sql").text
    let statements = { (text: String) in
      text.split(separator: "\n").filter { !$0.hasPrefix("--") }
    }
    #expect(statements(drifted) == statements(applied) && statements(applied).count == 2)
    #expect(drifted.contains("-- prod.gone: differs; apply would send nothing\n"))
    #expect(drifted.contains("-- prod.store: missing\nCREATE LINK IF NOT EXISTS"))
  }

  @Test func `Paths are those of the folder that linkctl is started in`() throws {
    try project.write(Self.manifest + "  bad: { typ: S3 }\n", to: "infra/links/links.d/b.yaml")
    let ended = try project.run(
      "validate",
      "--project",
      "infra/links",
      "--report",
      "sarif=s.json",
      "--report",
      "github=-"
    )
    #expect(ended.exit == 65)
    #expect(ended.messageText.contains("::error file=infra/links/links.d/b.yaml,line=5,col=10,"))
    #expect(try text("s.json").contains("\"uri\": \"infra/links/links.d/b.yaml\""))
  }

  // MARK: Ends that are none

  @Test(
    arguments: [["plan"], ["drift"], ["apply", "--auto-approve"], ["validate"]],
    [
      (["md="], "--report: expected md=PATH, and no path is given"),
      (["md=-"], "--report: only github can go to '-', the log; give a file's path"),
      (["md=out", "html=out"], "--report: two reports cannot go to the same file"),
    ]
  )
  func `Nothing is done where a report cannot be what was asked for`(
    command: [String],
    asked: (reports: [String], message: String)
  ) throws {
    let reports = asked.reports.flatMap { ["--report", $0] }
    let ended = try project.linkctl(command + reports).run()
    #expect(ended.exit == 64 && ended.text.isEmpty)
    #expect(ended.messageText == "linkctl: \(asked.message)\n")
    #expect(!project.exists("out"))
  }

  @Test(arguments: [["plan"], ["drift"], ["apply", "--auto-approve"]])
  func `A command that fails reports that`(command: [String]) throws {
    try project.write(Self.manifest + "  bad: { typ: S3 }\n", to: "links.d/a.yaml")
    let kinds = ["json", "md", "html", "sql", "sarif", "junit", "gitlab", "github"]
    let reports = kinds.flatMap { ["--report", "\($0)=\($0).out"] }
    let ended = try project.linkctl(command + ["--format", "json"] + reports).run()
    #expect(ended.exit == 65)
    #expect(try project.bytes(of: "json.out") == Array(ended.output))
    #expect(try text("sql.out").hasPrefix("!! no statements: "))
    for kind in kinds where !["json", "sql", "md", "html"].contains(kind) {
      #expect(try text("\(kind).out").contains("unknown-key"), "\(kind)")
    }
    #expect(try text("md.out").contains("<code>unknown-key</code>"))
  }

  @Test func `What has no finding is told by its exit code's name`() throws {
    let ended = try project.run("plan", "--snapshot", "none.json", "--report", "gitlab=q.json")
    #expect(ended.exit == 65)
    #expect(try text("q.json").contains("\"check_name\": \"bad_input\""))
  }

  // MARK: Apply

  @Test func `An apply reports every link`() throws {
    try project.write(
      Self.manifest.replacing("  gone: { state: absent }\n", with: ""),
      to: "links.d/a.yaml"
    )
    let ended = try project.run(
      "apply",
      "--auto-approve",
      "--report",
      "junit=run.xml",
      "--report",
      "json=run.json",
      "--report",
      "md=run.md",
      "--report",
      "sql=run.sql"
    )
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(try text("run.xml").contains("<system-out>create prod.store: applied</system-out>"))
    let run = try JSONValue(reading: try text("run.json"))
    #expect(run["kind"]?.text == "linkctl.run" && run["exit"]?.canonical == "0")
    #expect(try text("run.md").contains("Apply: 1 applied"))
    #expect(try text("run.sql").contains("CREATE LINK IF NOT EXISTS `prod`.`store`"))
  }

  @Test func `A statement that failed is an issue, and the rest was skipped`() throws {
    let project = try TestProject.linked()
    let peer = try Peer("--fault", "error=1105:IF NOT EXISTS `prod`.`b`", for: project)
    let reports = ["junit", "github", "html"].flatMap { ["--report", "\($0)=\($0).out"] }
    let ended = try project.apply(on: peer).with { call in
      call.arguments += reports.map { Array($0.utf8) }
    }.run()
    #expect(ended.exit == 7)
    let junit = try String(contentsOfFile: project.path("junit.out"), encoding: .utf8)
    #expect(junit.contains(#"tests="3" failures="1" errors="0" skipped="1""#))
    let annotations = try String(contentsOfFile: project.path("github.out"), encoding: .utf8)
    #expect(annotations.contains("links.d/a.yaml,line=4,"))
    #expect(annotations.hasSuffix("error 1105 (HY000): refused by the peer\n"))
  }

  // MARK: Reports that cannot be

  @Test(arguments: [
    ["x.json"], ["xml=x"], ["json="], ["json=-"], ["json=a", "md=a"], ["=x"], ["JSON=x"],
  ])
  func `A report that is none is a usage error`(reports: [String]) throws {
    let words = reports.flatMap { ["--report", $0] }
    let ended = try project.linkctl(["plan", "--snapshot", "catalog.json"] + words).run()
    #expect(ended.exit == 64)
    #expect(ended.output.isEmpty && ended.messageText.contains("--report"))
    #expect(!project.exists("a") && !project.exists("x"))
  }

  @Test(arguments: ["folder", "none/x", "link"])
  func `A path that cannot be written ends the command before anything is done`(
    path: String
  ) throws {
    try project.write("x", to: "folder/file")
    try FileManager.default.createSymbolicLink(
      atPath: project.path("link"),
      withDestinationPath: project.path("catalog.json")
    )
    let ended = try project.run("apply", "--auto-approve", "--report", "junit=\(path)")
    #expect(ended.exit == 1)
    #expect(ended.messageText.hasPrefix("linkctl: --report junit: "))
    #expect(ended.messageText.contains(path.prefix(4)))
    #expect(ended.output.isEmpty && !project.exists(".linkctl"))
    #expect(try text("catalog.json") == Self.catalog)
  }

  @Test func `A validation has no statements`() throws {
    #expect(try project.run("validate", "--report", "sql=x.sql").exit == 64)
    let ended = try project.run("validate", "--report", "junit=v.xml", "--report", "md=v.md")
    #expect(ended.exit == 0)
    #expect(try text("v.xml").contains(#"<testcase classname="manifests" name="links.d/a.yaml""#))
    #expect(try text("v.md").hasPrefix("<!-- linkctl validate env="))
  }
}
