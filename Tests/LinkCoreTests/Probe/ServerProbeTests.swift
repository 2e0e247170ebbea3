import LinkCore
import Testing

@Suite struct ServerProbeTests {
  typealias Answer = Result<ResultSet, ServerError>

  private static let question = #"SELECT @@memsql_version, @@sql_mode, LENGTH('\\')"#
  private static let name = "SELECT VERSION()"
  private static let unknown = Answer.failure(ScriptedCatalog.refusal(1193))
  private static let lost = ScriptedCatalog.refusal(2013, outcome: .unknown)

  private static func cell(_ text: String?...) -> Answer {
    .success(ResultSet(columns: text.map { _ in "answer" }, rows: [text]))
  }

  private static let nothing = Answer.success(ResultSet(columns: ["answer"]))

  /// What stands first counts.
  private static func server(_ answers: [(String, Answer)]) -> ScriptedCatalog {
    ScriptedCatalog(
      answers + [
        (question, cell("9.1.3", "STRICT_ALL_TABLES,ANSI_QUOTES", "1"))
      ]
    )
  }

  @Test func `Takes a SingleStore server with backslash escapes, and only asks`() throws {
    let server = Self.server([])
    #expect(try ServerProbe(server).check() == "9.1.3")
    #expect(server.asked == [Self.question])
  }

  @Test(
    arguments: [
      ([(question, unknown)], ProbeRefusal.product(nil)),
      ([(question, unknown), (name, cell("10.11.6-MariaDB"))], .product("10.11.6-MariaDB")),
      ([(question, cell(nil, "ANSI", "1")), (name, cell("8.0"))], .product("8.0")),
      ([(question, cell("", "ANSI", "1")), (name, cell("8.0"))], .product("8.0")),
      ([(question, nothing), (name, cell("8.0"))], .product("8.0")),
      ([(question, .failure(lost))], .server(lost)),
      ([(question, cell("9", "STRICT_ALL_TABLES", "2"))], .escapes(mode: "STRICT_ALL_TABLES")),
      ([(question, cell("9", "STRICT_ALL_TABLES"))], .escapes(mode: "STRICT_ALL_TABLES")),
      ([(question, cell("9"))], .escapes(mode: "")),
      (
        [(question, cell("9", "ANSI,no_backslash_escapes", "1"))],
        .escapes(mode: "ANSI,no_backslash_escapes")
      ),
    ] as [([(String, Answer)], ProbeRefusal)]
  )
  func `S012: Refuses any other server, and any other way to read texts`(
    answers: [(String, Answer)],
    refusal: ProbeRefusal
  ) {
    #expect(throws: refusal) { _ = try ServerProbe(Self.server(answers)).check() }
  }

  private static let grants = "SHOW GRANTS"

  @Test func `Reads grants, and knows nothing of those that do not show`() throws {
    let open = Self.server([(Self.grants, Self.cell("GRANT ALL PRIVILEGES ON *.* TO 'root'@'%'"))])
    #expect(try ServerProbe(open).grants().allows(.drop, on: "x") == true)
    let closed = Self.server([(Self.grants, .failure(ScriptedCatalog.refusal(1142)))])
    #expect(try ServerProbe(closed).grants().allows(.drop, on: "x") == nil)
    let gone = Self.server([(Self.grants, .failure(Self.lost))])
    #expect(throws: Self.lost) { try ServerProbe(gone).grants() }
  }
}
