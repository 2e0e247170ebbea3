import LinkCore
import Testing

@Suite struct ServerProbeTests {
  typealias Answer = ScriptedServer.Answer

  private static let version = "SELECT @@memsql_version"
  private static let mode = "SELECT @@sql_mode"
  private static let length = #"SELECT LENGTH('\\')"#
  private static let unknown = Answer.error(
    ServerError(code: 1193, sqlState: "HY000", message: "Unknown system variable")
  )
  private static let lost = ServerError(
    code: 2013,
    sqlState: "HY000",
    message: "lost",
    outcome: .unknown
  )
  private static let good: [String: Answer] = [
    version: .rows([["9.1.3"]]), mode: .rows([["STRICT_ALL_TABLES,ANSI_QUOTES"]]),
    length: .rows([["1"]]),
  ]

  @Test func `Takes a SingleStore server with backslash escapes, and only asks`() throws {
    let server = ScriptedServer(Self.good)
    try ServerProbe(server).check()
    #expect(server.asked == [Self.version, Self.mode, Self.length])
  }

  @Test(
    arguments: [
      ([version: unknown], ProbeRefusal.product(nil)),
      (
        [version: unknown, "SELECT VERSION()": .rows([["10.11.6-MariaDB"]])],
        .product("10.11.6-MariaDB")
      ),
      ([version: .rows([[nil]]), "SELECT VERSION()": .rows([["8.0"]])], .product("8.0")),
      ([version: .rows([]), "SELECT VERSION()": .rows([["8.0"]])], .product("8.0")),
      ([version: .error(lost)], .server(lost)),
      ([length: .rows([["2"]])], .escapes(mode: "STRICT_ALL_TABLES,ANSI_QUOTES")),
      ([length: .rows([])], .escapes(mode: "STRICT_ALL_TABLES,ANSI_QUOTES")),
      (
        [mode: .rows([["ANSI,no_backslash_escapes"]])],
        .escapes(mode: "ANSI,no_backslash_escapes")
      ),
      ([mode: .error(lost)], .server(lost)),
    ] as [([String: Answer], ProbeRefusal)]
  )
  func `Refuses any other server, and any other way to read texts`(
    answers: [String: Answer],
    refusal: ProbeRefusal
  ) {
    let server = ScriptedServer(Self.good.merging(answers) { $1 })
    #expect(throws: refusal) { try ServerProbe(server).check() }
  }

  @Test func `Reads grants, and knows nothing of those that do not show`() throws {
    let row = "GRANT ALL PRIVILEGES ON *.* TO 'root'@'%'"
    let open = ScriptedServer(["SHOW GRANTS": .rows([[row]])])
    #expect(try ServerProbe(open).grants().allows(.drop, on: "x") == true)
    let closed = ScriptedServer([
      "SHOW GRANTS": .error(ServerError(code: 1142, sqlState: "42000", message: "denied"))
    ])
    #expect(try ServerProbe(closed).grants().allows(.drop, on: "x") == nil)
    let gone = ScriptedServer(["SHOW GRANTS": .error(Self.lost)])
    #expect(throws: Self.lost) { try ServerProbe(gone).grants() }
  }
}
