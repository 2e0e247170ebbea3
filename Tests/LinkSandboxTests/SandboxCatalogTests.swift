import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxCatalogTests {
  private let folder: TemporaryFolder
  private let sandbox: Sandbox

  init() throws {
    folder = try TemporaryFolder()
    sandbox = try Sandbox(folder.file("db"), databases: "a", "b", "c")
    for address in ["b.y", "b.x", "a.z", "c.x"] {
      _ = try sandbox.query(
        "CREATE LINK \(address) AS S3 CREDENTIALS '{}' DESCRIPTION 'link \(address)'"
      )
    }
  }

  @Test func `Tells its version`() throws {
    let result = try sandbox.query("SELECT @@memsql_version")
    #expect(result == ResultSet(columns: ["@@memsql_version"], rows: [["9.1.0"]]))
  }

  @Test func `Tells the columns of LINKS`() throws {
    let result = try sandbox.query(
      "SELECT COLUMN_NAME FROM information_schema.COLUMNS "
        + "WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME = 'LINKS'"
    )
    #expect(result.columns == ["COLUMN_NAME"])
    #expect(result.rows == [["DATABASE_NAME"], ["LINK"], ["TYPE"], ["DESCRIPTION"], ["CONFIG"]])
    let other = try sandbox.query(
      "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_NAME = 'TABLES'"
    )
    #expect(other.rows == [])
  }

  @Test func `Gives the links of the databases asked for, columns as selected`() throws {
    let result = try sandbox.query(
      "SELECT DESCRIPTION, link, CONFIG, `DATABASE_NAME` FROM INFORMATION_SCHEMA.links "
        + "WHERE DATABASE_NAME IN ('b', 'a', 'nowhere')"
    )
    #expect(result.columns == ["DESCRIPTION", "link", "CONFIG", "DATABASE_NAME"])
    #expect(
      result.rows == [
        ["link a.z", "z", nil, "a"], ["link b.x", "x", nil, "b"], ["link b.y", "y", nil, "b"],
      ]
    )
  }

  @Test func `Conditions have to hold together, byte by byte, and never hold for NULL`() throws {
    func links(_ condition: String) throws -> [String?] {
      let sql = "SELECT DATABASE_NAME FROM information_schema.LINKS WHERE \(condition)"
      return try sandbox.query(sql).rows.map { $0[0] }
    }
    #expect(try links("LINK = 'x' AND DATABASE_NAME IN ('a', 'c')") == ["c"])
    #expect(try links("LINK = 'X'") == [])
    #expect(try links("CONFIG = ''") == [])
  }

  @Test(arguments: [
    ("SELECT @@nothing", 1193),
    ("SELECT LINK", 1054),
    ("SELECT LINK FROM LINKS", 1046),
    ("SELECT LINK FROM a.LINKS", 1146),
    ("SELECT LINK FROM information_schema.TABLES", 1146),
    ("SELECT LINK FROM information_schema.PIPELINES", 1054),
    ("SELECT CREDENTIALS FROM information_schema.LINKS", 1054),
    ("SELECT LINK FROM information_schema.LINKS WHERE SALT = 'x'", 1054),
  ])
  func `Refuses to be asked for what there is not`(sql: String, code: Int) {
    let error = #expect(throws: ServerError.self) { try sandbox.query(sql) }
    #expect(error?.code == code)
  }

  @Test func `All columns are given for a star`() throws {
    let result = try sandbox.query("SELECT * FROM information_schema.LINKS WHERE LINK = 'z'")
    #expect(result.columns == ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"])
    #expect(result.rows == [["a", "z", "S3", "link a.z", nil]])
    #expect(throws: ServerError.self) { try sandbox.query("SELECT *") }
  }

  @Test func `Databases are listed`() throws {
    let result = try sandbox.query("SELECT SCHEMA_NAME FROM information_schema.schemata")
    #expect(result.rows == [["information_schema"], ["a"], ["b"], ["c"]])
    let empty = try Sandbox(empty: .newest)
    #expect(
      try empty.query("SELECT * FROM information_schema.SCHEMATA").rows == [["information_schema"]]
    )
  }

  @Test func `The database in use is meant where none is named`() throws {
    #expect(sandbox.database == nil)
    try sandbox.use("b")
    #expect(try sandbox.query("SHOW LINKS").rows.map { $0[0] } == ["x", "y"])
    _ = try sandbox.query("DROP LINK x")
    #expect(try sandbox.query("SHOW LINKS ON c").rows.map { $0[0] } == ["x"])
    #expect(throws: ServerError.self) { try sandbox.use("nowhere") }
    #expect(sandbox.database == "b")
    try sandbox.use("information_schema")
    #expect(try sandbox.query("SELECT LINK FROM LINKS").rows == [["z"], ["y"], ["x"]])
    #expect(throws: ServerError.self) { try sandbox.query("SHOW LINKS") }
    try sandbox.use(nil)
    #expect(throws: ServerError.self) { try sandbox.query("SELECT LINK FROM LINKS") }
  }
}
