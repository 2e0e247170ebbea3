import LinkCore
import Testing

@Suite struct CatalogReaderTests {
  static let columns = ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"]

  static func scope(_ declared: String...) -> CatalogScope {
    CatalogScope(
      databases: ["d"],
      declared: Set(declared.map { LinkAddress(database: "d", name: $0) })
    )
  }

  /// A server with these rows in `information_schema.LINKS`.
  static func server(
    version: String = "9.1.3",
    columns: [String] = columns,
    _ rows: [[String?]],
    _ more: (String, Result<ResultSet, ServerError>)...
  ) -> ScriptedCatalog {
    let known = columns.map { [$0] as [String?] }
    return ScriptedCatalog(
      more + [
        ("SELECT @@memsql_version", .success(ResultSet(columns: ["v"], rows: [[version]]))),
        ("SELECT COLUMN_NAME", .success(ResultSet(columns: ["COLUMN_NAME"], rows: known))),
        (
          "SELECT DATABASE_NAME, LINK", .success(ResultSet(columns: columns, rows: rows))
        ),
        (
          "SELECT DATABASE_NAME, PIPELINE_NAME",
          .success(ResultSet(columns: ["DATABASE_NAME", "PIPELINE_NAME", "STATE", "CONFIG_JSON"]))
        ),
      ]
    )
  }

  private func read(_ server: ScriptedCatalog, _ scope: CatalogScope = scope()) throws -> Snapshot {
    try CatalogReader(server, product: "SingleStore").read(scope)
  }

  @Test func `K016: Matches columns by name, whatever their order and company`() throws {
    let columns = ["EXTRA", "config", "LINK", "Type", "DESCRIPTION", "DATABASE_NAME"]
    let server = Self.server(columns: columns, [["x", "{\"a\":1}", "l", "s3", "", "d"]])
    let link = try #require(try read(server).links.first)
    #expect(link.address == LinkAddress(database: "d", name: "l"))
    #expect(link.type == "S3")
    #expect(link.description == nil)
    #expect(link.config.means(.readable(["a": 1])))
  }

  @Test func `K016: Refuses an answer without a column it needs`() throws {
    let answer = ResultSet(columns: ["DATABASE_NAME", "TYPE", "DESCRIPTION", "CONFIG"])
    let server = Self.server([], ("SELECT DATABASE_NAME, LINK", .success(answer)))
    let error = #expect(throws: ServerError.self) { try read(server) }
    #expect(error?.message == "information_schema.LINKS has no column LINK")
  }

