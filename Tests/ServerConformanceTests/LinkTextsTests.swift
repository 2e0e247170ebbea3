import LinkCore
import Testing

/// Texts arrive as they were sent, and secrets do not come back.
@Suite struct LinkTextsTests {
  private static let texts = [
    "it's", #"a \ b \n \' \" \\"#, "two\nlines\tand a tab", "100% `name` -- # /* */ ;",
    "👩‍👩‍👧 e\u{301} é \u{A0}", #"{"json":"inside \"quotes\""}"#, "''", "\\",
    String(repeating: "x", count: 4_000),
  ]

  @Test(arguments: Subject.all)
  func `Descriptions and CONFIG come back as they were sent`(_ subject: Subject) throws {
    let ground = try subject.open()
    for (index, text) in Self.texts.enumerated() {
      let config: JSONValue = ["region": .string(text), "port": 3306]
      try ground.run(
        ground.create("l\(index)", config: config.canonical, description: text)
      )
      let link = try #require(try ground.link("l\(index)"))
      #expect(link.description == text)
      guard let object = link.config.object else { continue }
      #expect(object.means(config), "\(object.canonical)")
    }
  }

  @Test(arguments: Subject.all)
  func `Links with odd names are found by them`(_ subject: Subject) throws {
    let ground = try subject.open()
    for name in ["a b", "a`b", "ä", "select", "a.b", "it's"] {
      try ground.run(ground.create(name))
      #expect(try ground.link(name) != nil)
      try ground.run("DROP LINK \(ground.address(name))")
    }
    #expect(try ground.catalog().links.isEmpty)
  }

  @Test(arguments: Subject.all)
  func `No listing shows credentials`(_ subject: Subject) throws {
    let ground = try subject.open()
    let canary = "correct-horse-battery-staple"
    let credentials: JSONValue = [
      "aws_access_key_id": "AKIDEXAMPLE", "aws_secret_access_key": .string(canary),
    ]
    try ground.run(ground.create("a", credentials: credentials.canonical))
    let listings: [SQLText] = [
      "SHOW LINKS ON \(name: ground.database)", "SHOW CREATE LINK \(ground.address("a"))",
    ]
    for sql in listings {
      let rows = (try? ground.run(sql))?.rows ?? []
      #expect(!rows.joined().contains { $0?.contains(canary) == true })
    }
    #expect(try !ground.row("a").contains { $0?.contains(canary) == true })
  }
}

/// What no documentation says: told, and not judged.
@Suite struct UndocumentedTests {
  @Test(arguments: Subject.all)
  func `How refusals are numbered`(_ subject: Subject) throws {
    let ground = try subject.open()
    let asked: [(String, SQLText)] = [
      ("CREDENTIALS that are no JSON", ground.create("b", credentials: "{")),
      ("CONFIG that is no JSON", ground.create("c", config: "[1,")),
      ("CONFIG with a key twice", ground.create("d", config: #"{"region":"a","region":"b"}"#)),
      ("CONFIG with an unknown key", ground.create("e", config: #"{"no_such_key":"x"}"#)),
      ("a type that is none", ground.create("f", type: "NOSUCHTYPE")),
      ("CREDENTIALS '' for S3", ground.create("g", credentials: "")),
      ("a name of 65 characters", ground.create(String(repeating: "n", count: 65))),
      ("a name of 257 characters", ground.create(String(repeating: "n", count: 257))),
      (
        "a description of 64 KiB",
        ground.create("h", description: String(repeating: "d", count: 65_536))
      ),
      ("SHOW CREATE LINK of one that is not there", "SHOW CREATE LINK \(ground.address("none"))"),
    ]
    for (question, sql) in asked {
      let refusal = ground.refusal(of: sql)
      #expect(refusal?.outcome != .unknown, "\(question)")
      ground.note(question, refusal)
    }
  }

  @Test(arguments: Subject.all)
  func `How links are listed`(_ subject: Subject) throws {
    let ground = try subject.open()
    try ground.run(ground.create("bare"))
    try ground.run(
      ground.create("full", config: "{ \"region\" : \"a\",\n \"v\": 1.10 }", description: "")
    )
    let bare = try ground.row("bare").map { $0.map { "'\($0)'" } ?? "NULL" }
    ground.note("TYPE, DESCRIPTION, CONFIG of a link without any", bare.joined(separator: ", "))
    let full = try ground.row("full").map { $0.map { "'\($0)'".shown } ?? "NULL" }
    ground.note(
      "the same with an empty description and a spaced CONFIG",
      full.joined(separator: ", ")
    )
    for type in LinkType.all where type.since == nil {
      let sql = ground.create("t_\(type.name)", type: "\(type)")
      guard ground.refusal(of: sql) == nil else { continue }
      ground.note(
        "TYPE of \(type.name)",
        try ground.row("t_\(type.name)").first.flatMap { $0 } ?? "NULL"
      )
    }
    ground.note(
      "SHOW CREATE LINK of HTTP",
      ground.refusal(of: "SHOW CREATE LINK \(ground.address("t_HTTP"))")
    )
    if let shown = try? ground.run("SHOW CREATE LINK \(ground.address("full"))").rows.first?.last {
      ground.note("SHOW CREATE LINK", (shown ?? "NULL").shown)
    }
  }

  @Test(arguments: Subject.all)
  func `Whether names know case, and sessions other modes`(_ subject: Subject) throws {
    let ground = try subject.open()
    try ground.run(ground.create("Name"))
    ground.note(
      "CREATE LINK of one whose name differs by case",
      ground.refusal(of: ground.create("name"))
    )
    for mode in ["NO_BACKSLASH_ESCAPES", "ANSI_QUOTES"] {
      ground.note("SET sql_mode='\(mode)'", ground.refusal(of: "SET sql_mode = \(string: mode)"))
      _ = ground.refusal(of: "SET sql_mode = \(string: "STRICT_ALL_TABLES")")
    }
    ground.note("SELECT GET_LOCK('l', 0)", ground.refusal(of: "SELECT GET_LOCK(\(string: "l"), 0)"))
  }
}
