import Testing

@testable import linkctl

struct CommandLineGuardTests {
  private func problem(_ arguments: [String]) -> String? {
    CommandLineGuard.problem(in: arguments.map { Array($0.utf8) }, repeatable: ["--only"])
  }

  @Test(arguments: [
    [], ["plan"], ["plan", "--env", "prod", "--only", "a.*", "--only", "b.*", "--quiet"],
    ["apply", "--target", "singlestore://links_ci@svc.example.com:3306/db?socket=/x"],
    ["plan", "--env=a", "--", "--env=b"], ["explain", "secret-in-config"], ["x@y:z", "é", ""],
    ["secrets", "keygen"], ["plan", "--project", "/home/me/p"],
  ])
  func findsNothingWrongWith(arguments: [String]) {
    #expect(problem(arguments) == nil)
  }

  @Test func showsWhatIsNoText_C010() {
    let arguments = [Array("plan".utf8), [0xFF], Array("é\n".utf8)]
    let problem = CommandLineGuard.problem(in: arguments, repeatable: [])
    #expect(problem == "argument '\\xff' is not UTF-8")
    let mixed = [0x61, 0xC3, 0x28, 0xE2, 0x82, 0x0A, 0x05] + Array("é".utf8)
    #expect(CommandLineGuard.shown(mixed) == "a\\xc3(\\xe2\\x82\\n\\u{5}é")
  }

  @Test(arguments: [
    (["--env", "a", "--env", "b"], "option '--env' is given more than once"),
    (["--env=a", "--env", "a"], "option '--env' is given more than once"),
    (["--only=a", "--only", "b", "--out=1", "--out=2"], "option '--out' is given more than once"),
  ])
  func refusesAnOptionGivenTwice_C004(arguments: [String], message: String) {
    #expect(problem(arguments) == message)
  }

  @Test(arguments: [
    ["apply", "--password", "hunter2"], ["--password=hunter2"], ["--PASSWORDhunter2"],
    ["--db-x", "-phunter2"], ["--token=hunter2"], ["--secret-key", "hunter2"],
    ["--fingerprint-key=hunter2"], ["--api-key", "hunter2"],
    ["apply", "mysql://u:hunter2@h/db"], ["--target=singlestore://u:hunter2@h:3306"],
    ["x://u:hun/ter2@h"], ["x://u:hunter2@x@h"], ["x://u:a@hunter2@h"], ["x://:hunter2@h"],
    ["--target", "singlestore://u@h?password=hunter2"], ["jdbc:x;PWD=hunter2"],
    ["\u{1B}hunter2", "x://u:hunter2@h"],
  ])
  func repeatsNoPassword_C006_C007(arguments: [String]) throws {
    let message = try #require(problem(arguments))
    #expect(!message.contains("hunter2") && !message.contains("ter2"), "\(message)")
    #expect(message.contains("command line"))
  }

  @Test func showsWhereAPasswordStood_C007() {
    #expect(
      problem(["apply", "mysql://u:hunter2@h/db"])?.hasPrefix(
        "'mysql://u:***@h/db' holds a password"
      )
        == true
    )
    let raw = Array("--password=".utf8) + [0xFF]
    let message = CommandLineGuard.problem(in: [[0xFE], raw], repeatable: [])
    #expect(message?.hasPrefix("'--password' is not accepted on the command line") == true)
  }

  @Test(arguments: [
    ("a\nb", "argument 'a\\nb' contains a control character"),
    ("\u{1B}[2J", "argument '\\u{1B}[2J' contains a control character"),
    ("a\tb", "argument 'a\\tb' contains a control character"),
    ("a\u{202E}b", "argument 'a\\u{202E}b' contains a control character"),
  ])
  func refusesControlCharacters_C009(argument: String, message: String) {
    #expect(problem(["--host", argument]) == message)
  }

  @Test func knowsTheArgumentsOfTheProcess() {
    let expected = CommandLine.arguments.dropFirst().map { Array($0.utf8) }
    #expect(CommandLineGuard.arguments == expected)
  }
}