  @Test(arguments: [3, 4])
  func `K014: Refuses a cell of more than 1 MiB, naming its column`(column: Int) throws {
    var row: [String?] = ["d", "l", "S3", nil, nil]
    row[column] = String(repeating: "x", count: 1 << 20)
    #expect(throws: Never.self) { try read(Self.server([row])) }
    row[column] = String(repeating: "x", count: (1 << 20) + 1)
    let error = #expect(throws: ServerError.self) { try read(Self.server([row])) }
    #expect(
      error?.message == "information_schema.LINKS: a cell of the column \(Self.columns[column])"
        + " is larger than 1 MiB"
    )
  }

  @Test(
    arguments: [
      (nil, "none"), ("", "none"), ("null", "none"), ("{}", "{}"), (" {\"a\": 1} ", "{\"a\":1}"),
      ("{\"a\":1,\"a\":2}", "malformed: the key 'a' stands twice at byte 7"),
      ("[1]", "malformed: it is array, not an object"),
      ("{\"a\":1,}", "malformed: trailing comma at byte 6"),
    ] as [(String?, String)]
  )
  func `J001, J006, K008: Tells what CONFIG holds, or why it cannot be told`(
    cell: String?,
    expected: String
  ) throws {
    let link = try #require(try read(Self.server([["d", "l", "S3", nil, cell]])).links.first)
    let text =
      switch link.config {
      case .readable(let value): value?.canonical ?? "none"
      case .unreadable: "unreadable"
      case .malformed(let problem): "malformed: \(problem)"
      }
    #expect(text == expected)
  }

  // MARK: Without the column CONFIG

  private static let oldRows: [[String?]] = [
    ["d", "http", "HTTP", nil], ["d", "one", "S3", nil], ["d", "other", "S3", nil],
    ["d", "two", "KAFKA", "x"],
  ]

  private static func shown(_ name: String, _ text: String) -> ResultSet {
    ResultSet(columns: ["Link Name", "Create Link"], rows: [[name, text]])
  }

  private static func old(
    _ more: (String, Result<ResultSet, ServerError>)...
  ) -> ScriptedCatalog {
    let answers = more.map { ("SHOW CREATE LINK `d`.\($0)", $1) }
    let server = server(version: "9.0.4", columns: columns.dropLast(), oldRows)
    return ScriptedCatalog(answers + server.script)
  }

  @Test func `K007: Asks for each declared link by a statement of its own, never for HTTP`() throws
  {
    let server = Self.old(
      ("`one`", .success(Self.shown("one", #"CREATE LINK `one` AS S3 CONFIG "{\"a\":1}""#))),
      ("`two`", .success(Self.shown("two", "CREATE LINK `two` AS KAFKA")))
    )
    let snapshot = try read(server, Self.scope("http", "one", "two", "gone"))
    #expect(
      snapshot.links.map { $0.config.members.first?.value.canonical } == [
        nil, "{\"a\":1}", nil, "null",
      ]
    )
    #expect(
      server.asked.filter { $0.hasPrefix("SHOW") } == [
        "SHOW CREATE LINK `d`.`one`", "SHOW CREATE LINK `d`.`two`",
      ]
    )
    #expect(!snapshot.server.capabilities.contains(.linksConfig))
  }

  @Test(
    arguments: [
      "CREATE LINK `two` AS S3", "CREATE LINK `one` AS GCS", "no SQL", "",
      "CREATE LINK `one` AS S3 CREDENTIALS 'x'",
    ]
  )
  func `Believes nothing but the answer for the very link`(text: String) throws {
    let server = Self.old(("`one`", .success(Self.shown("one", text))))
    let link = try #require(
      try read(server, Self.scope("one")).links.first { $0.address.name == "one" }
    )
    #expect(link.config.members.isEmpty)
  }

  @Test func `Asks a server that has no such statement once`() throws {
    let server = Self.old()
    let snapshot = try read(server, Self.scope("one", "other", "two"))
    #expect(server.asked.count { $0.hasPrefix("SHOW") } == 1)
    #expect(snapshot.links.allSatisfy { $0.config.members.isEmpty })
  }

  @Test func `A refusal of one link says nothing of the next, a lost connection ends it`() throws {
    let two = Result<ResultSet, ServerError>.success(Self.shown("two", "CREATE LINK two AS KAFKA"))
    let server = Self.old(("`one`", .failure(ScriptedCatalog.refusal(1142))), ("`two`", two))
    let snapshot = try read(server, Self.scope("one", "two"))
    #expect(snapshot.links.map(\.config.members.count) == [0, 0, 0, 1])
    for lost in [
      ScriptedCatalog.refusal(2013, outcome: .unknown), ScriptedCatalog.refusal(2006),
      ScriptedCatalog.refusal(1205), ScriptedCatalog.refusal(0),
    ] {
      let server = Self.old(("`one`", .failure(lost)))
      #expect(throws: lost) { try read(server, Self.scope("one")) }
    }
  }

  // MARK: What the server can do

  @Test(
    arguments: [
      ("8.5.12", "1", true), ("8.5.12", "on", true), ("8.6.0", "TRUE", true),
      ("8.5.12", "0", false),
      ("8.5.12", nil, false), ("8.1.0", "1", false), ("8.7.1", "1", false), ("9.1.0", "1", false),
    ] as [(String, String?, Bool)]
  )
  func `Knows whether a preview is switched on`(version: String, value: String?, isOn: Bool) throws
  {
    let answer = ResultSet(columns: ["v"], rows: [[value]])
    let server = Self.server(
      version: version,
      [],
      ("SELECT @@experimental_enable_mysql_migration", .success(answer))
    )
    #expect(try read(server).server.capabilities.contains(.mysqlPreview) == isOn)
    let silent = Self.server(version: version, [])
    #expect(try !read(silent).server.capabilities.contains(.mysqlPreview))
  }
}
