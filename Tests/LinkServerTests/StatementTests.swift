import LinkCore
import LinkServer
import Testing

@Suite struct StatementTests {
  private let database: MariaDB
  private let server: RemoteServer

  init() throws {
    database = try MariaDB.shared.get()
    server = try RemoteServer(database.settings())
  }

  private func refusal(_ sql: String) throws -> ServerError {
    try #require(throws: ServerError.self) { try server.query(sql) }
  }

  @Test func `Gives columns and rows, and tells NULL from nothing`() throws {
    let result = try server.query("SELECT 1 AS one, NULL AS none, '' AS empty UNION SELECT 2, 3, 4")
    #expect(result.columns == ["one", "none", "empty"])
    #expect(result.rows == [["1", nil, ""], ["2", "3", "4"]])
    #expect(result.warnings == [])
  }

  @Test func `A statement that reads nothing has no columns`() throws {
    #expect(try server.query("SET @a = 1") == ResultSet())
  }

  @Test func `A refusal has its number, and the connection stands`() throws {
    let error = try refusal("CREATE LINK a.b AS S3 CREDENTIALS '{}'")
    #expect(error.code == 1064)
    #expect(error.sqlState == "42000")
    #expect(error.outcome == .notApplied)
    #expect(try server.query("SELECT 1").rows == [["1"]])
  }

  @Test func `Warnings are read where there are any, and only there`() throws {
    var asked: [String?] = []
    let server = try RemoteServer(database.settings()) { sql, _ in asked.append(sql) }
    #expect(try server.query("SELECT 1").warnings == [])
    let warnings = try server.query("DROP DATABASE IF EXISTS nowhere_at_all").warnings
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("nowhere_at_all") == true)
    _ = try server.run(Secret("SELECT 'hunter2'"))
    #expect(
      asked == [
        "SELECT 1", "DROP DATABASE IF EXISTS nowhere_at_all", "SHOW WARNINGS", nil,
      ]
    )
  }

  @Test func `K013: More than a million rows are refused, and the connection ends`() throws {
    let error = try refusal("SELECT seq FROM mysql.seq_1_to_1000001")
    #expect(error.message == "the server's answer has more than 1000000 rows")
    #expect(throws: ServerError.self) { try server.query("SELECT 1") }
  }

  @Test func `Two statements in one text are a syntax error`() throws {
    #expect(try refusal("SELECT 1; SELECT 2").code == 1064)
  }

  @Test func `More than one result is refused, and nobody knows what was done`() throws {
    _ = try database.administrator().query("CREATE DATABASE IF NOT EXISTS results")
    _ = try database.administrator().query(
      "CREATE OR REPLACE PROCEDURE results.two() BEGIN SELECT 1; SELECT 2; END"
    )
    let error = try refusal("CALL results.two()")
    #expect(error.message.contains("more than one result"))
    #expect(error.outcome == .unknown)
    // What is left of the answer must never be taken for that of another statement.
    #expect(try refusal("SELECT 3").message.contains("nothing was sent"))
  }

  @Test func `A cell of 1 MiB is taken, a larger one refused`() throws {
    let most = 1 << 20
    let cell = try server.query("SELECT REPEAT('x', \(most))").rows.first?.first ?? nil
    #expect(cell?.utf8.count == most)
    #expect(try refusal("SELECT REPEAT('x', \(most + 1)) AS big").message.contains("column big"))
  }

  @Test func `Too many columns or rows are refused`() throws {
    let columns = (0..<65).map { "\($0)" }.joined(separator: ",")
    #expect(try refusal("SELECT \(columns)").message.contains("65 columns"))
    let other = try RemoteServer(database.settings())
    let error = #expect(throws: ServerError.self) {
      try other.query("SELECT seq FROM mysql.seq_1_to_1000001")
    }
    #expect(error?.message.contains("more than 1000000 rows") == true)
  }

  @Test func `What is no text is refused`() throws {
    #expect(try refusal("SELECT x'ff' AS bytes").message.contains("no text in column bytes"))
  }

  @Test func `S018: A statement longer than the server takes is not sent`() throws {
    let text = String(repeating: "x", count: 16 << 20)
    let error = try refusal("SELECT '\(text)'")
    #expect(error.message.contains("max_allowed_packet is 16777216; nothing was sent"))
    #expect(error.outcome == .notApplied)
    #expect(try server.query("SELECT 1").rows == [["1"]])
  }

  @Test func `No file of this machine is given away`() throws {
    _ = try database.administrator().query("CREATE DATABASE IF NOT EXISTS files")
    _ = try database.administrator().query("CREATE OR REPLACE TABLE files.t (line TEXT)")
    _ = try refusal("LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE files.t")
    let count = try database.administrator().query("SELECT COUNT(*) FROM files.t").rows
    #expect(count == [["0"]])
  }

  @Test func `The connection closes with its owner`() throws {
    var other: RemoteServer? = try RemoteServer(database.settings())
    let id = try #require(try other?.query("SELECT CONNECTION_ID()").rows.first?.first ?? nil)
    let sql = "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = \(id)"
    #expect(try server.query(sql).rows == [["1"]])
    other = nil
    #expect(try isTrueInTime { try server.query(sql).rows == [["0"]] })
  }
}
