/// Servers that are not worked with; none of these calls finds one.
extension ExitCodeTests {
  private static func server(
    _ id: String,
    _ environment: String,
    _ arguments: [String] = ["plan", "--env", "prod"],
    set variables: [String: String] = [:],
    exit: Int32,
    _ messages: String
  ) -> Case {
    let file = "environments:\n  prod: { \(environment) }\n"
    return Case(
      id: id,
      files: ["links.d/a.yaml": manifest, "linkctl.yaml": file],
      environment: variables,
      arguments: arguments,
      exit: exit,
      messages: messages,
      neverShown: ["hunter2"]
    )
  }

  // Nobody listens on the first port of all.
  private static let here = "singlestore://u@127.0.0.1:1"
  private static let away = "singlestore://u@svc.invalid"

  static let servers = [
    server(
      "no server",
      "target: '\(here)'",
      exit: 1,
      "singlestore://127.0.0.1:1: error 2002 (HY000): nothing answers at 127.0.0.1:1"
    ),
    server(
      "no server to write to",
      "target: '\(here)'",
      ["apply", "--env", "prod", "--auto-approve"],
      exit: 1,
      "nothing answers"
    ),
    server(
      "no server to read",
      "target: '\(here)'",
      ["plan", "--env", "prod", "--debug"],
      set: ["LINKCTL_PASSWORD": "hunter2-hunter2"],
      exit: 1,
      "nothing answers"
    ),
    server(
      "too many tries",
      "target: '\(here)'",
      set: ["LINKCTL_CONNECT_TRIES": "7"],
      exit: 64,
      "LINKCTL_CONNECT_TRIES: expected a number from 1 to 6"
    ),
    server("no host", "target: '\(away)'", exit: 1, "no host is called svc.invalid"),
    server(
      "its password is not set",
      "target: '\(here)', password: { env: PROD_PASSWORD }",
      set: ["LINKCTL_PASSWORD": "hunter2-hunter2"],
      exit: 6,
      "linkctl's own password: environment variable PROD_PASSWORD is not set; nothing was done"
    ),
    server(
      "its password is empty",
      "target: '\(here)'",
      set: ["LINKCTL_PASSWORD": ""],
      exit: 6,
      "environment variable LINKCTL_PASSWORD is empty"
    ),
    server(
      "its password's file is missing",
      "target: '\(here)', password: { file: secrets/password }",
      exit: 6,
      "secret file secrets/password cannot be read"
    ),
    server(
      "no TLS off the machine",
      "target: '\(away)', tls: { verify: off }",
      exit: 65,
      "linkctl.yaml:2:55: error: tls.verify: off is for loopback and unix sockets alone"
    ),
    server(
      "no TLS off the machine",
      "tls: { verify: off }",
      ["plan", "--env", "prod", "--target", away],
      exit: 64,
      "tls.verify: off is for loopback and unix sockets alone"
    ),
    server(
      "a clear password without TLS",
      "auth: clear",
      ["plan", "--env", "prod", "--target", here],
      set: ["LINKCTL_PASSWORD": "hunter2-hunter2"],
      exit: 64,
      "auth: clear sends the password as it is, and only over verified TLS"
    ),
    server(
      "no such authorities",
      "target: '\(here)', tls: { ca: certs/none.pem }",
      exit: 65,
      "tls.ca: certs/none.pem: no such file or folder"
    ),
    server(
      "a password in a query",
      "target: 'singlestore://u@h?password=hunter2'",
      exit: 65,
      "a password cannot stand in a URL"
    ),
    Case(
      id: "a server's own settings",
      arguments: ["plan", "--target", "singlestore://u@h?ssl=off"],
      exit: 64,
      messages: "only ?socket=PATH may follow"
    ),
  ]
}
