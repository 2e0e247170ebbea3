import Foundation
import LinkCore
import Testing

/// Catalogs that become manifests: afterwards a plan has nothing to change.
@Suite struct ImportCatalogTests {
  private static let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(
    separator: "/"
  )
  .dropFirst()

  /// Catalogs of the examples and the scenarios.
  private static let snapshots = ["examples", "Tests/Scenarios"].flatMap { folder in
    TestProject.files(below: "\(root)/\(folder)").filter { $0.hasSuffix("/snapshot.json") }
  }

  /// A snapshot with these links, as JSON of each.
  private static func snapshot(_ links: [String]) -> String {
    """
    {"format_version":"1.0","kind":"linkctl.snapshot","taken_at":"2026-11-22T10:00:00Z",
    "server":{"product":"SingleStore","version":"9.1.3",
    "capabilities":["alter_link","if_not_exists","links_config","or_replace"]},
    "databases":["d"],"complete":true,"links":[\(links.joined(separator: ","))],"pipelines":[]}
    """
  }

  /// Fails where a plan against a catalog would change anything, or has a difference to show.
  private func expectNothingToDo(
    _ project: TestProject,
    _ options: String...,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let ended = try project.linkctl(["plan", "--format", "json"] + options).run()
    #expect(ended.exit == 0, "\(ended.messageText)", sourceLocation: sourceLocation)
    let plan = try JSONValue(reading: ended.output)
    for change in plan["resource_changes"]?.items ?? [] {
      let name = change["address"]?.text ?? ""
      #expect(change["change"]?["actions"]?.canonical == #"["no-op"]"#, "\(name)")
      let fields = (change["fields"]?.items ?? []).filter {
        $0["after"] != nil && $0["before"] != nil
      }
      #expect(fields.isEmpty, "\(name): \(fields.map(\.canonical))", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: snapshots) func `Every catalog here can be declared`(path: String) throws {
    let project = try TestProject()
    let ended = try project.run("import", "--snapshot", path)
    #expect(ended.exit == 0, "\(ended.messageText)")
    let validation = try project.run("validate")
    #expect(validation.exit == 0, "\(validation.text)")
    if project.exists("links.d") {
      #expect(try project.run("fmt", "--check").exit == 0)
      try expectNothingToDo(project, "--snapshot", path)
    }
  }

  @Test func `There are catalogs to try`() {
    #expect(Self.snapshots.count >= 10)
  }

  /// Names and values that would like to be something else in YAML, in a path or for linkctl.
  private static let hostile = [
    #"{"database":"../..","name":"a/b","type":"S3","description":null,"tag":null,"config":null}"#,
    #"{"database":"D","name":"x","type":"s3","description":"upper","tag":null,"config":{"region":"no"}}"#,
    ##"{"database":"d","name":"x","type":"S3","description":"# no comment: - [a]","tag":null,"config":{"region":"1.0"}}"##,
    #"{"database":"d","name":"true","type":"HTTP","description":"a\nb\tc ","tag":null,"config":null}"#,
    #"{"database":"d","name":"null","type":"GCS","description":"'\"\\","tag":null,"config":{"a":{"b":{"c":[1,2.50,{"d":"~"}]}}}}"#,
    #"{"database":"d","name":"a: b # c","type":"KAFKA","description":"${x} é🙂","tag":null,"config":{"security.protocol":"","x y":"true","<<":"m"}}"#,
    #"{"database":"d","name":"gaps","type":"S3","description":"\u2028","tag":null,"config":{"region":null,"a":{"env":"X"},"b":"\u0085"}}"#,
    #"{"database":"d","name":"secret","type":"KAFKA","description":null,"tag":null,"config":{"ssl.key.pem":"<redacted>","x":"y"}}"#,
    #"{"database":"🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂","name":"n","type":"AZURE","description":null,"tag":null,"config":{"n":12345678901234567890.10}}"#,
    #"{"database":".hidden","name":"-","type":"MONGODB","description":null,"tag":null,"config":{}}"#,
    #"{"database":"_x","name":"y","type":"HDFS","description":null,"tag":null,"config":{"z":[]}}"#,
  ]

  @Test func `Hostile names and values come through, and stay within the folder`() throws {
    let project = try TestProject(["catalog.json": Self.snapshot(Self.hostile)])
    let ended = try project.run("import", "--snapshot", "catalog.json")
    #expect(ended.exit == 0, "\(ended.messageText)")
    let files = TestProject.files(below: project.folder).map { $0.dropFirst(project.folder.count) }
    #expect(files.allSatisfy { $0 == "/catalog.json" || $0.hasPrefix("/links.d/") })
    #expect(files.contains("/links.d/%2E.%2F...yaml"))
    #expect(ended.text.contains("Import: 11 added"), "\(ended.text)")
    for gap in [
      "config.region is null", "description holds", "config.a would be read", "config.b holds",
    ] {
      #expect(ended.text.contains("d.gaps: \(gap)"), "\(ended.text)")
    }
    #expect(ended.text.contains("d.secret: config.\"ssl.key.pem\" looks like a secret"))
    #expect(try project.run("validate").exit == 0)
    #expect(try project.run("fmt", "--check").exit == 0)
    try expectNothingToDo(project, "--snapshot", "catalog.json")
  }

  @Test func `What cannot be declared is named and left out`() throws {
    let links = [
      #"{"database":"d","name":" lead","type":"S3","description":null,"tag":null,"config":null}"#,
      #"{"database":"d","name":"new","type":"REDIS","description":null,"tag":null,"config":null}"#,
      #"{"database":"d","name":"ok","type":"S3","description":null,"tag":null}"#,
    ]
    let project = try TestProject(["catalog.json": Self.snapshot(links)])
    let ended = try project.run("import", "--snapshot", "catalog.json", "--format", "json")
    #expect(ended.exit == 0)
    let document = try JSONValue(reading: ended.output)
    #expect(document["summary"]?["added"]?.canonical == "1")
    let notes = document["notes"]?.items?.compactMap { $0["message"]?.text } ?? []
    #expect(notes.count == 3)
    #expect(notes.contains { $0.contains("has a leading or trailing space") })
    #expect(notes.contains { $0.contains("is of type 'REDIS'") })
    #expect(notes.contains { $0.hasPrefix("config cannot be read here") })
  }

  @Test func `Many links fill several files, each of a size to read`() throws {
    let links = (0..<3_000).map { number in
      let text = String(repeating: "words ", count: 40)
      return
        #"{"database":"d","name":"l\#(number)","type":"S3","description":"\#(text)","tag":null,"config":{"region":"r\#(number)"}}"#
    }
    let project = try TestProject(["catalog.json": Self.snapshot(links)])
    #expect(try project.run("import", "--snapshot", "catalog.json").exit == 0)
    let sizes = try FileManager.default.contentsOfDirectory(atPath: project.path("links.d"))
      .map { try project.bytes(of: "links.d/\($0)").count }
    #expect(sizes.count > 2 && sizes.allSatisfy { $0 < 1 << 20 })
    try expectNothingToDo(project, "--snapshot", "catalog.json")
    let again = try project.run("import", "--snapshot", "catalog.json")
    #expect(again.text.contains("Import: 0 added, 0 overridden, 3000 unchanged"))
  }

  // MARK: A second environment

  private static let manifest = """
    # The team's own words.
    database: d
    links:
      kept: { type: S3, config: { region: eu }, credentials: {} }   # on one line

      # About orders.
      orders:
        type: KAFKA
        description: Orders
        config:
          security.protocol: sasl_ssl   # encrypted
          sasl.mechanism: PLAIN
          linger: 5
        environments:
          dev: { description: For play }
      missing: { type: S3, credentials: {} }

    """

  private static let projectFile = """
    environments: { dev: { target: "sandbox:dev.db" }, prod: { snapshot: prod.json } }

    """

  private static let prod = snapshot([
    #"{"database":"d","name":"extra","type":"GCS","description":null,"tag":null,"config":null}"#,
    #"{"database":"d","name":"kept","type":"S3","description":null,"tag":null,"config":{"region":"us"}}"#,
    #"{"database":"d","name":"orders","type":"KAFKA","description":null,"tag":null,"config":{"security.protocol":"sasl_ssl","sasl.mechanism":"SCRAM","acks":"all"}}"#,
  ])

  @Test func `What differs becomes an override, and all else stays`() throws {
    let project = try TestProject([
      "links.d/d.yaml": Self.manifest, "linkctl.yaml": Self.projectFile, "prod.json": Self.prod,
    ])
    let dry = try project.run("import", "--env", "prod", "--snapshot", "prod.json", "--dry-run")
    #expect(dry.exit == 0 && dry.text.contains("+++ links.d/d.yaml\n"))
    #expect(try project.bytes(of: "links.d/d.yaml") == Array(Self.manifest.utf8))
    let ended = try project.run("import", "--env", "prod", "--snapshot", "prod.json")
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(ended.text.contains("changed  links.d/d.yaml  (1 added, 2 overridden)\n"))
    #expect(ended.text.contains("d.missing: is declared for 'prod' and not there; "))
    let text = try String(contentsOfFile: project.path("links.d/d.yaml"), encoding: .utf8)
    for line in [
      "# The team's own words.\n", "  # About orders.\n", "  # encrypted\n", "# on one line",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(
      text.contains("        description: null\n") && text.contains("          linger: null\n")
    )
    #expect(text.contains("  extra:\n    type: GCS\n    only: [prod]\n"))
    #expect(text.contains("dev: { description: For play }"))
    #expect(try project.run("validate").exit == 0)
    #expect(try project.run("fmt", "--check").exit == 0)
    try expectNothingToDo(
      project,
      "--env",
      "prod",
      "--snapshot",
      "prod.json",
      "--exclude",
      "d.missing"
    )
    let again = try project.run("import", "--env", "prod", "--snapshot", "prod.json")
    #expect(again.text.contains("Import: 0 added, 0 overridden, 3 unchanged, 1 note.\n"))
    let other = try JSONValue(
      reading: project.run("plan", "--env", "dev", "--format", "json").output
    )
    let descriptions = other["resource_changes"]?.items?.compactMap {
      $0["change"]?["after"]?["description"]?.text
    }
    #expect(descriptions == ["For play"])
  }

  @Test func `Without environments the link itself changes`() throws {
    let project = try TestProject([
      "links.d/d.yaml":
        "database: d\nlinks:\n  kept: { type: S3, config: { region: eu }, credentials: {} }\n",
      "prod.json": Self.prod,
    ])
    let ended = try project.run(
      "import",
      "--snapshot",
      "prod.json",
      "--only",
      "d.kept"
    )
    #expect(
      ended.text.contains("Import: 0 added, 1 overridden, 0 unchanged"),
      "\(ended.messageText)"
    )
    let text = try String(contentsOfFile: project.path("links.d/d.yaml"), encoding: .utf8)
    #expect(text.contains("config: { region: us }"), "\(text)")
  }

  @Test func `A link that is declared for others, or to be absent, is left to a person`() throws {
    let manifest = """
      database: d
      links:
        extra: { type: GCS, description: Mine, only: [dev] }
        kept: { state: absent }

      """
    let project = try TestProject([
      "links.d/d.yaml": manifest, "linkctl.yaml": Self.projectFile, "prod.json": Self.prod,
    ])
    let ended = try project.run(
      "import",
      "--env",
      "prod",
      "--snapshot",
      "prod.json",
      "--exclude",
      "d.orders"
    )
    #expect(ended.exit == 0)
    #expect(ended.text.contains("d.extra: is declared, but not for 'prod'; "), "\(ended.text)")
    #expect(ended.text.contains("d.kept: is declared absent, and is there; "))
    #expect(try project.bytes(of: "links.d/d.yaml") == Array(manifest.utf8))
  }

  // MARK: Refusals

  @Test func `No file is overwritten`() throws {
    let project = try TestProject(["prod.json": Self.prod, "out/d.yaml": "mine"])
    let ended = try project.run("import", "--snapshot", "prod.json", "--out", "out")
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("out/d.yaml exists; nothing was written"))
    #expect(try project.bytes(of: "out/d.yaml") == Array("mine".utf8))
    #expect(try project.run("import", "--snapshot", "prod.json", "--out", "new/deep").exit == 0)
    #expect(project.exists("new/deep/d.yaml") && !project.exists("links.d"))
  }

  @Test func `Databases have to be named where nothing names one`() throws {
    let project = try TestProject()
    let ended = try project.run("import", "--target", "sandbox:x.db")
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains("give --database"))
    #expect(try project.run("import", "--target", "sandbox:x.db", "--database", "d").exit == 0)
  }

  @Test func `A project that does not load is not touched`() throws {
    let project = try TestProject([
      "links.d/d.yaml": "database: d\nlinks: { x: { typ: S3 } }\n", "prod.json": Self.prod,
    ])
    #expect(try project.run("import", "--snapshot", "prod.json").exit == 65)
    #expect(TestProject.files(below: project.path("links.d")).count == 1)
  }
}
