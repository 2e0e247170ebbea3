import LinkCore
import Testing

/// Streams that are closed, broken or full, a folder that is gone, and colours.
@Suite struct StreamTests {
  private let files = ["links.d/a.yaml": ExitCodeTests.manifest]
  private let secrets = ExitCodeTests.secrets

  static let streams: [(String, Invocation.Stream)] = [
    ("closed", .closed), ("broken", .broken), ("full", .file("/dev/full")),
  ]

  @Test(arguments: streams)
  func `C015, C016: A plan says that stdout does not work`(
    name: String,
    stream: Invocation.Stream
  ) throws {
    for format in ["text", "json", "sql"] {
      let project = try TestProject(files)
      let ended = try project.linkctl("plan", "--format", format).with { $0.output = stream }.run()
      #expect(ended.ending == .exit(1))
      #expect(ended.messageText.contains("cannot write to standard output: "))
    }
  }

  /// What nobody could read, nobody consented to.
  @Test(arguments: streams)
  func `C015, C016: An apply that cannot be followed does nothing`(
    name: String,
    stream: Invocation.Stream
  ) throws {
    let project = try TestProject(files)
    let ended = try project.linkctl("apply", "--auto-approve", environment: secrets)
      .with { $0.output = stream }.run()
    #expect(ended.ending == .exit(1))
    #expect(ended.messageText.contains("cannot write to standard output: "))
    #expect(!project.exists(".linkctl/sandbox.db"))
  }

  @Test(arguments: streams)
  func `Goes on where stderr does not work`(name: String, stream: Invocation.Stream) throws {
    let project = try TestProject(files)
    let ended = try project.linkctl("apply", "--auto-approve", environment: secrets)
      .with { $0.messages = stream }.run()
    #expect(ended.ending == .exit(0))
    #expect(ended.text.contains("Apply: 1 applied"))
    #expect(try project.links() == [#"prod.lake S3 {"region":"us-east-1"}"#])
  }

  @Test(arguments: streams)
  func `Keeps its exit code where nothing can be said`(
    name: String,
    stream: Invocation.Stream
  ) throws {
    let project = try TestProject(files)
    let silent = { (arguments: [String]) in
      try project.linkctl(arguments).with {
        $0.output = stream
        $0.messages = stream
        $0.input = .closed
      }.run().ending
    }
    #expect(try silent(["plan", "--forec"]) == .exit(64))
    #expect(try silent(["plan", "--project", "nowhere", "--format", "json"]) == .exit(65))
    #expect(try silent(["plan"]) == .exit(1))
  }

  /// The sandbox's file must not get the number of a closed stream.
  @Test func `Writes nothing of its own into the sandbox's file`() throws {
    let project = try TestProject(files)
    let ended = try project.linkctl("apply", "--auto-approve", environment: secrets).with {
      $0.input = .closed
      $0.messages = .closed
    }.run()
    #expect(ended.ending == .exit(0))
    #expect(try project.links() == [#"prod.lake S3 {"region":"us-east-1"}"#])
  }

  @Test func `C019: Works without HOME, and says so where its folder is gone`() throws {
    let project = try TestProject(files)
    let gone = try project.linkctl("plan").with {
      $0.executable = "/bin/sh"
      let script = "mkdir gone && cd gone && rmdir ../gone && exec \(Invocation.linkctl) plan"
      $0.arguments = ["-c", script].map { Array($0.utf8) }
    }.run()
    #expect(gone.ending == .exit(1))
    #expect(gone.messageText.hasPrefix("linkctl: "))
    #expect(gone.text == "")
  }

  @Test(
    arguments: [
      ([], [:], false), (["--color", "always"], [:], true), (["--color", "never"], [:], false),
      ([], ["FORCE_COLOR": "1"], true), ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
      (["--color", "always"], ["NO_COLOR": "1"], true),
      ([], ["FORCE_COLOR": "1", "NO_COLOR": ""], true),
    ] as [([String], [String: String], Bool)]
  )
  func `Is coloured where that was asked for`(
    arguments: [String],
    environment: [String: String],
    isColored: Bool
  ) throws {
    let project = try TestProject(files)
    let ended = try project.linkctl(["plan"] + arguments, environment: environment).run()
    #expect(ended.text.contains("\u{1B}[32m") == isColored)
  }

  @Test func `Y055: Makes the same plan of CRLF line ends`() throws {
    let text =
      "database: d\nlinks:\n  a:\n    type: S3\n    description: |\n      two\n      lines\n"
      + "    config: { 'a b': \"x\\\n      y\" }\n    credentials: {}\n"
    let plans = try [text, text.replacing("\n", with: "\r\n")].map { text in
      try TestProject(["links.d/a.yaml": text]).run("plan", "--format", "text").text
    }
    #expect(plans[0].contains("1 to create"))
    #expect(plans[0] == plans[1])
  }
}
