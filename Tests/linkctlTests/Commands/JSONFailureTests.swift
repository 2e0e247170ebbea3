import LinkCore
import Testing

/// With `--format json` stdout holds one document of the command's kind, whatever goes wrong.
@Suite struct JSONFailureTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    var files: [String: String] = ["links.d/a.yaml": ExitCodeTests.manifest]
    var environment: [String: String] = [:]
    let arguments: [String]
    let kind: String
    let exit: Int32
    var code: String?

    var testDescription: String { "\(name): \(arguments.joined(separator: " "))" }
  }

  private static let broken = ["links.d/a.yaml": "database: d\nlinks: { a: { typ: S3 } }\n"]
  private static let literal = [
    "links.d/a.yaml": """
    database: d
    links: { a: { type: KAFKA, credentials: { sasl.password: wJalrXUtnFEMIK7MDENG } } }
    """
  ]
  private static let json = ["--format", "json"]
  private static let commands = [
    ("plan", "linkctl.plan"), ("apply", "linkctl.run"), ("validate", "linkctl.validate"),
    ("secrets", "linkctl.secrets"),
  ]

  static let cases =
    commands.flatMap { command, kind in
      [
        Case(
          name: "usage",
          arguments: [command, "--forec"] + json,
          kind: kind,
          exit: 64,
          code: "usage"
        ),
        Case(
          name: "usage, equals sign",
          arguments: [command, "--format=json", "--env", "apply", "more", "still more"],
          kind: kind,
          exit: 64,
          code: "usage"
        ),
        Case(
          name: "no such environment",
          arguments: [command, "--env", "apply"] + json,
          kind: kind,
          exit: 64,
          code: "usage"
        ),
        Case(
          name: "form",
          files: broken,
          arguments: [command] + json,
          kind: kind,
          exit: 65,
          code: "bad_input"
        ),
        Case(
          name: "rule",
          files: literal,
          arguments: [command] + json,
          kind: kind,
          exit: 3,
          code: "refused"
        ),
      ]
    } + [
      Case(
        name: "not approved",
        arguments: ["apply"] + json,
        kind: "linkctl.run",
        exit: 3,
        code: "refused"
      ),
      Case(
        name: "unset",
        arguments: ["apply", "--auto-approve"] + json,
        kind: "linkctl.run",
        exit: 6,
        code: "secret"
      ),
      Case(
        name: "unset",
        arguments: ["secrets"] + json,
        kind: "linkctl.secrets",
        exit: 6,
        code: "secret"
      ),
      Case(
        name: "no sandbox",
        arguments: ["plan", "--target", "sandbox:links.d/a.yaml"] + json,
        kind: "linkctl.plan",
        exit: 1,
        code: "failed"
      ),
      Case(
        name: "snapshot",
        files: broken,
        arguments: ["snapshot"],
        kind: "linkctl.snapshot",
        exit: 65,
        code: "bad_input"
      ),
      Case(name: "plan", arguments: ["plan"] + json, kind: "linkctl.plan", exit: 0),
      Case(
        name: "changes",
        arguments: ["plan", "--detailed-exitcode"] + json,
        kind: "linkctl.plan",
        exit: 2
      ),
      Case(
        name: "apply",
        environment: ExitCodeTests.secrets,
        arguments: ["apply", "--auto-approve"] + json,
        kind: "linkctl.run",
        exit: 0
      ),
      Case(name: "validate", arguments: ["validate"] + json, kind: "linkctl.validate", exit: 0),
    ]

  @Test(arguments: cases)
  func `Gives one document`(of call: Case) throws {
    let project = try TestProject(call.files)
    let ended = try project.linkctl(call.arguments, environment: call.environment).run()
    #expect(ended.ending == .exit(call.exit))
    let document = try JSONValue(reading: ended.output)
    #expect(document["kind"]?.text == call.kind)
    #expect(document["format_version"]?.text == "1.0")
    #expect(document["error"]?["code"]?.text == call.code)
    guard call.code != nil else { return }
    #expect(document["exit"]?.canonical == "\(call.exit)")
    #expect(document["error"]?["message"]?.text?.isEmpty == false)
    #expect(document["diagnostics"]?.items != nil)
    #expect(!ended.messages.isEmpty || call.arguments[0] == "validate" || call.name == "unset")
  }

  @Test func `Carries the findings that ended the command`() throws {
    let project = try TestProject(Self.broken)
    for (command, _) in Self.commands {
      let ended = try project.run(command, "--format", "json")
      let findings = try JSONValue(reading: ended.output)["diagnostics"]?.items ?? []
      #expect(findings.map { $0["rule"]?.text } == ["unknown-key"])
      #expect(findings.first?["source"]?["file"]?.text == "links.d/a.yaml")
    }
  }
}
