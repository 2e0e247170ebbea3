/// Command lines that are wrong.
extension ExitCodeTests {
  static let usage = [
    Case(id: "C001", arguments: [], exit: 64, messages: "USAGE"),
    Case(id: "C003", arguments: ["plan", "--forec"], exit: 64, messages: "--forec"),
    Case(
      id: "C004",
      arguments: ["plan", "--env", "a", "--env", "b"],
      exit: 64,
      messages: "'--env' is given more than once"
    ),
    Case(
      id: "C004",
      arguments: ["plan", "--env=a", "--env", "b"],
      exit: 64,
      messages: "'--env' is given more than once"
    ),
    Case(
      id: "C006",
      arguments: ["apply", "--password", "hunter2"],
      exit: 64,
      messages: "not accepted on the command line",
      neverShown: ["hunter2"]
    ),
    Case(
      id: "C006",
      arguments: ["apply", "--password=hunter2"],
      exit: 64,
      messages: "not accepted on the command line",
      neverShown: ["hunter2"]
    ),
    Case(
      id: "C006",
      arguments: ["apply", "-phunter2"],
      exit: 64,
      messages: "not accepted",
      neverShown: ["hunter2"]
    ),
    Case(
      id: "C007",
      arguments: ["apply", "mysql://u:hunter2@h/db"],
      exit: 64,
      messages: "not accepted on the command line",
      neverShown: ["hunter2"]
    ),
    Case(
      id: "C007",
      arguments: ["plan", "--target", "singlestore://u:hunter2@h:3306"],
      exit: 64,
      messages: "not accepted on the command line",
      neverShown: ["hunter2"]
    ),
    Case(
      id: "C009",
      arguments: ["plan", "--env", "a\nb\u{1B}[2J"],
      exit: 64,
      messages: #"a\nb\u{1B}[2J"#,
      neverShown: ["\u{1B}"]
    ),
    Case(id: "unknown command", arguments: ["plann"], exit: 64, messages: "plann"),
    Case(id: "too much", arguments: ["plan", "more"], exit: 64, messages: "more"),
    Case(id: "no such format", arguments: ["plan", "--format", "xml"], exit: 64, messages: "xml"),
    Case(id: "no SQL run", arguments: ["apply", "--format", "sql"], exit: 64, messages: "sql"),
    Case(
      id: "apply to a snapshot",
      arguments: ["apply", "--snapshot", "s.json"],
      exit: 64,
      messages: "not applied to"
    ),
    Case(
      id: "two catalogs",
      arguments: ["plan", "--snapshot", "s.json", "--target", "sandbox:x.db"],
      exit: 64,
      messages: "exclude each other"
    ),
    Case(
      id: "no target",
      arguments: ["plan", "--target", "mysql:x"],
      exit: 64,
      messages: "expected sandbox:PATH"
    ),
    Case(
      id: "no server there",
      arguments: ["plan", "--target", "singlestore://u@127.0.0.1:1"],
      exit: 1,
      messages: "singlestore://127.0.0.1:1: "
    ),
    Case(
      id: "no such dialect",
      arguments: ["plan", "--target", "sandbox:x.db?dialect=7.5"],
      exit: 64,
      messages: "with one of 9.1, 9.0, 8.5"
    ),
    Case(
      id: "no such override",
      arguments: ["plan", "--accept", "everything"],
      exit: 64,
      messages: "recreate-in-use"
    ),
    Case(
      id: "no such style",
      arguments: ["apply", "--style", "alter"],
      exit: 64,
      messages: "'auto'"
    ),
    Case(
      id: "no such environment",
      arguments: ["plan", "--env", "prod"],
      exit: 64,
      messages: "no environment 'prod'; there are: default"
    ),
  ]
}
