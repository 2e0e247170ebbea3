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

  @Test(arguments: usage + input + work + servers)
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
