import Glibc
import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxProcessesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `Two connections see each other's work at once`() throws {
    let one = try Sandbox(folder.file("db"), databases: "d")
    let other = try Sandbox(folder.file("db"))
    let reader = try Sandbox(folder.file("db"), .readOnly)
    for turn in 0..<20 {
      let (writer, sql) =
        turn.isMultiple(of: 2)
        ? (one, "CREATE LINK d.x AS S3 CREDENTIALS '{}'") : (other, "DROP LINK d.x")
      _ = try writer.query(sql)
      for sandbox in [one, other, reader] {
        #expect(try sandbox.links().count == (turn.isMultiple(of: 2) ? 1 : 0))
      }
    }
  }

  @Test func `Opening and closing a sandbox leaves the locks of another one alone`() async throws {
    let path = folder.file("db")
    _ = try Sandbox(path, databases: "d")
    try await withThrowingTaskGroup { group in
      for worker in 0..<4 {
        group.addTask {
          for number in 0..<25 {
            let sandbox = try Sandbox(path)
            _ = try sandbox.query("CREATE LINK d.w\(worker)_\(number) AS S3 CREDENTIALS '{}'")
            _ = try Sandbox(path, .readOnly).links()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Sandbox(path, .readOnly).links().count == 100)
  }

  @Test func `Four processes write 50 links each, and none is lost`() async throws {
    let path = folder.file("db")
    await withTaskGroup { group in
      for worker in 0..<4 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, worker = worker as Int] in
            let sandbox = try Sandbox(path, databases: "d")
            for number in 0..<50 {
              _ = try sandbox.query(
                "CREATE LINK d.w\(worker)_\(number) AS S3 CREDENTIALS '{\"n\":\(number)}'"
              )
            }
          }
        }
      }
    }
    let sandbox = try Sandbox(path, .readOnly)
    #expect(try sandbox.links().count == 200)
    #expect(try sandbox.credentialsMatch("{\"n\":49}", database: "d", name: "w3_49"))
    #expect(try folder.names == ["db"])
  }

  @Test(arguments: [1, 3, 7, 15, 31, 60])
  func `One killed in mid statement leaves the old state or the new one`(
    milliseconds: Int
  ) async throws {
    let path = folder.file("db")
    await #expect(processExitsWith: .signal(SIGALRM)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      var timer = itimerval()
      timer.it_value.tv_usec = milliseconds * 1000
      setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
      let sandbox = try Sandbox(path, databases: "d")
      let filler = String(repeating: "x", count: 30_000)
      var number = 0
      while true {
        number += 1
        let clauses = "CREDENTIALS '{\"n\":\(number)}' CONFIG '{\"n\":\(number)}'"
        let sql = "CREATE OR REPLACE LINK d.x AS S3 \(clauses) DESCRIPTION '\(number) \(filler)'"
        _ = try sandbox.query(sql)
      }
    }
    if Sandbox.exists(at: path) { try expectWhole(Sandbox(path, .readOnly)) }
    let again = try Sandbox(path, databases: "d")
    try expectWhole(again)
    _ = try again.query("CREATE OR REPLACE LINK d.x AS S3 CREDENTIALS '{}'")
    #expect(try folder.names == ["db"])
  }

  @Test func `F015 A full disk leaves the old state, and says so`() async throws {
    let path = folder.file("db")
    let old = "CREATE OR REPLACE LINK d.x AS S3 CREDENTIALS '{\"n\":1}' CONFIG '{\"n\":1}'"
    _ = try Sandbox(path, databases: "d").query(old + " DESCRIPTION '1 xxx'")
    let bytes = try folder.read("db")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      let sandbox = try Sandbox(path)
      var limit = rlimit(rlim_cur: 40_000, rlim_max: 40_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let filler = String(repeating: "x", count: 60_000)
      let error = #expect(throws: ServerError.self) {
        try sandbox.query(
          "CREATE OR REPLACE LINK d.x AS S3 CREDENTIALS '{}' DESCRIPTION '\(filler)'"
        )
      }
      #expect(error?.outcome == .notApplied)
      #expect(try sandbox.links().first?[4] == "1 xxx")
    }
    #expect(try folder.read("db") == bytes)
    #expect(try folder.names == ["db"])
    try expectWhole(Sandbox(path))
  }

  /// All clauses of the link are of one statement.
  private func expectWhole(_ sandbox: Sandbox) throws {
    guard let link = try sandbox.links().first else { return }
    let config = try #require(link[3])
    let number = try #require(JSONValue(reading: config)["n"]?.shownNumber)
    #expect(link[4]?.hasPrefix("\(number) xxx") == true)
    #expect(try sandbox.credentialsMatch(config, database: "d", name: "x"))
  }
}

extension JSONValue {
  fileprivate var shownNumber: String? {
    if case .number(let number) = self { number.text } else { nil }
  }
}
