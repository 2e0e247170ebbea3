import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxPipelinesTests {
  private let folder: TemporaryFolder
  private let sandbox: Sandbox

  init() throws {
    folder = try TemporaryFolder()
    sandbox = try Sandbox(folder.file("db"), databases: "d", "e")
    _ = try sandbox.query("CREATE LINK d.l AS KAFKA CREDENTIALS '{}'")
    _ = try sandbox.query("CREATE PIPELINE d.p AS LOAD DATA LINK l 'host/topic' INTO TABLE t")
  }

  private func pipelines() throws -> [[String?]] {
    let sql = """
      SELECT DATABASE_NAME, PIPELINE_NAME, STATE, CONFIG_JSON FROM information_schema.PIPELINES
      """
    return try sandbox.query(sql).rows
  }

  private func run(_ statements: String...) throws {
    for statement in statements { _ = try sandbox.query(statement) }
  }

  @Test func `Lists a pipeline with its state and its link`() throws {
    let row = try #require(try pipelines().first)
    #expect(row.prefix(3) == ["d", "p", "Stopped"])
    let config = try JSONValue(reading: row[3] ?? "")
    #expect(config["link"]?.text == "l")
    #expect(config["source_type"]?.text == "KAFKA")
    #expect(config["connection_string"]?.text == "host/topic")
    #expect(config["credentials"] == nil)
    try run("START PIPELINE d.p")
    #expect(try pipelines().map { $0[2] } == ["Running"])
    try run("STOP PIPELINE d.p")
    #expect(try pipelines().map { $0[2] } == ["Stopped"])
    try run("DROP PIPELINE d.p")
    #expect(try pipelines() == [])
  }

  @Test func `A link in use is not dropped, and may be replaced and altered`() throws {
    for state in ["Stopped", "Running"] {
      let error = #expect(throws: ServerError.self) { try run("DROP LINK d.l") }
      #expect(error?.code == 1451)
      #expect(error?.message == "Link 'l' is used by pipeline 'p'")
      try run("CREATE OR REPLACE LINK d.l AS KAFKA CREDENTIALS '{}' CONFIG '{\"a\":1}'")
      try run("ALTER LINK d.l SET CONFIG '{}'")
      #expect(try pipelines().map { $0[2] } == [state])
      if state == "Stopped" { try run("START PIPELINE d.p") }
    }
    try run("DROP PIPELINE d.p", "DROP LINK d.l")
    #expect(try sandbox.links() == [])
  }

  @Test func `IF NOT EXISTS leaves a pipeline alone, with a warning`() throws {
    let result = try sandbox.query(
      "CREATE PIPELINE IF NOT EXISTS d.p AS LOAD DATA LINK no 'y' INTO TABLE t"
    )
    #expect(result.warnings == ["Pipeline 'p' already exists"])
    #expect(try pipelines().count == 1)
  }

  @Test(
    arguments: [
      ("CREATE PIPELINE d.p AS LOAD DATA LINK l 'x' INTO TABLE t", 1050),
      ("CREATE PIPELINE d.q AS LOAD DATA LINK no 'x' INTO TABLE t", 2332),
      ("CREATE PIPELINE e.q AS LOAD DATA LINK l 'x' INTO TABLE t", 2332),
      ("CREATE PIPELINE no.q AS LOAD DATA LINK l 'x' INTO TABLE t", 1049),
      ("CREATE PIPELINE q AS LOAD DATA LINK l 'x' INTO TABLE t", 1046),
      ("CREATE PIPELINE d.`` AS LOAD DATA LINK l 'x' INTO TABLE t", 1102),
      ("START PIPELINE d.q", 1146), ("STOP PIPELINE d.q", 1146), ("DROP PIPELINE d.q", 1146),
      ("DROP PIPELINE d.P", 1146), ("STOP PIPELINE d.p", 1221), ("START PIPELINE p", 1046),
    ]
  )
  func `Refuses, and leaves pipelines alone`(sql: String, code: Int) throws {
    let before = try pipelines()
    let error = #expect(throws: ServerError.self) { try run(sql) }
    #expect(error?.code == code)
    #expect(try pipelines() == before)
  }

  @Test func `A running pipeline is not started again`() throws {
    try run("START PIPELINE d.p")
    let error = #expect(throws: ServerError.self) { try run("START PIPELINE d.p") }
    #expect(error?.message == "Pipeline 'p' is running already")
  }
}
