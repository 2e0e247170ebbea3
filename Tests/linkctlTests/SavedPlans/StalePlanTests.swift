import Foundation
import LinkCore
import LinkSeal
import Testing

/// A saved plan is carried out only where all that it was made of is as it was.
@Suite struct StalePlanTests {
  static let projectFile = """
    owner: team
    environments:
      dev:
        target: sandbox:.linkctl/dev.db
        values: { region: us-east-1 }
      prod: { target: "sandbox:.linkctl/prod.db" }

    """
  static let manifest = """
    database: d
    links:
      changed: { type: S3, description: words, config: { region: { value: region }, n: 1 }, credentials: {} }
      dropped: { state: absent }
      recreated: { type: GCS, credentials: {} }

    """
  static let other = "database: d\nlinks:\n  created: { type: S3, credentials: {} }\n"

  /// A project with a plan in `saved.plan` that changes, drops, recreates and creates a link each.
  struct Planned {
    let project: TestProject

    init() throws {
      project = try TestProject([
        "linkctl.yaml": StalePlanTests.projectFile,
        "links.d/a.yaml": StalePlanTests.manifest,
        "links.d/b.yaml": StalePlanTests.other,
        ".linkctl/x": "",
      ])
      for name in ["dev", "prod"] {
        let sandbox = try project.sandbox(".linkctl/\(name).db")
        for sql in StalePlanTests.catalog { _ = try sandbox.query(sql) }
      }
      let consents = ["--allow-drop", "d.dropped", "--allow-recreate", "d.recreated"]
      let ended = try project.linkctl(["plan", "--env", "dev", "--out", "saved.plan"] + consents)
        .run()
      try #require(ended.exit == 0, "\(ended.messageText)")
    }

    func apply(_ arguments: String..., environment: [String: String] = [:]) throws -> Ended {
      try project.linkctl(["apply", "saved.plan"] + arguments, environment: environment).run()
    }

    func query(_ sql: String) throws {
      _ = try project.sandbox(".linkctl/dev.db").query(sql)
    }

    /// The DESCRIPTION that the plan's statement for a link writes behind a text.
    func tagged(_ text: String, _ name: String) throws -> String {
      let saved = try Data(contentsOf: URL(filePath: project.path("saved.plan")))
      let plan = try JSONValue(reading: Array(saved))
      let nonce = LinkCore.Tag.nonce(
        planDigest: try #require(plan["plan_digest"]?.text),
        address: LinkAddress(database: "d", name: name),
        digest: Digest.sha256
      )
      let tag = LinkCore.Tag(owner: "team", rotation: nil, nonce: nonce, fingerprint: nil)
      return TaggedDescription(text, tag: tag).joined
    }

    var links: [String] { get throws { try project.links(in: ".linkctl/dev.db") } }

    func edit(_ path: String, _ old: String, _ new: String) throws {
      let text = try String(contentsOfFile: project.path(path), encoding: .utf8)
      try #require(text.contains(old))
      try project.write(text.replacing(old, with: new), to: path)
    }
  }

  static let catalog = [
    "CREATE DATABASE d",
    "CREATE LINK d.changed AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"eu-west-1\",\"n\":1}'"
      + ours("changed"),
    "CREATE LINK d.dropped AS S3 CREDENTIALS '{}'" + ours("dropped"),
    "CREATE LINK d.recreated AS S3 CREDENTIALS '{}'" + ours("recreated"),
  ]

  private static func ours(_ name: String) -> String {
    " DESCRIPTION '[\(SampleTag.content(name, owner: "team"))]'"
  }

  /// One thing that is changed alone, and how the refusal names it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let named: String
    let change: @Sendable (Planned) throws -> Void

