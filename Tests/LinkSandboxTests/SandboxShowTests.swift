import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxShowTests {
  private let folder: TemporaryFolder
  private let sandbox: Sandbox

  init() throws {
    folder = try TemporaryFolder()
    sandbox = try Sandbox(folder.file("db"), databases: "d", "e")
  }

  private func shown(_ name: String) throws -> String {
    let result = try sandbox.query("SHOW CREATE LINK d.\(name)")
    #expect(result.columns == ["Link Name", "Create Link"])
    return try #require(result.rows.first?[1])
  }

  @Test func `Shows a link's creation as the manual does`() throws {
    _ = try sandbox.query(
      #"CREATE LINK d.`p``L` AS MYSQL CREDENTIALS '{"database.user":"u"}' CONFIG '{\n  "#
        + #""database.hostname": "svc\\\\host"}' DESCRIPTION 'x'"#
    )
    #expect(
      try shown("`p``L`") == #"CREATE LINK `p``L` AS MYSQL CONFIG "{\n  \"database.hostname\": "#
        + #"\"svc\\\\host\"}" CREDENTIALS <CREDENTIALS REDACTED>"#
    )
  }

  /// What is shown says again what CONFIG was, whatever stands in it.
  @Test(
    arguments: [
      "{}", "{\"a\":\"it's\"}", "{\"a\":\"\\n\\t\\u0000\\\\\\\"\"}", "\t{\r\n\"é\":\"😀 % _\"}\n",
      "{\"CREDENTIALS\":\"<CREDENTIALS REDACTED>\"}",
    ]
  )
  func `Reads back the CONFIG that was set`(config: String) throws {
    let sql: SQLText = "CREATE LINK d.l AS S3 CREDENTIALS '{}' CONFIG \(string: config)"
    _ = try sandbox.query(sql.rendered)
    let link = try SQLReader.shownLink(in: try shown("l"))
    #expect(link.config.map { Array($0.utf8) } == Array(config.utf8))
    #expect(link.name == "l")
  }

  @Test func `Shows no CONFIG where none is set, and no HTTP link at all`() throws {
    _ = try sandbox.query("CREATE LINK d.l AS S3 CREDENTIALS '{}'")
    #expect(try shown("l") == "CREATE LINK `l` AS S3 CREDENTIALS <CREDENTIALS REDACTED>")
    _ = try sandbox.query("CREATE LINK d.h AS HTTP CREDENTIALS '{}'")
    let error = #expect(throws: ServerError.self) { try shown("h") }
    #expect(error?.code == 1235)
  }

  @Test(
    arguments: [
      ("SHOW LINKS", 1046), ("SHOW LINKS ON no", 1049), ("SHOW CREATE LINK l", 1046),
      ("SHOW CREATE LINK d.no", 2332), ("SHOW CREATE LINK no.l", 1049),
    ]
  )
  func `Refuses to show what there is not`(sql: String, code: Int) {
    let error = #expect(throws: ServerError.self) { try sandbox.query(sql) }
    #expect(error?.code == code)
  }

  @Test func `Shows the links of one database by name`() throws {
    for name in ["d.b", "d.a", "e.c"] {
      _ = try sandbox.query("CREATE LINK \(name) AS S3 CREDENTIALS '{}'")
    }
    #expect(try sandbox.query("SHOW LINKS ON d").rows.map { $0[0] } == ["a", "b"])
  }

  @Test func `Tells its grants, and that backslashes escape`() throws {
    let grants = try sandbox.query("SHOW GRANTS")
    #expect(grants.columns == ["Grants for root@%"])
    #expect(grants.rows.count == 1)
    let length = try sandbox.query(#"SELECT LENGTH('\\'), LENGTH('é')"#)
    #expect(length.columns == [#"LENGTH('\\')"#, "LENGTH('é')"])
    #expect(length.rows == [["1", "2"]])
    #expect(throws: ServerError.self) {
      try sandbox.query("SELECT LENGTH('x') FROM information_schema.LINKS")
    }
  }
}
