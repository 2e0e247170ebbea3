import LinkCore
import Testing

/// What a call gives back: its exit code, and what stands on which stream.
@Suite struct ExitCodeTests {
  struct Case: CustomTestStringConvertible {
    let id: String
    var files: [String: String] = ["links.d/a.yaml": ExitCodeTests.manifest]
    var environment: [String: String] = [:]
    let arguments: [String]
    let exit: Int32
    /// On stdout; `nil` where that stays empty.
    var output: String?
    /// On stderr; `nil` where that stays empty.
    var messages: String?
    var neverShown: [String] = []

    var testDescription: String { "\(id): \(arguments.joined(separator: " "))" }
  }

  static let manifest = """
    database: prod
    links:
      lake:
        type: S3
        config: { region: us-east-1 }
        credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: { env: KEY } }

    """
  static let secrets = ["ID": "AKIAEXITCODES0011", "KEY": "exit'code\"secret\\0012"]
  static let projectFile = """
    environments:
      dev: { target: sandbox:dev.db }
      prod: { target: sandbox:prod.db }

    """

  private static func environments(_ arguments: [String], _ exit: Int32) -> Case {
    Case(
      id: "environments",
      files: ["links.d/a.yaml": manifest, "linkctl.yaml": projectFile],
      arguments: arguments,
      exit: exit
    )
  }

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
      id: "no server yet",
      arguments: ["plan", "--target", "singlestore://u@h:3306"],
      exit: 64,
      messages: "no server"
    ),
    Case(
      id: "no such environment",
      arguments: ["plan", "--env", "prod"],
      exit: 64,
      messages: "no environment 'prod'; there are: default"
    ),
    Case(id: "not yet", arguments: ["plan", "--adopt", "a.*"], exit: 64, messages: "--adopt"),
    Case(id: "not yet", arguments: ["drift"], exit: 64, messages: "drift"),
  ]

  static let input = [
    Case(
      id: "C012",
      files: ["links.d/notes.txt": "x"],
      arguments: ["plan"],
      exit: 65,
      messages: "no *.yaml or *.yml files in links.d"
    ),
    Case(id: "no project", files: [:], arguments: ["plan"], exit: 65, messages: "no linkctl.yaml"),
    Case(
      id: "no such folder",
      arguments: ["plan", "--project", "nowhere"],
      exit: 65,
      messages: "no folder nowhere"
    ),
    Case(
      id: "manifest folder is missing",
      files: ["linkctl.yaml": "owner: me\n"],
      arguments: ["plan"],
      exit: 65,
      messages: "links.d"
    ),
    Case(
      id: "bad project file",
      files: ["links.d/a.yaml": manifest, "linkctl.yaml": "ownr: me\n"],
      arguments: ["plan"],
      exit: 65,
      messages: "linkctl.yaml:1:1: error: unknown key 'ownr'"
    ),
    Case(
      id: "an error of form outweighs a broken rule",
      files: [
        "links.d/a.yaml":
          "database: d\nlinks:\n  a: { type: S3, typ: 1, config: { password: x } }\n"
      ],
      arguments: ["plan"],
      exit: 65,
      messages: "unknown key 'typ'"
    ),
    Case(
      id: "literal where a secret is due",
      files: [
        "links.d/a.yaml": """
        database: d
        links: { a: { type: S3, credentials: { aws_secret_access_key: wJalrXUtnFEMIK7MDENG } } }
        """
      ],
      arguments: ["plan"],
      exit: 3,
      messages: "[literal-secret]",
      neverShown: ["wJalr"]
    ),
    Case(
      id: "no such snapshot",
      arguments: ["plan", "--snapshot", "none.json"],
      exit: 65,
      messages: "none.json"
    ),
    Case(
      id: "the snapshot is a folder",
      arguments: ["plan", "--snapshot", "links.d"],
      exit: 65,
      messages: "links.d"
    ),
  ]

  static let work = [
    Case(id: "help", arguments: ["--help"], exit: 0, output: "SUBCOMMANDS"),
    Case(id: "help", arguments: ["plan", "--help"], exit: 0, output: "EXAMPLES"),
    Case(id: "help", arguments: ["apply", "--help"], exit: 0, output: "EXAMPLES"),
    Case(id: "help", arguments: ["snapshot", "--help"], exit: 0, output: "EXAMPLES"),
    Case(id: "version", arguments: ["--version"], exit: 0, output: "0."),
    Case(
      id: "plan",
      arguments: ["plan"],
      exit: 0,
      output: "Needs at apply: ID, KEY (not set here: ID, KEY)",
      messages: "using the embedded sandbox:.linkctl/sandbox.db"
    ),
    Case(id: "quiet", arguments: ["plan", "--quiet"], exit: 0, output: "1 to create"),
    Case(
      id: "detailed",
      arguments: ["plan", "--quiet", "--detailed-exitcode"],
      exit: 2,
      output: "1 to create"
    ),
    Case(
      id: "unset",
      arguments: ["apply", "--auto-approve", "--quiet"],
      exit: 6,
      output: "1 to create",
      messages: "cannot be used as secrets: ID, KEY; nothing was done"
    ),
    Case(
      id: "one unset, one empty",
      environment: ["KEY": ""],
      arguments: ["apply", "--auto-approve", "--quiet"],
      exit: 6,
      output: "1 to create",
      messages:
        "links.d/a.yaml:6:75: error: environment variable KEY is empty (needed by prod.lake)"
    ),
    Case(
      id: "a placeholder",
      environment: ["ID": "${ID}", "KEY": "changeme"],
      arguments: ["apply", "--auto-approve", "--quiet"],
      exit: 6,
      output: "1 to create",
      messages: "KEY looks like a placeholder"
    ),
    Case(
      id: "C013",
      environment: secrets,
      arguments: ["apply", "--quiet"],
      exit: 3,
      output: "1 to create",
      messages: "give --auto-approve. Nothing was done"
    ),
    Case(
      id: "C013",
      environment: secrets,
      arguments: ["apply", "--quiet", "--no-input"],
      exit: 3,
      output: "1 to create",
      messages: "--auto-approve"
    ),
    Case(
      id: "apply",
      environment: secrets,
      arguments: ["apply", "--quiet", "--auto-approve"],
      exit: 0,
      output: "Apply: 1 applied, 0 already, 0 failed, 0 unknown, 0 not attempted.\n"
    ),
    Case(
      id: "the sandbox's folder cannot be made",
      environment: secrets,
      arguments: ["apply", "--auto-approve", "--target", "sandbox:links.d/a.yaml/x.db"],
      exit: 1,
      output: "1 to create",
      messages: "links.d/a.yaml"
    ),
    Case(
      id: "the sandbox is none",
      arguments: ["plan", "--target", "sandbox:links.d/a.yaml"],
      exit: 1,
      messages: "it is not a sandbox"
    ),
    Case(id: "snapshot", arguments: ["snapshot", "--quiet"], exit: 0, output: "linkctl.snapshot"),
    Case(id: "validate", arguments: ["validate"], exit: 0, output: "0 errors, 0 warnings"),
    Case(id: "secrets", arguments: ["secrets"], exit: 6, output: "2 not set"),
    Case(
      id: "secrets",
      environment: secrets,
      arguments: ["secrets"],
      exit: 0,
      output: "2 set"
    ),
  ]

  @Test(arguments: usage + input + work)
  func `Ends with its exit code and speaks on the right stream`(of call: Case) throws {
    let project = try TestProject(call.files)
    let ended = try project.linkctl(call.arguments, environment: call.environment).run()
    #expect(ended.ending == .exit(call.exit))
    expect(ended.text, holds: call.output)
    expect(ended.messageText, holds: call.messages)
    for text in call.neverShown {
      #expect(!(ended.text + ended.messageText).contains(text))
    }
    #expect(LeakSearch(Self.secrets).leaks(in: ended) == [])
  }

  private func expect(_ text: String, holds wanted: String?) {
    if let wanted { #expect(text.contains(wanted)) } else { #expect(text == "") }
  }

  @Test func `C010: shows an argument that is not UTF-8`() throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let ended = try project.linkctl("plan").with { $0.arguments.append([0x61, 0xFF]) }.run()
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains(#"a\xff"#))
  }

  // MARK: Environments

  @Test func `Asks for one of several environments and lists them`() throws {
    let call = Self.environments(["plan"], 64)
    let ended = try TestProject(call.files).run("plan")
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains("--env: dev, prod"))
    #expect(ended.text == "")
  }

  @Test(
    arguments: [
      (["plan", "--env", "prod"], [:], "env=prod  target=sandbox:prod.db"),
      (["plan"], ["LINKCTL_ENV": "dev"], "env=dev  target=sandbox:dev.db"),
      (["plan", "--env", "prod"], ["LINKCTL_ENV": "dev"], "env=prod  target=sandbox:prod.db"),
      (["plan", "--target", "sandbox:x.db"], [:], "env=default  target=sandbox:x.db"),
      (["plan", "--env", "dev", "--target", "sandbox:x.db"], [:], "env=dev  target=sandbox:x.db"),
    ] as [([String], [String: String], String)]
  )
  func `Works on the environment that was asked for`(
    arguments: [String],
    environment: [String: String],
    header: String
  ) throws {
    let project = try TestProject(Self.environments(arguments, 0).files)
    let ended = try project.linkctl(arguments, environment: environment).run()
    #expect(ended.exit == 0)
    #expect(ended.text.hasPrefix("linkctl plan  \(header)  server="))
    #expect(ended.messageText == "")
  }

  @Test func `Takes an empty LINKCTL_ENV for none`() throws {
    let project = try TestProject(Self.environments([], 0).files)
    #expect(try project.run("plan", environment: ["LINKCTL_ENV": ""]).exit == 64)
  }

  @Test func `Finds the project in a folder above`() throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest, "deep/er/x": ""])
    let shell = project.linkctl().with {
      $0.executable = "/bin/sh"
      $0.arguments = ["-c", "cd deep/er && exec \(Invocation.linkctl) plan"].map { Array($0.utf8) }
    }
    let ended = try shell.run()
    #expect(ended.exit == 0)
    #expect(ended.text.contains("links.d/a.yaml:3"))
  }
}
