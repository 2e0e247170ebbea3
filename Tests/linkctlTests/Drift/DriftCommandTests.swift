import Foundation
import LinkCore
import LinkSandbox
import Testing

/// Drift as teams meet it: what was reviewed, what somebody did by hand, what waits to be applied.
@Suite struct DriftCommandTests {
  private static let projectFile = """
    environments:
      prod: { target: "sandbox:prod.db", snapshot: reviewed.json }

    """
  private static let manifest = """
    database: d
    defaults: { type: S3, config: { region: us-east-1 }, credentials: {} }
    links:
      altered: {}
      changed: {}
      dropped: {}
      edited: {}
      edited_and_changed: {}
      held: { update: never }
      kept: {}
      waived: { allow: [{ rule: drift, key: config.region, reason: tests run there }] }

    """
  private static let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"

  private let project: TestProject

  init() throws {
    project = try TestProject([
      "linkctl.yaml": Self.projectFile, "links.d/a.yaml": Self.manifest,
    ])
    #expect(try run("apply", "--auto-approve").exit == 0)
    #expect(try run("snapshot", "--out", "reviewed.json").exit == 0)
  }

  private func run(_ arguments: String..., key: String? = DriftCommandTests.key) throws -> Ended {
    var environment = ["LINKCTL_ENV": "prod"]
    environment["LINKCTL_FINGERPRINT_KEY"] = key
    return try project.linkctl(arguments, environment: environment).run()
  }

  private func query(_ sql: String...) throws {
    let sandbox = try project.sandbox("prod.db")
    for statement in sql { _ = try sandbox.query(statement) }
  }

  /// Every link's status by its name; waived ones in brackets.
  private func statuses(_ arguments: String..., key: String? = DriftCommandTests.key) throws
    -> [String: String]
  {
    let call = project.linkctl(
      ["drift", "--format", "json"] + arguments,
      environment: ["LINKCTL_ENV": "prod", "LINKCTL_FINGERPRINT_KEY": key ?? ""]
    )
    let report = try JSONValue(reading: call.run().output)
    #expect(report["kind"]?.text == "linkctl.drift")
    let links = (report["links"]?.items ?? []).map { link in
      let status = link["status"]?.text ?? ""
      let name = String((link["address"]?.text ?? "").dropFirst(2))
      return (name, link["waived"] == nil ? status : "(\(status))")
    }
    return Dictionary(uniqueKeysWithValues: links)
  }

  /// What others do to the catalog while nobody looks.
  private func meddle() throws {
    let west = "SET CONFIG '{\"region\":\"us-west-1\"}'"
    try query(
      "ALTER LINK d.altered SET CREDENTIALS '{\"role_arn\":\"x\"}'",
      "ALTER LINK d.changed \(west)",
      "DROP LINK d.dropped",
      "ALTER LINK d.edited_and_changed \(west)",
      "ALTER LINK d.held \(west)",
      "ALTER LINK d.waived \(west)",
      "CREATE LINK d.by_hand AS S3 CREDENTIALS '{}'"
    )
    let manifest = Self.manifest
      .replacing("      edited: {}", with: "      edited: { config: { region: eu-west-1 } }")
      .replacing("edited: {}", with: "edited: { description: words }")
      .replacing("edited_and_changed: {}", with: "edited_and_changed: { description: words }")
    try project.write(manifest + "  new: { type: GCS }\n", to: "links.d/a.yaml")
  }

  @Test func `Nothing has happened`() throws {
    let statuses = try statuses()
    #expect(statuses.count == 8 && Set(statuses.values) == ["in_sync"])
    #expect(try run("drift", "--detailed-exitcode", "--max-unverifiable", "0").exit == 0)
  }

