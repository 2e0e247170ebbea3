import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxAlterationTests {
  private let folder: TemporaryFolder
  private let sandbox: Sandbox

  init() throws {
    folder = try TemporaryFolder()
    sandbox = try Sandbox(folder.file("db"), databases: "d")
    _ = try sandbox.query(
      #"CREATE LINK d.l AS S3 CREDENTIALS '{"k":"v","n":{"x":1}}' CONFIG '{"z": 1.0, "a": 2}'"#
        + " DESCRIPTION 'kept'"
    )
  }

  private func credentialsAre(_ json: String) throws -> Bool {
    try sandbox.credentialsMatch(json, database: "d", name: "l")
  }

  @Test(
    arguments: [
      (#"SET CONFIG '{"b":3}'"#, #"{"b":3}"#), (#"SET CONFIG ' { "b" : 3 }'"#, #" { "b" : 3 }"#),
      ("SET CONFIG '{}'", nil), ("SET CONFIG ::a = 'x'", #"{"a":"x","z":1.0}"#),
      ("SET CONFIG ::new = 'it''s'", #"{"a":2,"new":"it's","z":1.0}"#),
    ] as [(String, String?)]
  )
  func `Sets CONFIG, and nothing else`(clause: String, config: String?) throws {
    #expect(try sandbox.query("ALTER LINK d.l \(clause)") == ResultSet())
    #expect(try sandbox.links() == [["d", "l", "S3", config, "kept"]])
    #expect(try credentialsAre(#"{"n":{"x":1},"k":"v"}"#))
  }

  @Test func `Sets a key of CONFIG where there is none yet`() throws {
    _ = try sandbox.query("ALTER LINK d.l SET CONFIG '{}'")
    _ = try sandbox.query("ALTER LINK d.l SET CONFIG ::a = 'x'")
    #expect(try sandbox.links().first?[3] == #"{"a":"x"}"#)
  }

  @Test(
    arguments: [
      (#"SET CREDENTIALS '{"a":"b"}'"#, #"{"a":"b"}"#), ("SET CREDENTIALS '{}'", "{}"),
      ("SET CREDENTIALS ::k = 'w'", #"{"k":"w","n":{"x":1}}"#),
      ("SET CREDENTIALS ::n = 'w'", #"{"k":"v","n":"w"}"#),
      ("SET CREDENTIALS ::more = 'w'", #"{"k":"v","n":{"x":1},"more":"w"}"#),
    ]
  )
  func `Sets CREDENTIALS, and nothing else`(clause: String, credentials: String) throws {
    _ = try sandbox.query("ALTER LINK d.l \(clause)")
    #expect(try credentialsAre(credentials))
    #expect(try !credentialsAre(#"{"k":"v","n":{"x":1}}"#))
    #expect(try sandbox.links() == [["d", "l", "S3", #"{"z": 1.0, "a": 2}"#, "kept"]])
  }

  @Test func `Sets a key where the credentials are empty or none`() throws {
    _ = try sandbox.query("CREATE LINK d.h AS HDFS CREDENTIALS ''")
    _ = try sandbox.query("ALTER LINK d.h SET CREDENTIALS ::k = 'v'")
    #expect(try sandbox.credentialsMatch(#"{"k":"v"}"#, database: "d", name: "h"))
    _ = try sandbox.query("ALTER LINK d.l SET CREDENTIALS '{}'")
    _ = try sandbox.query("ALTER LINK d.l SET CREDENTIALS ::k = 'v'")
    #expect(try credentialsAre(#"{"k":"v"}"#))
  }

  @Test func `Sets both, or neither`() throws {
    _ = try sandbox.query(#"ALTER LINK d.l SET CREDENTIALS ::k = 'w' SET CONFIG '{"b":1}'"#)
    #expect(try credentialsAre(#"{"k":"w","n":{"x":1}}"#))
    #expect(try sandbox.links().first?[3] == #"{"b":1}"#)
    #expect(throws: ServerError.self) {
      try sandbox.query("ALTER LINK d.l SET CONFIG '{}' SET CREDENTIALS 'no JSON'")
    }
    #expect(try sandbox.links().first?[3] == #"{"b":1}"#)
  }

  @Test(
    arguments: [
      ("ALTER LINK d.no SET CONFIG '{}'", 2332), ("ALTER LINK no.l SET CONFIG '{}'", 1049),
      ("ALTER LINK l SET CONFIG '{}'", 1046), ("ALTER LINK d.l SET CONFIG ''", 3140),
      ("ALTER LINK d.l SET CONFIG '[]'", 3140),
      (#"ALTER LINK d.l SET CONFIG '{"a":1,"a":2}'"#, 3140),
      ("ALTER LINK d.l SET CREDENTIALS ''", 3140), ("ALTER LINK d.l SET DESCRIPTION 'x'", 1064),
    ]
  )
  func `Refuses, and changes nothing`(sql: String, code: Int) throws {
    let before = try sandbox.links()
    let error = #expect(throws: ServerError.self) { try sandbox.query(sql) }
    #expect(error?.code == code)
    #expect(try sandbox.links() == before)
    #expect(try credentialsAre(#"{"k":"v","n":{"x":1}}"#))
  }
}