    var testDescription: String { name }
  }

  private static func sql(_ name: String, _ sql: String, _ named: String) -> Case {
    Case(name: name, named: named) { try $0.query(sql) }
  }

  private static func edit(
    _ name: String,
    _ path: String,
    _ old: String,
    _ new: String,
    _ named: String
  )
    -> Case
  {
    Case(name: name, named: named) { try $0.edit(path, old, new) }
  }

  static let cases: [Case] = [
    edit("F001: a manifest", "links.d/a.yaml", "words", "others", "links.d/a.yaml was edited"),
    Case(name: "a manifest more", named: "links.d/c.yaml was added") {
      try $0.project.write(other.replacing("created", with: "more"), to: "links.d/c.yaml")
    },
    Case(name: "a manifest less", named: "links.d/b.yaml was removed") {
      try FileManager.default.removeItem(atPath: $0.project.path("links.d/b.yaml"))
    },
    edit(
      "a value of the environment",
      "linkctl.yaml",
      "us-east-1",
      "us-east-2",
      "linkctl.yaml was edited"
    ),
    edit(
      "the owner",
      "linkctl.yaml",
      "owner: team",
      "owner: others",
      #"owner was "team" when planned, is "others" now"#
    ),
    edit(
      "F006: the target",
      "linkctl.yaml",
      "sandbox:.linkctl/dev.db",
      "sandbox:.linkctl/prod.db",
      #"target was "sandbox:.linkctl/dev.db" when planned, is "sandbox:.linkctl/prod.db" now"#
    ),
    edit(
      "F006: the environment",
      "linkctl.yaml",
      "  dev:",
      "  test:",
      #"environment was "dev" when planned, is not declared any more"#
    ),
    sql(
      "CONFIG in the catalog",
      "CREATE OR REPLACE LINK d.changed AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"x\",\"n\":1}'",
      #"d.changed: config.region was "eu-west-1" when planned, is "x" now"#
    ),
    sql(
      "a description in the catalog",
      "CREATE OR REPLACE LINK d.changed AS S3 CREDENTIALS '{}'"
        + " CONFIG '{\"region\":\"eu-west-1\",\"n\":1}' DESCRIPTION 'x'",
      #"d.changed: description was not set when planned, is "x" now"#
    ),
    sql("a link that is gone", "DROP LINK d.changed", "d.changed: is gone"),
    sql(
      "a link that is there",
      "CREATE LINK d.created AS GCS CREDENTIALS '{}'",
      "d.created: exists now"
    ),
    Case(
      name: "a type in the catalog",
      named: #"d.dropped: type was "S3" when planned, is "GCS" now"#
    ) {
      try $0.query("DROP LINK d.dropped")
      try $0.query("CREATE LINK d.dropped AS GCS CREDENTIALS '{}'")
    },
    Case(name: "a statement in the file", named: "what is to be done to d.changed is not what") {
      try $0.forge(#""CREATE OR REPLACE LINK `d`.`changed`"#, #""DROP LINK `d`.`changed`; --"#)
    },
    Case(name: "a consent less in the file", named: "what is to be done to d.dropped is not what") {
      try $0.forge("    \"allow_drop\": [\n      \"d.dropped\"\n    ]", "    \"allow_drop\": []")
    },
  ]

  @Test(arguments: cases)
  func `Is refused by name where one input alone has changed`(changed: Case) throws {
    let planned = try Planned()
    try changed.change(planned)
    let before = try planned.links
    let ended = try planned.apply()
    #expect(ended.exit == 4)
    #expect(ended.messageText.contains(changed.named), "\(ended.messageText)")
    #expect(ended.messageText.contains("nothing was done"))
    #expect(try planned.links == before)
  }

  @Test func `F006: Is refused where another environment is asked for`() throws {
    let planned = try Planned()
    let named = #"environment was "dev" when planned, is "prod" now"#
    for ended in [
      try planned.apply("--env", "prod"), try planned.apply(environment: ["LINKCTL_ENV": "prod"]),
    ] {
      #expect(ended.exit == 4 && ended.messageText.contains(named))
    }
    #expect(try planned.apply("--env", "dev", environment: ["LINKCTL_ENV": "prod"]).exit == 0)
  }
}

extension StalePlanTests.Planned {
  /// Edits the plan and stamps it anew, as somebody would who knows how.
  func forge(_ old: String, _ new: String) throws {
    try edit("saved.plan", old, new)
    let text = String(decoding: try project.bytes(of: "saved.plan"), as: UTF8.self)
    let stamp = try #require(text.range(of: ",\n  \"document_digest\"", options: .backwards))
    let rest = text[..<stamp.lowerBound]
    let digest = "sha256:" + Digest.hex(Digest.sha256(Array(rest.utf8)))
    try project.write("\(rest),\n  \"document_digest\": \"\(digest)\"\n}\n", to: "saved.plan")
  }
}
