import LinkCore
import Testing

@Suite struct SandboxTargetTests {
  @Test(
    arguments: [
      ("sandbox:a.db", "a.db", .nineOne), ("sandbox:a.db?dialect=9.1", "a.db", .nineOne),
      ("sandbox:a.db?dialect=9.0", "a.db", .nineZero),
      ("sandbox:/x/a?b.db?dialect=8.5", "/x/a?b.db", .eightFive),
      ("sandbox:dialect=8.5", "dialect=8.5", .nineOne),
    ] as [(String, String, Dialect)]
  )
  func `Reads a sandbox's path and dialect`(text: String, path: String, dialect: Dialect) {
    #expect((try? Target(reading: text)) == .sandbox(path: path, dialect))
  }

  @Test(
    arguments: [
      "sandbox:a.db?dialect=7.5", "sandbox:a.db?dialect=", "sandbox:a.db?dialect", "sandbox:a.db?",
      "sandbox:a.db?dialect=9.10", "sandbox:a.db?dialect=9.1&x=1", "sandbox:a.db?mode=ro",
      "sandbox:a.db?Dialect=9.1",
    ]
  )
  func `Refuses every other dialect, listing those there are`(text: String) {
    #expect(throws: TargetProblem.self) { try Target(reading: text) }
    let problem = Target.problem(of: text)
    #expect(
      problem == "behind sandbox:PATH only ?dialect= may stand, with one of 9.1, 9.0, 8.5"
    )
  }

  @Test(arguments: ["sandbox:", "sandbox:?dialect=8.5"])
  func `Needs a path`(text: String) {
    #expect(Target.problem(of: text) == "sandbox: needs a path")
  }
}
