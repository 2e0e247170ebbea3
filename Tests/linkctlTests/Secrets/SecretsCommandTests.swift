import LinkCore
import Testing

/// `linkctl secrets` and its subcommands.
@Suite struct SecretsCommandTests {
  static let manifest = """
    database: Orderdb
    links:
      s3:
        type: S3
        credentials:
          aws_access_key_id: { env: A }
          aws_secret_access_key: { env: B }
    """

  private func project(_ more: [String: String] = [:]) throws -> TestProject {
    try TestProject(["links.d/a.yaml": Self.manifest].merging(more) { $1 })
  }

  @Test func `Makes a key, on stdout and nothing else there`() throws {
    let project = try TestProject()
    let runs = try (0..<3).map { _ in try project.run("secrets", "keygen") }
    for ended in runs {
      #expect(ended.exit == 0)
      let key = ended.text.dropLast()
      #expect(ended.text == key + "\n")
      #expect(Base64.url.bytes(of: key.utf8)?.count == 32)
      #expect(ended.messageText.contains("LINKCTL_FINGERPRINT_KEY"))
      #expect(!ended.messageText.contains(key))
    }
    #expect(Set(runs.map(\.text)).count == 3)
    let quiet = try project.run("secrets", "keygen", "--quiet")
    #expect(quiet.messages.isEmpty && quiet.text.count == 44)
  }

  @Test func `Fails where the key has nowhere to go`() throws {
    for output in [Invocation.Stream.closed, .broken, .file("/dev/full")] {
      let ended = try TestProject().linkctl(["secrets", "keygen"]).with { $0.output = output }.run()
      #expect(ended.exit == 1)
      #expect(!ended.messageText.contains("keep this key"))
    }
  }

  @Test func `Shows a key on a terminal too`() throws {
    let terminal = try PseudoTerminal()
    let call = try TestProject().linkctl(["secrets", "keygen", "--quiet"])
      .with { $0.output = .file(terminal.path) }
    #expect(try call.run().exit == 0)
    #expect(terminal.isShown("\n"))
    #expect(terminal.shown.filter { !$0.isNewline }.count == 43)
  }

  @Test func `Lists references without another word`() throws {
    let project = try project()
    let listed = try project.run("secrets", "list")
    #expect(listed.exit == 6)
    #expect(try project.run("secrets").text == listed.text)
    let json = try project.run("secrets", "--format", "json", "--env", "default")
    #expect(json.exit == 6)
    #expect(try JSONValue(reading: json.text)["kind"]?.text == "linkctl.secrets")
    #expect(try project.run("secrets", "--env=no").exit == 64)
  }

  @Test func `Knows no other word`() throws {
    let ended = try project().run("secrets", "kegen")
    #expect(ended.exit == 64)
    #expect(ended.messageText.contains("kegen"))
  }

  @Test func `linkctl's own variables are no unused secrets`() throws {
    let project = try project(["linkctl.yaml": "secrets: { allow: ['*'] }\n"])
    let own = Dictionary(uniqueKeysWithValues: ReferenceName.reserved.map { ($0, "xxxxyyyy") })
    let ended = try project.linkctl(["secrets"], environment: own.merging(["C": "cccc"]) { $1 })
      .run()
    #expect(ended.text.contains("unused      C "))
    for name in ReferenceName.reserved { #expect(!ended.text.contains(name)) }
  }

  @Test func `A key that somebody wrote into a manifest is masked`() throws {
    let key = FingerprintVariableTests.one
    let manifest = "links: { x: { database: d, type: S3, credentials: {}, \(key): 1 } }\n"
    let project = try TestProject(["links.d/a.yaml": manifest])
    let shown = try project.run("validate")
    #expect((shown.text + shown.messageText).contains(key))
    let masked = try project.linkctl(["validate"], environment: ["LINKCTL_FINGERPRINT_KEY": key])
      .run()
    #expect(masked.exit == 65)
    #expect(!(masked.text + masked.messageText).contains(key))
    #expect((masked.text + masked.messageText).contains("***"))
  }
}
