import Testing

@testable import SandboxServer

@Suite struct SessionReaderTests {
  private static func set(_ settings: (String, String?)...) -> SessionStatement {
    .set(settings.map { SessionStatement.Setting(name: $0, value: $1) })
  }

  private static func select(
    _ items: (SessionStatement.Value, String)...,
    limit: Int = .max
  ) -> SessionStatement {
    .select(items.map { SessionStatement.Item(value: $0, heading: $1) }, limit: limit)
  }

  private static let names = ["CLIENT", "CONNECTION", "RESULTS"].map { "CHARACTER_SET_\($0)" }

  static let statements: [(String, SessionStatement)] = [
    // What the drivers send when they connect.
    ("SET NAMES utf8mb4", set((names[0], "utf8mb4"), (names[1], "utf8mb4"), (names[2], "utf8mb4"))),
    (
      "SET NAMES 'utf8' COLLATE utf8_bin",
      set((names[0], "utf8"), (names[1], "utf8"), (names[2], "utf8"))
    ),
    ("SET AUTOCOMMIT = 0", set(("AUTOCOMMIT", "0"))),
    ("set autocommit=ON;", set(("AUTOCOMMIT", "1"))),
    (
      "SET @@SESSION.enable_extended_types_metadata=on",
      set(("ENABLE_EXTENDED_TYPES_METADATA", "1"))
    ),
    (
      "SET @@SESSION.vector_type_project_format=JSON",
      set(("VECTOR_TYPE_PROJECT_FORMAT", "JSON"))
    ),
    (
      "SET SESSION sql_mode = 'ANSI_QUOTES', @mine := 5, GLOBAL x = DEFAULT",
      set(("SQL_MODE", "ANSI_QUOTES"), ("@MINE", "5"), ("X", nil))
    ),
    ("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", set()),
    (
      "select @@version_comment limit 1",
      select((.variable("VERSION_COMMENT"), "@@version_comment"), limit: 1)
    ),
    (
      "SELECT @@max_allowed_packet, @@session.Sql_Mode AS m",
      select(
        (.variable("MAX_ALLOWED_PACKET"), "@@max_allowed_packet"),
        (.variable("SQL_MODE"), "m")
      )
    ),
    (
      "SELECT DATABASE(), USER(), current_user, VERSION(), CONNECTION_ID() id",
      select(
        (.database, "DATABASE()"),
        (.user, "USER()"),
        (.user, "current_user"),
        (.version, "VERSION()"),
        (.connection, "id")
      )
    ),
    (#"SELECT LENGTH('\\')"#, select((.length(read: 1, written: 2), #"LENGTH('\\')"#))),
    (
      "SELECT 1, 'FROM', NULL",
      select((.number("1"), "1"), (.text("FROM"), "'FROM'"), (.null, "NULL"))
    ),
    ("USE `my db`", .use("my db")),
    ("use prod;", .use("prod")),
    ("BEGIN", .transaction),
    ("START TRANSACTION READ ONLY", .transaction),
    ("ROLLBACK", .transaction),
    ("SHOW WARNINGS LIMIT 10", .showWarnings),
    ("SHOW ERRORS", .showErrors),
    ("show databases", .showDatabases(like: nil)),
    ("SHOW SCHEMAS LIKE 'p%'", .showDatabases(like: "p%")),
    ("SHOW FULL TABLES FROM prod", .showTables),
    ("SHOW SESSION VARIABLES LIKE 'sql_mode'", .showVariables(like: "sql_mode")),
    ("SHOW GRANTS", .showGrants),
  ]

  @Test(arguments: statements)
  func `What is said to the session is read`(sql: String, statement: SessionStatement) throws {
    #expect(try SessionReader.statement(in: sql) == statement)
  }

  @Test(arguments: [
    "", "SHOW LINKS", "SHOW CREATE LINK a", "SELECT LINK FROM information_schema.LINKS",
    "CREATE LINK a AS S3 CREDENTIALS '{}'", "START PIPELINE p", "nonsense", "'without an end",
    "!! preview", "/*!40101 SET NAMES utf8 */",
  ])
  func `All else is the catalog's`(sql: String) throws {
    #expect(try SessionReader.statement(in: sql) == nil)
  }

  @Test(arguments: [
    "SET", "SET NAMES", "SET a", "SET a = ", "SET a = b + 1", "USE", "USE a b", "SELECT",
    "SELECT 1 +",
    "SELECT nothing", "SELECT SLEEP(1)", "SELECT VERSION", "SELECT LENGTH(1)", "SELECT 1; SELECT 2",
    "SHOW DATABASES LIKE", "SELECT *",
  ])
  func `What is begun and not ended is an error`(sql: String) {
    #expect(throws: SessionReader.Problem.self) { try SessionReader.statement(in: sql) }
  }
}
