import LinkCore
import Testing

/// The rules for links that SingleStore documents, and those that linkctl relies on.
@Suite struct LinkRulesTests {
  @Test(arguments: Subject.all)
  func `Is taken for SingleStore, and reads backslashes as they are meant`(_ subject: Subject)
    throws
  {
    let ground = try subject.open()
    _ = try ServerProbe(ground.server).check()
    let version = try ground.catalog().server.version
    #expect(ServerVersion(version) != nil)
    ground.note("version", version)
  }

  @Test(arguments: Subject.all)
  func `A link is listed with its type, and is gone when it was dropped`(_ subject: Subject) throws
  {
    let ground = try subject.open()
    #expect(try ground.catalog().links.isEmpty)
    try ground.run(ground.create("a", config: #"{"region":"us-east-1"}"#, description: "mine"))
    let link = try #require(try ground.link("a"))
    #expect(link.type == "S3" && link.description == "mine")
    try ground.run("DROP LINK \(ground.address("a"))")
    #expect(try ground.catalog().links.isEmpty)
  }

  @Test(arguments: Subject.all)
  func `CREATE of a link that exists is refused, and leaves it`(_ subject: Subject) throws {
    let ground = try subject.open()
    try ground.run(ground.create("a", description: "first"))
    let refusal = ground.refusal(of: ground.create("a", description: "second"))
    #expect(refusal?.outcome == .notApplied && refusal?.code != 1064)
    #expect(try ground.link("a")?.description == "first")
    ground.note("CREATE LINK of one that exists", refusal)
  }

  @Test(arguments: Subject.all)
  func `IF NOT EXISTS leaves a link that exists, and says so`(_ subject: Subject) throws {
    let ground = try subject.open()
    guard try ground.knows(.ifNotExists) else { return }
    let first = try ground.run(ground.create("a", .ifNotExists, description: "first"))
    #expect(first.warnings.isEmpty)
    let second = try ground.run(ground.create("a", .ifNotExists, description: "second"))
    #expect(try ground.link("a")?.description == "first")
    // It is by the warning that linkctl knows that somebody else was first.
    #expect(!second.warnings.isEmpty)
    ground.note(
      "CREATE LINK IF NOT EXISTS of one that exists",
      second.warnings.joined(separator: "; ")
    )
  }

  @Test(arguments: Subject.all)
  func `OR REPLACE replaces all that is named`(_ subject: Subject) throws {
    let ground = try subject.open()
    guard try ground.knows(.orReplace) else { return }
    try ground.run(ground.create("a", .orReplace, config: #"{"region":"a"}"#, description: "first"))
    try ground.run(
      ground.create("a", .orReplace, config: #"{"region":"b"}"#, description: "second")
    )
    let link = try #require(try ground.link("a"))
    #expect(link.description == "second")
    #expect(link.config.object?["region"]?.text == "b")
    try ground.run(ground.create("a", .orReplace))
    ground.note(
      "OR REPLACE without CONFIG and DESCRIPTION",
      try ground.row("a").dropFirst().map { $0 ?? "NULL" }.joined(separator: ", ")
    )
  }

  @Test(arguments: Subject.all)
  func `OR REPLACE does not change the type`(_ subject: Subject) throws {
    let ground = try subject.open()
    guard try ground.knows(.orReplace) else { return }
    try ground.run(ground.create("a"))
    let refusal = ground.refusal(of: ground.create("a", .orReplace, type: "KAFKA"))
    #expect(refusal != nil)
    #expect(try ground.link("a")?.type == "S3")
    ground.note("OR REPLACE with another type", refusal)
  }

  @Test(arguments: Subject.all)
  func `OR REPLACE and IF NOT EXISTS exclude each other`(_ subject: Subject) throws {
    let ground = try subject.open()
    guard try ground.knows(.orReplace) else { return }
    let sql: SQLText = """
      CREATE OR REPLACE LINK IF NOT EXISTS \(ground.address("a")) AS S3 CREDENTIALS \(string: "{}")
      """
    let refusal = ground.refusal(of: sql)
    #expect(refusal != nil)
    #expect(try ground.link("a") == nil)
    ground.note("OR REPLACE with IF NOT EXISTS", refusal)
  }

  @Test(arguments: Subject.all)
  func `ALTER LINK sets CONFIG, and leaves the rest`(_ subject: Subject) throws {
    let ground = try subject.open()
    try ground.run(ground.create("a", config: #"{"region":"a","x":1}"#, description: "mine"))
    let sql: SQLText = "ALTER LINK \(ground.address("a")) SET CONFIG \(string: #"{"region":"b"}"#)"
    let refusal = ground.refusal(of: sql)
    guard try ground.knows(.alterLink) else {
      #expect(refusal?.code == 1064)
      return
    }
    #expect(refusal == nil)
    let link = try #require(try ground.link("a"))
    #expect(link.description == "mine")
    #expect(link.config.object?.members?.count == 1)
    #expect(link.config.object?["region"]?.text == "b")
    try ground.run("ALTER LINK \(ground.address("a")) SET CONFIG \(string: "{}")")
    #expect(try ground.link("a")?.config.object?.members?.isEmpty ?? true)
  }

  @Test(arguments: Subject.all)
  func `DROP of a link that is not there is refused`(_ subject: Subject) throws {
    let ground = try subject.open()
    let refusal = ground.refusal(of: "DROP LINK \(ground.address("none"))")
    #expect(refusal?.outcome == .notApplied && refusal?.code != 1064)
    ground.note("DROP LINK of one that is not there", refusal)
  }

  @Test(arguments: Subject.all)
  func `What is not known of the grammar is a syntax error, an unknown database none`(
    _ subject: Subject
  ) throws {
    let ground = try subject.open()
    let known: [(Capability, Ground.Form)] = [
      (.orReplace, .orReplace), (.ifNotExists, .ifNotExists),
    ]
    let nowhere = LinkAddress(database: ground.database + "_none", name: "a")
    for (capability, form) in known {
      let words: SQLText =
        form == .orReplace ? "CREATE OR REPLACE LINK" : "CREATE LINK IF NOT EXISTS"
      let refusal = ground.refusal(of: "\(words) \(nowhere) AS S3 CREDENTIALS \(string: "{}")")
      #expect(refusal != nil)
      #expect(try (refusal?.code != 1064) == ground.knows(capability), "\(capability.name)")
    }
    let plain = ground.refusal(of: "CREATE LINK \(nowhere) AS S3 CREDENTIALS \(string: "{}")")
    #expect(plain != nil && plain?.code != 1064)
    ground.note("CREATE LINK in a database that is not there", plain)
    #expect(ground.refusal(of: "CREATE LINK \(nowhere) AS S3 CREDENTIALS")?.code == 1064)
  }
}

extension CatalogLink.Config {
  /// What is shown of it; `nil` where nothing is, or it cannot be read.
  var object: JSONValue? {
    if case .readable(let value) = self { value } else { nil }
  }
}
