import LinkCore
import LinkSandbox
import LinkSeal
import Testing

@testable import SandboxServer

@Suite struct SandboxSessionTests {
  private let folder: ServedFolder
  private let client: WireClient

  init() throws {
    folder = try ServedFolder(databases: ["prod", "staging"])
    client = try folder.client()
  }

  /// The rows of an answer, each cell a text.
  private func rows(_ sql: String) throws -> [[String?]] {
    client.query(sql)
    var head = WireReader(try client.payload())
    let count = try #require(head.lengthEncodedNumber().flatMap { Int($0) })
    for _ in 0...count { _ = try client.payload() }
    var rows: [[String?]] = []
    while true {
      let payload = try client.payload()
      if payload.first == 0xFE, payload.count == 5 { return rows }
      var reader = WireReader(payload)
      rows.append(
        (0..<count).map { _ in reader.lengthEncodedBytes() }.map { bytes in
          bytes.map { String(decoding: $0, as: UTF8.self) }
        }
      )
    }
  }

  private func code(_ sql: String) throws -> Int {
    let payload = try client.run(sql)
    return payload.first == 0xFF ? Int(payload[1]) | Int(payload[2]) << 8 : 0
  }

  @Test func `A name without a database is one of that in use`() throws {
    #expect(try code("CREATE LINK a AS S3 CREDENTIALS '{}'") == 1046)
    #expect(try code("USE prod") == 0)
    #expect(try code("CREATE LINK a AS S3 CREDENTIALS '{}'") == 0)
    #expect(try rows("SHOW LINKS") == [["a", "S3", nil, nil]])
    #expect(try rows("SELECT DATABASE()") == [["prod"]])
    #expect(try code("USE nowhere") == 1049)
    #expect(try rows("SELECT DATABASE()") == [["prod"]])
    #expect(try code("DROP LINK staging.a") == 2332)
  }

  @Test func `The schema of all databases can be in use`() throws {
    #expect(try code("USE information_schema") == 0)
    #expect(try rows("SELECT * FROM LINKS") == [])
    #expect(
      try rows("SELECT SCHEMA_NAME FROM SCHEMATA").map { $0[0] } == [
        "information_schema", "prod", "staging",
      ]
    )
  }

  @Test func `Databases are shown, also those of a pattern`() throws {
    #expect(try rows("SHOW DATABASES") == [["information_schema"], ["prod"], ["staging"]])
    #expect(try rows("SHOW DATABASES LIKE 's_ag%'") == [["staging"]])
  }

  @Test func `A note stands until the next statement`() throws {
    _ = try code("USE prod")
    _ = try code("CREATE LINK a AS S3 CREDENTIALS '{}'")
    let again = try client.run("CREATE LINK IF NOT EXISTS a AS S3 CREDENTIALS '{}'")
    #expect(again == [0, 0, 0, 2, 0, 1, 0])
    #expect(try rows("SHOW WARNINGS") == [["Note", "1050", "Link 'a' already exists"]])
    #expect(try rows("SELECT @@warning_count") == [["1"]])
    _ = try code("SET a = 1")
    #expect(try rows("SHOW WARNINGS") == [])
  }

  @Test func `Variables are as they were set, and again as at first after a reset`() throws {
    #expect(try rows("SELECT @@autocommit, @@memsql_version") == [["1", "9.1.0"]])
    _ = try code("SET autocommit = 0, @@session.anything = 'x'")
    #expect(try rows("SELECT @@autocommit, @@anything") == [["0", "x"]])
    #expect(try rows("SHOW VARIABLES LIKE 'autocommit'") == [["autocommit", "0"]])
    client.send(packet(0, [31]))
    #expect(try client.payload().first == 0)
    #expect(try rows("SELECT @@autocommit") == [["1"]])
    #expect(try code("SELECT @@anything") == 1193)
  }

  @Test func `A mode without escapes is told, and nothing is read in it wrongly`() throws {
    #expect(try rows(#"SELECT LENGTH('\\')"#) == [["1"]])
    _ = try code("SET sql_mode = 'NO_BACKSLASH_ESCAPES'")
    #expect(try rows(#"SELECT @@sql_mode, LENGTH('\\')"#) == [["NO_BACKSLASH_ESCAPES", "2"]])
    #expect(try code(#"CREATE LINK prod.a AS S3 CREDENTIALS '{}' DESCRIPTION '\'"#) == 1235)
    #expect(try code("CREATE LINK prod.a AS S3 CREDENTIALS '{}'") == 0)
  }

  @Test func `Each session has its own database and variables`() throws {
    _ = try code("USE prod")
    let other = try folder.client()
    #expect(try other.run("SHOW LINKS").prefix(3) == [0xFF, 0x16, 0x04])
  }
}
