import LinkCore
import Testing

@Suite struct SQLReaderStatementTests {
  @Test func `Reads CREATE LINK with all of its clauses`() throws {
    let link = try createLink(
      "CREATE OR REPLACE LINK `Order``db`.`product_S3` AS S3 CREDENTIALS '{\"k\":\"it''s\"}' "
        + "CONFIG '{}' DESCRIPTION 'a\\\\b';"
    )
    #expect(link.orReplace)
    #expect(!link.ifNotExists)
    #expect(link.name.database == "Order`db")
    #expect(link.name.name == "product_S3")
    #expect(link.type == "S3")
    #expect(link.credentials.reveal { $0 } == "{\"k\":\"it's\"}")
    #expect(link.config == "{}")
    #expect(link.description == "a\\b")
  }

  @Test func `Reads the least that CREATE LINK can be`() throws {
    let link = try createLink("create link if not exists Mixed as http credentials ''")
    #expect(!link.orReplace)
    #expect(link.ifNotExists)
    #expect(link.name.database == nil)
    #expect(link.name.name == "Mixed")
    #expect(link.type == "HTTP")
    #expect(link.credentials.reveal { $0 } == "")
    #expect(link.config == nil)
    #expect(link.description == nil)
  }

  @Test func `Takes CONFIG before CREDENTIALS, and texts in double quotes`() throws {
    let link = try createLink(
      "CREATE LINK a AS S3 CONFIG \"{\\\"a\\\":1}\" CREDENTIALS \"it's\" DESCRIPTION ''"
    )
    #expect(link.config == "{\"a\":1}")
    #expect(link.credentials.reveal { $0 } == "it's")
    #expect(link.description == "")
  }

  @Test func `Credentials show nowhere`() throws {
    let statement = try SQLReader.statement(in: "CREATE LINK a AS S3 CREDENTIALS 'hunter2'")
    var dumped = ""
    dump(statement, to: &dumped)
    #expect(!"\(statement) \(String(reflecting: statement)) \(dumped)".contains("hunter2"))
  }

  @Test func `Reads DROP LINK and CREATE DATABASE`() throws {
    guard case .dropLink(let first) = try SQLReader.statement(in: "DROP LINK `db`.A"),
      first.database == "db", first.name == "A",
      case .dropLink(let second) = try SQLReader.statement(in: "drop link a;"),
      second.database == nil, second.name == "a",
      case .createDatabase("Db", true) = try SQLReader.statement(
        in: "CREATE DATABASE IF NOT EXISTS Db"
      ),
      case .createDatabase("if", false) = try SQLReader.statement(in: "CREATE DATABASE `if`")
    else {
      Issue.record("read as another statement")
      return
    }
  }

  @Test func `Reads what linkctl asks of a catalog`() throws {
    let version = try select("SELECT @@memsql_version")
    #expect(version.columns == [.variable("@@memsql_version")])
    #expect(version.table == nil)
    let columns = try select(
      "SELECT COLUMN_NAME FROM information_schema.COLUMNS "
        + "WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME = 'LINKS'"
    )
    #expect(columns.columns == [.named("COLUMN_NAME")])
    #expect(columns.table?.database == "information_schema")
    #expect(columns.table?.name == "COLUMNS")
    #expect(columns.conditions.map(\.column) == ["TABLE_SCHEMA", "TABLE_NAME"])
    #expect(columns.conditions.map(\.values) == [["information_schema"], ["LINKS"]])
    let links = try select(
      "select TYPE, `LINK`,description from information_schema.links "
        + "where DATABASE_NAME in ('a', 'it''s') and LINK=\"x\";"
    )
    #expect(links.columns.map(\.heading) == ["TYPE", "LINK", "description"])
    #expect(links.conditions.map(\.values) == [["a", "it's"], ["x"]])
  }

