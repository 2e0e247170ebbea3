import CSQLite
import LinkCore
import LinkSeal
import Testing

@testable import LinkSandbox

/// Files that somebody else has made: of an older format, or to do harm.
@Suite struct SandboxTrustTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Works on the file as anybody could.
  private func tamper(_ statements: String...) throws {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let connection = try SQLiteConnection(folder.file("db"), flags: flags)
    for statement in statements { try connection.run(statement) }
  }

  /// A file as the first format had it: no pipelines, digests without keys.
  private func makeOld() throws {
    _ = try Sandbox(folder.file("db"), databases: "d")
    let salt = [UInt8](repeating: 7, count: 16)
    let leaf = ["1", ".k", "string", "v"].flatMap { text in
      (0..<7).map { _ in UInt8(0) } + [UInt8(text.utf8.count)] + Array(text.utf8)
    }
    let digest = SandboxTrustTests.hex(LinkSeal.Digest.sha256(salt + leaf))
    try tamper(
      "DROP TABLE pipelines",
      "PRAGMA user_version = 1",
      """
      INSERT INTO links (database, name, type, config, description, salt, credentials)
      VALUES ('d', 'l', 'S3', NULL, NULL, x'\(SandboxTrustTests.hex(salt))', x'\(digest)')
      """
    )
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func `A file of the first format is read as it is`() throws {
    try makeOld()
    let before = try folder.read("db")
    let sandbox = try Sandbox(folder.file("db"), .readOnly)
    #expect(try sandbox.links() == [["d", "l", "S3", nil, nil]])
    #expect(try sandbox.query("SELECT STATE FROM information_schema.PIPELINES").rows == [])
    #expect(try sandbox.credentialsMatch(#"{"k":"v"}"#, database: "d", name: "l"))
    #expect(try !sandbox.credentialsMatch(#"{"k":"w"}"#, database: "d", name: "l"))
    #expect(try folder.read("db") == before)
  }

  @Test func `A file of the first format is brought up to date by who writes it`() throws {
    try makeOld()
    do {
      let sandbox = try Sandbox(folder.file("db"))
      _ = try sandbox.query("CREATE PIPELINE d.p AS LOAD DATA LINK l 'x' INTO TABLE t")
      #expect(throws: ServerError.self) { try sandbox.query("DROP LINK d.l") }
      let error = #expect(throws: ServerError.self) {
        try sandbox.query("ALTER LINK d.l SET CREDENTIALS ::k = 'x'")
      }
      #expect(error?.message.contains("kept by an older linkctl") == true)
      #expect(try sandbox.credentialsMatch(#"{"k":"v"}"#, database: "d", name: "l"))
      _ = try sandbox.query("ALTER LINK d.l SET CREDENTIALS '{\"k\":\"w\"}'")
      _ = try sandbox.query("ALTER LINK d.l SET CREDENTIALS ::k = 'x'")
      #expect(try sandbox.credentialsMatch(#"{"k":"x"}"#, database: "d", name: "l"))
    }
    #expect(try Sandbox(folder.file("db")).links().count == 1)
  }

  private static let endless = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
    """

  @Test(
    arguments: [
      "CREATE VIEW v AS SELECT 1", "CREATE TABLE more (x)", "CREATE INDEX i ON links (type)",
      "CREATE VIRTUAL TABLE f USING fts5(x)",
    ]
  )
  func `Refuses a file with more in it than a sandbox has`(statement: String) throws {
    _ = try Sandbox(folder.file("db"), databases: "d")
    try tamper(statement)
    try expectForeign()
  }

  /// A view in the place of a table would run whatever it is made of.
  @Test func `Refuses a view in the place of a table`() throws {
    _ = try Sandbox(folder.file("db"), databases: "d")
    try tamper(
      "DROP TABLE links",
      """
      CREATE VIEW links AS \(Self.endless)
      SELECT 'd' AS database, i AS name, 'S3' AS type, NULL AS config, NULL AS description FROM n
      """
    )
    try expectForeign()
  }

  private func expectForeign() throws {
    for mode in [Sandbox.Mode.readOnly, .readWrite] {
      let error = #expect(throws: ServerError.self) { try Sandbox(folder.file("db"), mode) }
      #expect(
        error?.message.hasSuffix("it holds tables or views that linkctl has not made") == true
      )
    }
  }

  @Test(arguments: [Sandbox.Mode.readOnly, .readWrite])
  func `A statement without an end is ended`(mode: Sandbox.Mode) throws {
    _ = try Sandbox(folder.file("db"), databases: "d")
    let sandbox = try Sandbox(folder.file("db"), mode)
    let error = #expect(throws: ServerError.self) {
      try sandbox.rows("\(Self.endless) SELECT max(i) FROM n")
    }
    #expect(error?.code == 1317)
    #expect(error?.message == "The sandbox's file: it took too many steps, and was ended")
    #expect(try sandbox.links() == [])
  }

  @Test func `A trigger without an end is ended, and its statement undone`() throws {
    _ = try Sandbox(folder.file("db"), databases: "d")
    try tamper(
      """
      CREATE TRIGGER t BEFORE INSERT ON links BEGIN
        SELECT (\(Self.endless) SELECT max(i) FROM n);
      END
      """
    )
    let sandbox = try Sandbox(folder.file("db"))
    let error = #expect(throws: ServerError.self) {
      try sandbox.query("CREATE LINK d.l AS S3 CREDENTIALS '{}'")
    }
    #expect(error?.code == 1317)
    #expect(error?.outcome == .notApplied)
    #expect(try sandbox.links() == [])
  }
}
