import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxStatementsTests {
  private let folder: TemporaryFolder
  private let sandbox: Sandbox

  init() throws {
    folder = try TemporaryFolder()
    sandbox = try Sandbox(folder.file("db"), databases: "db", "other")
    _ = try sandbox.query(
      "CREATE LINK db.s3 AS S3 CREDENTIALS '{\"a\":\"b\"}' CONFIG '{ \"r\": 1.0 }'"
    )
  }

  @Test func `A link is kept as it was sent`() throws {
    _ = try sandbox.query(
      "create link `db`.Kafka as kafka credentials '{}' config ' {\"b\":1,\"a\":\"\\\\u0041\"}' "
        + "description 'it\\'s C:\\\\temp\\\\ 100%'"
    )
    #expect(
      try sandbox.links() == [
        ["db", "Kafka", "KAFKA", " {\"b\":1,\"a\":\"\\u0041\"}", "it's C:\\temp\\ 100%"],
        ["db", "s3", "S3", "{ \"r\": 1.0 }", nil],
      ]
    )
  }

  @Test func `IF NOT EXISTS leaves a link alone, with a warning`() throws {
    let before = try sandbox.links()
    let result = try sandbox.query(
      "CREATE LINK IF NOT EXISTS db.s3 AS KAFKA CREDENTIALS '{\"c\":1}' DESCRIPTION 'new'"
    )
    #expect(result.warnings == ["Link 's3' already exists"])
    #expect(try sandbox.links() == before)
    #expect(try sandbox.credentialsMatch("{\"a\":\"b\"}", database: "db", name: "s3"))
    let created = try sandbox.query("CREATE LINK IF NOT EXISTS db.t AS S3 CREDENTIALS '{}'")
    #expect(created == ResultSet())
    #expect(try sandbox.links().count == 2)
  }

  @Test func `OR REPLACE replaces every clause, also those left out`() throws {
    _ = try sandbox.query(
      "CREATE OR REPLACE LINK db.s3 AS s3 CREDENTIALS '{\"c\":1}' DESCRIPTION 'new'"
    )
    #expect(try sandbox.links() == [["db", "s3", "S3", nil, "new"]])
    #expect(try sandbox.credentialsMatch("{\"c\":1}", database: "db", name: "s3"))
    #expect(try !sandbox.credentialsMatch("{\"a\":\"b\"}", database: "db", name: "s3"))
    _ = try sandbox.query("CREATE OR REPLACE LINK db.s3 AS S3 CREDENTIALS '{}' CONFIG '{}'")
    #expect(try sandbox.links() == [["db", "s3", "S3", "{}", nil]])
    _ = try sandbox.query("CREATE OR REPLACE LINK other.s3 AS KAFKA CREDENTIALS '{}'")
    #expect(try sandbox.links().count == 2)
  }

  @Test func `A dropped link is gone, others stay`() throws {
    _ = try sandbox.query("CREATE LINK other.s3 AS S3 CREDENTIALS '{}'")
    #expect(try sandbox.query("DROP LINK db.s3") == ResultSet())
    #expect(try sandbox.links() == [["other", "s3", "S3", nil, nil]])
  }

  @Test func `Names are told apart by their bytes`() throws {
    for name in ["S3", "é", "e\u{301}", "a`b", "a.b", "s3 ", "\\", "'"] {
      let quoted = name.unicodeScalars.map { $0 == "`" ? "``" : String($0) }.joined()
      _ = try sandbox.query("CREATE LINK db.`\(quoted)` AS S3 CREDENTIALS '{}' DESCRIPTION 'd'")
    }
    let names = try sandbox.links().compactMap { $0[1].map { Array($0.utf8) } }
    let expected = ["'", "S3", "\\", "a.b", "a`b", "e\u{301}", "s3", "s3 ", "é"]
    #expect(names == expected.map { Array($0.utf8) })
  }

  @Test func `Takes every type, and HDFS without credentials`() throws {
    for type in ["S3", "azure", "Gcs", "HDFS", "HTTP", "KAFKA", "MONGODB", "MYSQL"] {
      _ = try sandbox.query("CREATE LINK other.\(type) AS \(type) CREDENTIALS '{}'")
    }
    _ = try sandbox.query("CREATE LINK other.empty AS HDFS CREDENTIALS ''")
    let types = try sandbox.links().filter { $0[0] == "other" }.map { $0[2] }
    #expect(types == ["GCS", "HDFS", "HTTP", "KAFKA", "MONGODB", "MYSQL", "S3", "AZURE", "HDFS"])
  }

  @Test func `Takes names and descriptions of the greatest length`() throws {
    let name = String(repeating: "😀", count: 64)
    let tag = TaggedDescription.longestTag
    let description = String(repeating: "d", count: 65_536 + tag)
    _ = try sandbox.query(
      "CREATE LINK other.`\(name)` AS S3 CREDENTIALS '{}' DESCRIPTION '\(description)'"
    )
    #expect(try sandbox.links().last == ["other", name, "S3", nil, description])
  }

  static let refused: [(id: String, sql: String, code: Int, message: String)] = [
    (
      "syntax", "CREATE LINK db.x S3 CREDENTIALS '{\"k\":\"v\"}'", 1064,
      "You have an error in your SQL syntax near 'S3 CREDENTIALS '{\"k\":\"v\"}''"
    ),
    (
      "open text", "CREATE LINK db.x AS S3 CREDENTIALS 'a\\'", 1064,
      "You have an error in your SQL syntax near ''a\\''"
    ),
    (
      "a table", "CREATE ROWSTORE TABLE IF NOT EXISTS db.t (a INT)", 1235,
      "The sandbox keeps links and pipelines, and no tables: there is no lock to rehearse"
    ),
    (
      "preview", "!! preview: references are not resolved", 1064,
      "You have an error in your SQL syntax near '!! preview: references are not resolved'"
    ),
    (
      "two statements", "DROP LINK db.s3; DROP LINK db.s3", 1064,
      "You have an error in your SQL syntax near 'DROP LINK db.s3'"
    ),
    (
      "no credentials", "CREATE LINK db.x AS S3", 1064,
      "You have an error in your SQL syntax near ''"
    ),
    (
      "S014", "CREATE OR REPLACE LINK IF NOT EXISTS db.x AS S3 CREDENTIALS '{}'", 1221,
      "Incorrect usage of OR REPLACE and IF NOT EXISTS"
    ),
    ("no database", "CREATE LINK x AS S3 CREDENTIALS '{}'", 1046, "No database selected"),
    ("unknown database", "CREATE LINK no.x AS S3 CREDENTIALS '{}'", 1049, "Unknown database 'no'"),
    ("database's case", "CREATE LINK DB.x AS S3 CREDENTIALS '{}'", 1049, "Unknown database 'DB'"),
    (
      "own schema", "CREATE LINK information_schema.x AS S3 CREDENTIALS '{}'", 1044,
      "Access denied to database 'information_schema'"
    ),
    ("exists", "CREATE LINK db.s3 AS S3 CREDENTIALS '{}'", 1050, "Link 's3' already exists"),
    (
      "S015", "CREATE OR REPLACE LINK db.s3 AS KAFKA CREDENTIALS '{}'", 1221,
      "The type of link 's3' cannot be changed from S3 to KAFKA"
    ),
    (
      "unknown type", "CREATE LINK db.x AS FTP CREDENTIALS '{}'", 1235,
      "Links of type 'FTP' are not supported"
    ),
    ("S005", "CREATE LINK db.`` AS S3 CREDENTIALS '{}'", 1102, "Incorrect name ''"),
    (
      "S006", "CREATE LINK db.\(String(repeating: "n", count: 65)) AS S3 CREDENTIALS '{}'", 1059,
      "Identifier name '\(String(repeating: "n", count: 65))' is too long"
    ),
    (
      "empty credentials", "CREATE LINK db.x AS S3 CREDENTIALS ''", 3140,
      "Invalid JSON in CREDENTIALS: error at byte 0"
    ),
    (
      "blank credentials", "CREATE LINK db.x AS HDFS CREDENTIALS ' '", 3140,
      "Invalid JSON in CREDENTIALS: error at byte 1"
    ),
    (
      "J006", "CREATE LINK db.x AS S3 CREDENTIALS '{\"a\":1,}'", 3140,
      "Invalid JSON in CREDENTIALS: error at byte 6"
    ),
    (
      "J001", "CREATE LINK db.x AS S3 CREDENTIALS '{\"a\":1,\"a\":2}'", 3140,
      "Invalid JSON in CREDENTIALS: error at byte 7"
    ),
    (
      "no object", "CREATE LINK db.x AS S3 CREDENTIALS '[]'", 3140,
      "Invalid JSON in CREDENTIALS: not an object"
    ),
    (
      "one backslash", "CREATE LINK db.x AS S3 CREDENTIALS '{\"a\":\"\\n\"}'", 3140,
      "Invalid JSON in CREDENTIALS: error at byte 6"
    ),
    (
      "empty config", "CREATE LINK db.x AS HDFS CREDENTIALS '' CONFIG ''", 3140,
      "Invalid JSON in CONFIG: error at byte 0"
    ),
    (
      "config a text", "CREATE LINK db.x AS S3 CREDENTIALS '{}' CONFIG '\"x\"'", 3140,
      "Invalid JSON in CONFIG: not an object"
    ),
    (
      "description",
      "CREATE LINK db.x AS S3 CREDENTIALS '{}' DESCRIPTION '"
        + String(repeating: "d", count: 65_537 + TaggedDescription.longestTag) + "'", 1406,
      "Data too long for DESCRIPTION"
    ),
    ("drop missing", "DROP LINK db.x", 2332, "Link 'x' does not exist"),
    ("drop other case", "DROP LINK db.S3", 2332, "Link 'S3' does not exist"),
    ("drop unknown database", "DROP LINK no.s3", 1049, "Unknown database 'no'"),
    ("drop no database", "DROP LINK s3", 1046, "No database selected"),
    (
      "database exists", "CREATE DATABASE db", 1007,
      "Can't create database 'db'; database exists"
    ),
    (
      "schema exists", "CREATE DATABASE Information_Schema", 1007,
      "Can't create database 'Information_Schema'; database exists"
    ),
    ("database's name", "CREATE DATABASE ``", 1102, "Incorrect name ''"),
  ]

  @Test(arguments: refused)
  func `Refuses, and leaves the catalog alone`(
    id: String,
    sql: String,
    code: Int,
    message: String
  ) throws {
    let before = try sandbox.links()
    let error = #expect(throws: ServerError.self, "\(id)") { try sandbox.query(sql) }
    #expect(error?.code == code, "\(id)")
    #expect(error?.message == message, "\(id)")
    #expect(error?.outcome == .notApplied, "\(id)")
    #expect(error?.sqlState.utf8.count == 5, "\(id)")
    #expect(try sandbox.links() == before, "\(id)")
    #expect(try sandbox.credentialsMatch("{\"a\":\"b\"}", database: "db", name: "s3"), "\(id)")
  }

  @Test func `CREATE DATABASE IF NOT EXISTS may be said twice`() throws {
    let again = try sandbox.query("CREATE DATABASE IF NOT EXISTS db")
    #expect(again.warnings == ["Can't create database 'db'; database exists"])
    #expect(try sandbox.links().count == 1)
  }
}