  @Test func `Tells who has moved`() throws {
    try meddle()
    #expect(
      try statuses() == [
        "altered": "in_sync", "by_hand": "unmanaged", "changed": "changed_outside",
        "dropped": "missing", "edited": "pending", "edited_and_changed": "both",
        "held": "(changed_outside)", "kept": "in_sync", "new": "pending",
        "waived": "(changed_outside)",
      ]
    )
  }

  @Test func `Without a baseline nobody can tell who has moved`() throws {
    try meddle()
    try FileManager.default.removeItem(atPath: project.path("reviewed.json"))
    let statuses = try statuses()
    #expect(statuses["changed"] == "differs" && statuses["edited"] == "differs")
    #expect(statuses["new"] == "missing" && statuses["dropped"] == "missing")
    let text = try run("drift")
    #expect(text.text.contains("baseline=none") && text.messageText.contains("no baseline"))
    #expect(try run("drift", "--baseline", "nowhere.json").exit == 65)
  }

  @Test func `A tag that is gone or altered is lost, and another's is not ours`() throws {
    let ours = SampleTag.content("x")
    let theirs = SampleTag.content("y", owner: "others")
    let same = "AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"us-east-1\"}'"
    try query(
      "CREATE OR REPLACE LINK d.altered \(same)",
      "CREATE OR REPLACE LINK d.changed \(same) DESCRIPTION '[\(ours.dropLast(4))'",
      "CREATE OR REPLACE LINK d.edited \(same) DESCRIPTION '[\(theirs)]'",
      "CREATE LINK d.gone_from_files \(same) DESCRIPTION '[\(ours)]'"
    )
    let statuses = try statuses()
    #expect(statuses["altered"] == "tag_lost" && statuses["changed"] == "tag_lost")
    #expect(statuses["edited"] == "tag_lost" && statuses["gone_from_files"] == "orphaned")
    #expect(try run("drift", "--detailed-exitcode").exit == 2)
    let text = try run("drift").text
    #expect(text.contains("take: linkctl apply --env prod --only d.altered --adopt d.altered\n"))
    #expect(text.contains("--adopt d.edited --take-over others\n"))
  }

  /// Whoever may alter links must not be able to make drift look away.
  @Test func `A copied, newer or weaker tag does not hide a change`() throws {
    let west = "AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"us-west-1\"}'"
    let rows = try project.sandbox("prod.db", .readOnly)
      .query("SELECT DESCRIPTION FROM information_schema.LINKS WHERE LINK = 'changed'").rows
    let tag = try #require(rows.first?.first ?? nil)
    let parts = tag.split(separator: ":")
    let weaker = "[linkctl:1:linkctl:-:-:\(parts[5]):-]"
    try query(
      "CREATE LINK d.decoy \(west) DESCRIPTION '\(tag)'",
      "ALTER LINK d.changed SET CONFIG '{\"region\":\"us-west-1\"}'",
      "CREATE OR REPLACE LINK d.edited \(west) DESCRIPTION '[linkctl:2:x]'",
      "CREATE OR REPLACE LINK d.kept AS S3 CREDENTIALS '{}'"
        + " CONFIG '{\"region\":\"us-east-1\"}' DESCRIPTION '\(weaker)'"
    )
    let statuses = try statuses()
    #expect(statuses["changed"] == "changed_outside" && statuses["edited"] == "tag_lost")
    #expect(statuses["kept"] == "tag_lost")
    #expect(try self.statuses(key: nil)["changed"] == "tag_lost")
    #expect(try run("drift", "--detailed-exitcode").exit == 2)
  }

  @Test func `A waiver of a field does not hide a lost tag`() throws {
    try query("CREATE OR REPLACE LINK d.waived AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"x\"}'")
    #expect(try statuses()["waived"] == "tag_lost")
  }

  @Test func `A link that the manifest takes over is watched like others`() throws {
    let manifest = """
      database: d
      links:
        taken: { type: S3, config: { region: us-east-1 }, allow: [{ rule: adopt, reason: ours now }] }

      """
    try project.write(manifest, to: "links.d/b.yaml")
    try query("CREATE LINK d.taken AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"us-east-1\"}'")
    #expect(try statuses()["taken"] == "in_sync")
    #expect(try run("snapshot", "--out", "reviewed.json").exit == 0)
    try query("ALTER LINK d.taken SET CONFIG '{\"region\":\"us-west-1\"}'")
    #expect(try statuses()["taken"] == "changed_outside")
  }

  @Test func `A baseline that cannot tell is not asked`() throws {
    let reviewed = try String(contentsOfFile: project.path("reviewed.json"), encoding: .utf8)
    try query("ALTER LINK d.changed SET CONFIG '{}'", "DROP LINK d.dropped")
    try project.write(
      reviewed.replacing(#/,\s*"config": \{[^}]*\}/#, with: ""),
      to: "reviewed.json"
    )
    #expect(try statuses()["changed"] == "differs")
    let other = reviewed.replacing(#/"databases": \[[^\]]*\]/#, with: #""databases": ["x"]"#)
      .replacing(#/"links": \[[^\]]*\]/#, with: #""links": []"#)
    try project.write(other, to: "reviewed.json")
    let ended = try run("drift", "--detailed-exitcode")
    #expect(ended.messageText.contains("the baseline was not read for database 'd'"))
    #expect(try statuses()["dropped"] == "missing" && ended.exit == 2)
  }

  @Test func `A raised rotation is pending, and no secret is said to differ`() throws {
    let manifest = Self.manifest.replacing("kept: {}", with: "kept: { rotation: 2026-12 }")
    try project.write(manifest, to: "links.d/a.yaml")
    #expect(
      try run("apply", "--auto-approve", "--only", "d.edited", "--rotate", "d.edited").exit == 0
    )
    let text = try run("drift", "--offline").text + run("drift").text
    #expect(!text.contains("the secrets at hand"))
    #expect(try statuses()["kept"] == "pending" && statuses()["edited"] == "in_sync")
  }

  @Test func `A selection that meets nothing is told`() throws {
    let ended = try run("drift", "--only", "nothing.*", "--detailed-exitcode")
    #expect(ended.messageText.contains("--only 'nothing.*' matches no declared link"))
    #expect(ended.text.contains("Left out by --only and --exclude: 8 declared."))
  }

  @Test func `A way out says what else has to be said`() throws {
    try project.write(
      Self.manifest.replacing(
        "kept: {}",
        with:
          "kept: { config: { endpoint_url: 'https://new.example.com' }, credentials: { role_arn: r } }"
      ),
      to: "links.d/a.yaml"
    )
    let text = try run("drift").text
    #expect(text.contains("apply: linkctl apply --env prod --only d.kept --accept retarget\n"))
  }

  @Test func `Without the key every link is unverifiable, and says why`() throws {
    #expect(Set(try statuses(key: nil).values) == ["unverifiable"])
    #expect(try run("drift", "--detailed-exitcode", key: nil).exit == 0)
    #expect(try run("drift", "--max-unverifiable", "8", key: nil).exit == 0)
    let ended = try run("drift", "--max-unverifiable", "7", key: nil)
    #expect(ended.exit == 2)
    #expect(ended.text.contains("Not compared: 8 links: credentials, for there is no fingerprint"))
  }

  @Test(arguments: [
    ("DROP LINK d.kept", [], 2), ("ALTER LINK d.kept SET CONFIG '{}'", [], 2),
    ("ALTER LINK d.waived SET CONFIG '{\"region\":\"x\"}'", [], 0),
    ("ALTER LINK d.held SET CONFIG '{}'", [], 0),
    ("CREATE LINK d.z AS S3 CREDENTIALS '{}'", [], 0),
    ("CREATE LINK d.z AS S3 CREDENTIALS '{}'", ["--fail-on", "pending,unmanaged"], 2),
    ("DROP LINK d.kept", ["--exclude", "d.kept"], 0),
  ])
  func `Ends with 2 where somebody has to look`(sql: String, more: [String], exit: Int32) throws {
    try query(sql)
    let plain = project.linkctl(["drift"] + more, environment: ["LINKCTL_ENV": "prod"])
    let asked = project.linkctl(
      ["drift", "--detailed-exitcode"] + more,
      environment: ["LINKCTL_ENV": "prod"]
    )
    #expect(try plain.run().exit == (more.first == "--fail-on" ? exit : 0))
    #expect(try asked.run().exit == exit)
  }

  @Test func `Each way out is ready to be used`() throws {
    try meddle()
    let text = try run("drift").text
    #expect(text.contains("revert: linkctl apply --env prod --only d.changed\n"))
    #expect(
      text.contains("accept: change links.d/a.yaml:2, then linkctl snapshot --env prod --out")
    )
    #expect(
      text.contains("waive: allow: [{ rule: drift, reason: …, until: … }] at links.d/a.yaml:5")
    )
    #expect(text.contains("waived: tests run there"))
    #expect(
      text.contains(
        #"config.region   "us-east-1" when reviewed, "us-west-1" in the catalog, "us-east-1" in"#
      )
    )
    #expect(
      try run("apply", "--env", "prod", "--only", "d.changed", "--auto-approve").exit == 0
    )
    #expect(try statuses()["changed"] == "in_sync")
    try project.write(
      Self.manifest.replacing("edited_and_changed: {}", with: "edited_and_changed: {}")
        .replacing("us-east-1", with: "us-west-1"),
      to: "links.d/a.yaml"
    )
    #expect(try run("snapshot", "--out", "reviewed.json").exit == 0)
    #expect(try statuses()["edited_and_changed"] == "in_sync")
  }

  @Test func `A waiver that has expired waives nothing, and is a finding`() throws {
    let expired = Self.manifest.replacing("tests run there", with: "x, until: 2020-01-01")
    try project.write(expired, to: "links.d/a.yaml")
    try query("ALTER LINK d.waived SET CONFIG '{}'")
    let ended = try run("drift", "--detailed-exitcode")
    #expect(ended.exit == 2)
    #expect(ended.messageText.contains("[expired-waiver]"))
    #expect(try statuses()["waived"] == "changed_outside")
  }

  @Test func `A rotated secret is pending, and sent again by hand since the review is both`() throws
  {
    try project.write(
      "database: d\nlinks:\n  kept: { type: GCS, credentials: { access_id: a, secret_key: { env: S } } }\n",
      to: "links.d/a.yaml"
    )
    let run = { (secret: String, arguments: [String]) in
      try project.linkctl(
        arguments,
        environment: ["LINKCTL_ENV": "prod", "LINKCTL_FINGERPRINT_KEY": Self.key, "S": secret]
      ).run()
    }
    let recreated = ["apply", "--auto-approve", "--allow-recreate", "d.kept"]
    #expect(try run("canary-number-one", recreated).exit == 0)
    #expect(try run("canary-number-one", ["snapshot", "--out", "reviewed.json"]).exit == 0)
    let only = ["drift", "--only", "d.kept"]
    #expect(try run("canary-number-one", only).text.contains("Drift: 1 in sync"))
    let pending = try run("canary-number-two", only).text
    #expect(pending.contains("  pending   d.kept   GCS"))
    #expect(pending.contains("credentials: the secrets at hand are others than were sent"))
    #expect(try run("canary-number-three", ["apply", "--auto-approve"]).exit == 0)
    #expect(try run("canary-number-two", only).text.contains("  both changed   d.kept   GCS"))
  }

  @Test func `Reads and writes nothing`() throws {
    try meddle()
    let before = try Data(contentsOf: URL(filePath: project.path("prod.db")))
    for format in ["text", "json", "markdown"] {
      #expect(try run("drift", "--format", format).exit == 0)
    }
    #expect(try Data(contentsOf: URL(filePath: project.path("prod.db"))) == before)
  }

  @Test func `Offline it reads the committed snapshot alone`() throws {
    try meddle()
    let ended = try run("drift", "--offline", "--format", "json")
    let report = try JSONValue(reading: ended.output)
    #expect(report["target"]?.text == "snapshot:reviewed.json")
    #expect(report["summary"]?["missing"]?.canonical == "1")
    #expect(try run("apply", "--offline").exit == 64)
    #expect(try run("plan", "--offline", "--snapshot", "reviewed.json").exit == 64)
  }

  @Test func `J015: A snapshot that is older than was let pass is refused`() throws {
    #expect(try run("plan", "--offline", "--max-snapshot-age", "1h").exit == 0)
    let old = try String(contentsOfFile: project.path("reviewed.json"), encoding: .utf8)
      .replacing(#/"taken_at": "20../#, with: #""taken_at": "2001"#)
    try project.write(old, to: "reviewed.json")
    let refused = try run("plan", "--offline", "--max-snapshot-age", "30d")
    #expect(refused.exit == 3)
    #expect(refused.messageText.contains("the snapshot was taken at 2001-"))
  }
}
