import LinkCore
import LinkSandbox
import Testing

/// What each version takes and what it tells.
@Suite struct SandboxDialectTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let sandbox = try Sandbox(folder.file("db"), databases: "d")
    _ = try sandbox.query(
      #"CREATE LINK d.l AS S3 CREDENTIALS '{"k":"v"}' CONFIG '{"a": 1}' DESCRIPTION 'x'"#
    )
  }

  private func sandbox(_ dialect: Dialect) throws -> Sandbox {
    try Sandbox(folder.file("db"), dialect: dialect)
  }

  static let statements: [(String, [Dialect])] = [
    ("CREATE OR REPLACE LINK d.l AS S3 CREDENTIALS '{}'", [.nineOne]),
    ("CREATE LINK IF NOT EXISTS d.l AS S3 CREDENTIALS '{}'", [.nineOne]),
    ("ALTER LINK d.l SET CONFIG '{}'", [.nineOne]),
    ("SELECT CONFIG FROM information_schema.LINKS", [.nineOne]),
    ("CREATE LINK d.m AS S3 CREDENTIALS '{}'", Dialect.allCases),
    ("CREATE LINK d.m AS MONGODB CREDENTIALS '{}'", Dialect.allCases),
    ("CREATE LINK d.m AS MYSQL CREDENTIALS '{}'", [.nineOne, .nineZero]),
    ("DROP LINK d.l", Dialect.allCases), ("SHOW CREATE LINK d.l", Dialect.allCases),
    ("SELECT DESCRIPTION FROM information_schema.LINKS", Dialect.allCases),
    ("SELECT @@experimental_enable_mysql_migration", [.eightFive]),
    ("CREATE DATABASE IF NOT EXISTS d", Dialect.allCases),
    ("CREATE PIPELINE IF NOT EXISTS d.p AS LOAD DATA LINK l 'x' INTO TABLE t", Dialect.allCases),
  ]

  @Test(arguments: statements, Dialect.allCases)
  func `Takes what its version knows`(statement: (String, [Dialect]), dialect: Dialect) throws {
    let (sql, takers) = statement
    let sandbox = try sandbox(dialect)
    if takers.contains(dialect) {
      #expect(throws: Never.self) { try sandbox.query(sql) }
    } else {
      #expect(throws: ServerError.self) { try sandbox.query(sql) }
    }
  }

  @Test(
    arguments: [
      (
        "CREATE OR REPLACE LINK d.l AS S3 CREDENTIALS '{}'",
        "OR REPLACE LINK d.l AS S3 CREDENTIALS '{}'"
      ),
      (
        "CREATE LINK IF NOT EXISTS d.l AS S3 CREDENTIALS '{}'",
        "IF NOT EXISTS d.l AS S3 CREDENTIALS '{}'"
      ),
      ("ALTER LINK d.l SET CONFIG '{}'", "ALTER LINK d.l SET CONFIG '{}'"),
    ],
    [Dialect.nineZero, .eightFive]
  )
  func `Answers what it has never heard of as a syntax error`(
    statement: (sql: String, near: String),
    dialect: Dialect
  ) throws {
    let error = #expect(throws: ServerError.self) { try sandbox(dialect).query(statement.sql) }
    #expect(error?.code == 1064)
    #expect(error?.sqlState == "42000")
    #expect(error?.message == "You have an error in your SQL syntax near '\(statement.near)'")
    let link = try sandbox(.nineOne).links()
    #expect(link == [["d", "l", "S3", "{\"a\": 1}", "x"]])
  }

  @Test(arguments: [(Dialect.nineOne, "9.1.0"), (.nineZero, "9.0.0"), (.eightFive, "8.5.0")])
  func `Tells its version and its columns`(dialect: Dialect, version: String) throws {
    let sandbox = try sandbox(dialect)
    #expect(try sandbox.query("SELECT @@memsql_version").rows == [[version]])
    let config = dialect == .nineOne ? ["Config"] : []
    let shown = try sandbox.query("SHOW LINKS ON d")
    #expect(shown.columns == ["Link", "Type", "Description"] + config)
    #expect(shown.rows == [["l", "S3", "x"] + config.map { _ in "{\"a\": 1}" }])
    let columns = try sandbox.query(
      "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_NAME = 'LINKS'"
    )
    #expect(columns.rows.count == (dialect == .nineOne ? 5 : 4))
  }

  @Test(arguments: Dialect.allCases)
  func `Is empty without a file, and cannot be written then`(dialect: Dialect) throws {
    let sandbox = try Sandbox(empty: dialect)
    #expect(try sandbox.query("SELECT @@memsql_version").rows == [[dialect.version]])
    #expect(try sandbox.query("SELECT LINK FROM information_schema.LINKS").rows == [])
    #expect(try sandbox.query("SELECT STATE FROM information_schema.PIPELINES").rows == [])
    for sql in ["CREATE DATABASE d", "DROP LINK d.l"] {
      let error = #expect(throws: ServerError.self) { try sandbox.query(sql) }
      #expect(error?.code == 1290)
    }
    let error = #expect(throws: ServerError.self) { try sandbox.query("SHOW LINKS ON d") }
    #expect(error?.code == 1049)
  }
}
