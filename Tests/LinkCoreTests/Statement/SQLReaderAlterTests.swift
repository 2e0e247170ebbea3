import LinkCore
import Testing

/// ALTER LINK and the statements around it, as the reader understands them.
@Suite struct SQLReaderAlterTests {
  private func alteration(_ sql: String) throws -> SQLStatement.AlterLink {
    guard case .alterLink(let alteration) = try SQLReader.statement(in: sql) else {
      throw OtherStatement()
    }
    return alteration
  }

  private struct OtherStatement: Error {}

  @Test func `Reads both clauses, whole and by key, in either order`() throws {
    let whole = try alteration(
      "ALTER LINK `d``b`.`l` SET CONFIG '{\"a\":\"it''s\"}' SET CREDENTIALS \"{}\";"
    )
    #expect(whole.name.database == "d`b")
    #expect(whole.name.name == "l")
    guard case .whole(#"{"a":"it's"}"#) = whole.config,
      case .whole(let secret) = whole.credentials
    else {
      Issue.record("read as \(whole)")
      return
    }
    #expect(secret.reveal { $0 } == "{}")
    let keys = try alteration(
      "alter link l set credentials ::pass_word = 'x' set config::Region='y'"
    )
    #expect(keys.name.database == nil)
    guard case .key("Region", "y") = keys.config,
      case .key("pass_word", let value) = keys.credentials
    else {
      Issue.record("read as \(keys)")
      return
    }
    #expect(value.reveal { $0 } == "x")
  }

  @Test func `Reads one clause alone`() throws {
    #expect(try alteration("ALTER LINK l SET CONFIG '{}'").credentials == nil)
    #expect(try alteration("ALTER LINK l SET CREDENTIALS '{}'").config == nil)
  }

  static let refused: [(String, String)] = [
    ("ALTER LINK", "expected a name at byte 10"),
    ("ALTER LINK SET CONFIG '{}'", "expected a name at byte 11"),
    ("ALTER LINK a", "expected SET at byte 12"),
    ("ALTER LINK a CONFIG '{}'", "expected SET at byte 13"),
    ("ALTER LINK a SET DESCRIPTION 'x'", "expected CONFIG or CREDENTIALS at byte 17"),
    ("ALTER LINK a SET TYPE S3", "expected CONFIG or CREDENTIALS at byte 17"),
    ("ALTER LINK a SET CONFIG", "expected a text in quotes at byte 23"),
    ("ALTER LINK a SET CONFIG {}", "expected a text in quotes at byte 24"),
    ("ALTER LINK a SET CONFIG = '{}'", "expected a text in quotes at byte 24"),
    ("ALTER LINK a SET CONFIG '{}' CONFIG '{}'", "expected the end of the statement at byte 29"),
    (
      "ALTER LINK a SET CONFIG '{}', CREDENTIALS ''", "expected the end of the statement at byte 28"
    ),
    ("ALTER LINK a SET CONFIG '{}' SET CONFIG '{}'", "CONFIG stands twice at byte 33"),
    (
      "ALTER LINK a SET CREDENTIALS '{}' SET CONFIG '' SET CREDENTIALS ''",
      "CREDENTIALS stands twice at byte 52"
    ),
    ("ALTER LINK a SET CONFIG :k = 'v'", "expected : at byte 25"),
    ("ALTER LINK a SET CONFIG :: = 'v'", "expected a key at byte 27"),
    ("ALTER LINK a SET CONFIG ::'k' = 'v'", "expected a key at byte 26"),
    ("ALTER LINK a SET CONFIG ::k 'v'", "expected = at byte 28"),
    ("ALTER LINK a SET CONFIG ::k = 3306", "expected a text in quotes at byte 30"),
    ("ALTER LINK a SET CONFIG ::sasl.mechanism = 'v'", "expected = at byte 30"),
    ("ALTER LINK a SET CONFIG ::x-amz = 'v'", "expected = at byte 27"),
    ("ALTER LINK IF EXISTS a SET CONFIG ''", "expected a name at byte 11"),
    ("ALTER OR REPLACE LINK a", "expected LINK at byte 6"),
    ("ALTER PIPELINE a SET CONFIG '{}'", "expected LINK at byte 6"),
    ("SHOW", "expected LINKS, CREATE LINK or GRANTS at byte 4"),
    ("SHOW TABLES", "expected LINKS, CREATE LINK or GRANTS at byte 5"),
    ("SHOW LINKS ON", "expected a name at byte 13"),
    ("SHOW LINKS IN d", "expected the end of the statement at byte 11"),
    ("SHOW LINKS LIKE 'x'", "expected the end of the statement at byte 11"),
    ("SHOW CREATE TABLE a", "expected LINK at byte 12"),
    ("SHOW CREATE LINK", "expected a name at byte 16"),
    ("SHOW GRANTS FOR x", "expected the end of the statement at byte 12"),
    ("SELECT LENGTH('a'", "expected ) at byte 17"),
    ("SELECT LENGTH(a)", "expected a text in quotes at byte 14"),
    ("CREATE PIPELINE", "expected a name at byte 15"),
    ("CREATE OR REPLACE PIPELINE p", "expected LINK at byte 18"),
    ("CREATE PIPELINE p AS LOAD DATA S3 'x' INTO TABLE t", "expected LINK at byte 31"),
    (
      "CREATE PIPELINE p AS LOAD DATA LINK d.l 'x' INTO TABLE t",
      "expected a text in quotes at byte 37"
    ),
    ("CREATE PIPELINE p AS LOAD DATA LINK l INTO TABLE t", "expected a text in quotes at byte 38"),
    ("CREATE PIPELINE p AS LOAD DATA LINK l 'x'", "expected INTO at byte 41"),
    ("CREATE PIPELINE p AS LOAD DATA LINK l 'x' INTO TABLE", "expected a name at byte 52"),
    ("START p", "expected PIPELINE at byte 6"),
    ("STOP PIPELINE IF RUNNING p", "expected a name at byte 14"),
    ("DROP PIPELINE IF EXISTS p", "expected a name at byte 14"),
  ]

  @Test(arguments: refused)
  func `Refuses what is not of the grammar, naming the byte`(sql: String, error: String) {
    let caught = #expect(throws: SQLReaderError.self) { try SQLReader.statement(in: sql) }
    #expect(caught?.description == error)
  }

  @Test func `Reads SHOW, LENGTH and pipelines`() throws {
    guard case .show(.links(database: "d")) = try SQLReader.statement(in: "SHOW LINKS ON `d`"),
      case .show(.links(database: nil)) = try SQLReader.statement(in: "show links;"),
      case .show(.grants) = try SQLReader.statement(in: "SHOW GRANTS"),
      case .show(.createLink(let name)) = try SQLReader.statement(in: "SHOW CREATE LINK d.`l`"),
      case .select(let select) = try SQLReader.statement(in: #"SELECT LENGTH('\\'), length("é")"#),
      case .createPipeline(let pipeline) = try SQLReader.statement(
        in: "CREATE PIPELINE IF NOT EXISTS d.p AS LOAD DATA LINK `l` 'a/b' INTO TABLE `T`"
      ), case .startPipeline(let started) = try SQLReader.statement(in: "START PIPELINE d.p"),
      case .stopPipeline(let stopped) = try SQLReader.statement(in: "stop pipeline p"),
      case .dropPipeline(let dropped) = try SQLReader.statement(in: "DROP PIPELINE `p`")
    else {
      Issue.record("read as another statement")
      return
    }
    #expect([name.database, name.name] == ["d", "l"])
    #expect(
      select.columns == [
        .length(of: "\\", heading: #"LENGTH('\\')"#), .length(of: "é", heading: #"length("é")"#),
      ]
    )
    #expect(pipeline.ifNotExists)
    #expect([pipeline.name.database, pipeline.name.name] == ["d", "p"])
    #expect([pipeline.link, pipeline.path, pipeline.table] == ["l", "a/b", "T"])
    #expect([started.name, stopped.name, dropped.name] == ["p", "p", "p"])
  }

  /// A server that has never heard of a clause stumbles where it begins.
  @Test(
    arguments: [
      ("CREATE OR REPLACE LINK a AS S3 CREDENTIALS ''", "expected LINK at byte 7"),
      ("CREATE LINK IF NOT EXISTS a AS S3 CREDENTIALS ''", "expected a name at byte 12"),
      ("ALTER LINK a SET CONFIG '{}'", "expected a statement at byte 0"),
    ]
  )
  func `Knows no more than its grammar`(sql: String, error: String) {
    #expect(throws: Never.self) { try SQLReader.statement(in: sql) }
    let caught = #expect(throws: SQLReaderError.self) { try SQLReader.statement(in: sql, of: []) }
    #expect(caught?.description == error)
    #expect(throws: Never.self) {
      try SQLReader.statement(
        in: "CREATE PIPELINE IF NOT EXISTS p AS LOAD DATA LINK l 'x' INTO TABLE t",
        of: []
      )
    }
  }

  static let shown: [(String, ShownLink?)] = [
    (
      #"CREATE LINK `p` AS MYSQL CONFIG "{\n  \"a.b\": \"c\"}" CREDENTIALS <CREDENTIALS REDACTED>"#,
      ShownLink(name: "p", type: "MYSQL", config: "{\n  \"a.b\": \"c\"}")
    ),
    (
      "CREATE LINK `d`.`p` AS s3 CREDENTIALS <CREDENTIALS REDACTED>;",
      ShownLink(name: "p", type: "S3", config: nil)
    ),
    (
      "CREATE LINK p AS S3 CREDENTIALS <CREDENTIALS REDACTED> CONFIG '{}' DESCRIPTION 'CONFIG \"x\"'",
      ShownLink(name: "p", type: "S3", config: "{}")
    ),
    ("CREATE LINK p AS S3", ShownLink(name: "p", type: "S3", config: nil)),
    ("CREATE LINK p AS S3 CONFIG '{}' CONFIG '{}'", nil),
    ("CREATE LINK p AS S3 CREDENTIALS 'x'", nil),
    ("CREATE LINK p AS S3 CONFIG {}", nil), ("CREATE LINK p AS S3 MORE 'x'", nil),
    ("CREATE LINK p", nil), ("", nil),
  ]

  @Test(arguments: shown)
  func `Reads what SHOW CREATE LINK answers`(text: String, link: ShownLink?) {
    #expect((try? SQLReader.shownLink(in: text)) == link)
  }
}