  static let refused: [(String, String)] = [
    ("", "expected a statement at byte 0"),
    (" -- x", "expected a statement at byte 5"),
    ("!! preview: references are not resolved", "expected a statement at byte 0"),
    ("ALTER LINK a", "expected SET at byte 12"),
    ("`CREATE` LINK a", "expected a statement at byte 0"),
    ("CREATE TABLE a", "expected LINK at byte 7"),
    ("CREATE OR LINK a", "expected REPLACE at byte 10"),
    ("CREATE OR REPLACE DATABASE a", "expected LINK at byte 18"),
    ("CREATE LINK IF EXISTS a", "expected NOT at byte 15"),
    ("CREATE LINK AS S3 CREDENTIALS ''", "expected a name at byte 12"),
    ("CREATE LINK 'a' AS S3 CREDENTIALS ''", "expected a name at byte 12"),
    ("CREATE LINK @@a AS S3 CREDENTIALS ''", "expected a name at byte 12"),
    ("CREATE LINK <linkname> AS MYSQL", "expected a name at byte 12"),
    ("CREATE LINK a. AS S3 CREDENTIALS ''", "expected a name at byte 15"),
    ("CREATE LINK a.b.c AS S3 CREDENTIALS ''", "expected AS at byte 15"),
    ("CREATE LINK a", "expected AS at byte 13"),
    ("CREATE LINK a AS", "expected a type of link at byte 16"),
    ("CREATE LINK a AS 'S3'", "expected a type of link at byte 17"),
    ("CREATE LINK a AS `S3`", "expected a type of link at byte 17"),
    ("CREATE LINK a AS S3", "expected CREDENTIALS at byte 19"),
    ("CREATE LINK a AS S3 CONFIG '{}'", "expected CREDENTIALS at byte 31"),
    ("CREATE LINK a AS S3 DESCRIPTION 'x' CREDENTIALS ''", "expected CREDENTIALS at byte 20"),
    ("CREATE LINK a AS S3 CREDENTIALS", "expected a text in quotes at byte 31"),
    (
      "CREATE LINK a AS S3 CREDENTIALS <CREDENTIALS REDACTED>",
      "expected a text in quotes at byte 32"
    ),
    ("CREATE LINK a AS S3 CREDENTIALS `x`", "expected a text in quotes at byte 32"),
    ("CREATE LINK a AS S3 CREDENTIALS 'a' 'b'", "expected the end of the statement at byte 36"),
    (
      "CREATE LINK a AS S3 CREDENTIALS '' DESCRIPTION '' CONFIG ''",
      "expected the end of the statement at byte 50"
    ),
    (
      "CREATE LINK a AS S3 CREDENTIALS '' DESCRIPTION '' DESCRIPTION ''",
      "expected the end of the statement at byte 50"
    ),
    ("CREATE LINK a AS S3 CREDENTIALS '' CREDENTIALS ''", "CREDENTIALS stands twice at byte 35"),
    ("CREATE LINK a AS S3 CONFIG '' CREDENTIALS '' CONFIG ''", "CONFIG stands twice at byte 45"),
    ("DROP LINK IF EXISTS a", "expected a name at byte 10"),
    ("DROP DATABASE a", "expected LINK at byte 5"),
    ("DROP LINK a; DROP LINK b", "expected the end of the statement at byte 13"),
    ("DROP LINK a;;", "expected the end of the statement at byte 12"),
    ("CREATE DATABASE a.b", "expected the end of the statement at byte 17"),
    ("SELECT", "expected a name at byte 6"),
    ("SELECT *", "expected FROM at byte 8"),
    ("SELECT FROM a", "expected a name at byte 7"),
    ("SELECT a, FROM b", "expected a name at byte 10"),
    ("SELECT a FROM b WHERE", "expected a name at byte 21"),
    ("SELECT a FROM b WHERE c", "expected = or IN at byte 23"),
    ("SELECT a FROM b WHERE c = 1", "expected a text in quotes at byte 26"),
    ("SELECT a FROM b WHERE c IN 'x'", "expected ( at byte 27"),
    ("SELECT a FROM b WHERE c IN ()", "expected a text in quotes at byte 28"),
    ("SELECT a FROM b WHERE c IN ('x'", "expected , or ) at byte 31"),
    ("SELECT a FROM b WHERE c = 'x' OR d = 'y'", "expected the end of the statement at byte 30"),
  ]

  @Test(arguments: refused)
  func `Refuses what is no statement, naming the byte`(sql: String, error: String) {
    let caught = #expect(throws: SQLReaderError.self) { try SQLReader.statement(in: sql) }
    #expect(caught?.description == error)
  }

  @Test func `S014 Tells OR REPLACE with IF NOT EXISTS from other mistakes`() {
    let caught = #expect(throws: SQLReaderError.self) {
      try SQLReader.statement(in: "CREATE OR REPLACE LINK IF NOT EXISTS a AS S3 CREDENTIALS ''")
    }
    #expect(caught?.reason == .exclusiveClauses)
    #expect(caught?.offset == 23)
  }

  @Test func `S020 Refuses the curly quote of the manual's sample`() {
    let caught = #expect(throws: SQLReaderError.self) {
      try SQLReader.statement(
        in: "CREATE LINK a AS S3 CREDENTIALS '{}' CONFIG \u{2018}{\"region\": \"x\"}'"
      )
    }
    #expect(caught?.description == "typographic quote U+2018 at byte 44")
  }

  @Test func `Cut short anywhere, a statement is refused`() {
    let sql = "CREATE LINK `d`.`x``y` AS S3 CONFIG \"{}\" CREDENTIALS '{\\\"a\\\":\\\"its\\\"}'"
    for length in 0..<sql.utf8.count {
      #expect(throws: SQLReaderError.self) {
        try SQLReader.statement(in: String(decoding: sql.utf8.prefix(length), as: UTF8.self))
      }
    }
    #expect(throws: Never.self) { try SQLReader.statement(in: sql) }
  }

  @Test func `An error holds nothing of the text`() {
    let secret = "hunter2CANARY"
    let texts = [
      "'\(secret)", "`\(secret)", "CREATE LINK a AS \(secret) CREDENTIALS x", "1\(secret)",
      "CREATE LINK a AS S3 CREDENTIALS '' '\(secret)'", "DROP LINK '\(secret)'",
    ]
    for text in texts {
      let caught = #expect(throws: SQLReaderError.self) { try SQLReader.statement(in: text) }
      #expect(caught.map { !String(reflecting: $0).contains(secret) } == true)
    }
  }

  private func createLink(_ sql: String) throws -> SQLStatement.CreateLink {
    guard case .createLink(let link) = try SQLReader.statement(in: sql) else {
      throw OtherStatement()
    }
    return link
  }

  private func select(_ sql: String) throws -> SQLStatement.Select {
    guard case .select(let select) = try SQLReader.statement(in: sql) else {
      throw OtherStatement()
    }
    return select
  }

  private struct OtherStatement: Error {}
}
