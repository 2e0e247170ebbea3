import Glibc
import LinkCore
import LinkSandbox
import Testing

/// The question before an apply, asked on a terminal.
@Suite struct ApprovalTests {
  private let project: TestProject
  private let terminal: PseudoTerminal

  private static let manifest = """
    database: prod
    links:
      a: { type: S3, config: { region: us-east-1 }, description: words, credentials: {} }
      b: { type: S3, credentials: {} }

    """

  init() throws {
    project = try TestProject(["links.d/a.yaml": Self.manifest])
    terminal = try PseudoTerminal()
  }

  /// Starts an apply whose question is on the screen.
  private func ask(_ arguments: String...) throws -> RunningProcess {
    let call = project.linkctl(["apply"] + arguments).with {
      $0.input = .file(terminal.path)
      $0.messages = .file(terminal.path)
      $0.leadsSession = true
    }
    let running = try call.start()
    #expect(terminal.isShown("Only 'yes' is taken for consent: "))
    return running
  }

  @Test(
    arguments: [
      ("yes\n", 0), ("no\n", 8), ("\n", 8), ("y\n", 8), ("YES\n", 8), ("yes please\n", 8),
      ("\u{4}", 8), ("\u{3}", 130),
    ] as [(String, Int32)]
  )
  func `Goes on with nothing but yes`(answer: String, exit: Int32) throws {
    let running = try ask()
    terminal.type(answer)
    let ended = try running.wait()
    #expect(ended.ending == .exit(exit))
    #expect(project.exists(".linkctl/sandbox.db") == (exit == 0))
    terminal.readMore()
    switch exit {
    case 0: #expect(ended.text.contains("Apply: 2 applied"))
    case 8: #expect(terminal.shown.contains("cancelled; nothing was done"))
    default: #expect(terminal.shown.contains("interrupted; nothing was done"))
    }
  }

  @Test(arguments: SignalTests.signals)
  func `Ends by a signal while it waits for an answer`(signal: Int32, exit: Int32) throws {
    let running = try ask()
    running.send(signal)
    #expect(try running.wait().ending == .exit(exit))
    #expect(!project.exists(".linkctl/sandbox.db"))
  }

  @Test func `Does not ask where nothing is to do or nothing may be asked`() throws {
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    #expect(try project.run("apply").exit == 0)
    try project.write(
      "database: prod\nlinks: { c: { type: S3, credentials: {} } }",
      to: "links.d/c.yml"
    )
    let refused = try project.linkctl("apply", "--no-input").with {
      $0.input = .file(terminal.path)
      $0.messages = .file(terminal.path)
      $0.leadsSession = true
    }.run()
    #expect(refused.exit == 3)
    terminal.readMore()
    #expect(!terminal.shown.contains("consent:"))
  }

  @Test func `Shows progress on one line of a terminal`() throws {
    let running = try ask()
    terminal.type("yes\n")
    #expect(try running.wait().exit == 0)
    terminal.readMore()
    #expect(terminal.shown.contains("\r\u{1B}[K[2/2] create prod.b ("))
    #expect(terminal.shown.hasSuffix("\r\u{1B}[K"))
  }

  // MARK: The catalog moves while somebody reads

  @Test func `F003: Goes on where another link has changed`() throws {
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    try project.write(Self.manifest.replacing("words", with: "new words"), to: "links.d/a.yaml")
    let running = try ask()
    let sandbox = try project.sandbox(".linkctl/sandbox.db")
    _ = try sandbox.query("DROP LINK prod.b")
    _ = try sandbox.query("CREATE LINK prod.other AS S3 CREDENTIALS '{}'")
    terminal.type("yes\n")
    #expect(try running.wait().exit == 0)
  }

  @Test(
    arguments: [
      (
        "CREATE OR REPLACE LINK prod.a AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"x\"}'",
        #"prod.a: description was "words" when planned, is not set now, config.region was"#
          + #" "us-east-1" when planned, is "x" now"#
      ),
      (
        "CREATE OR REPLACE LINK prod.a AS S3 CREDENTIALS '{}' CONFIG '{\"region\":\"us-east-1\"}'"
          + " DESCRIPTION 'other'",
        #"prod.a: description was "words" when planned, is "other" now"#
      ),
      ("DROP LINK prod.a", "prod.a: is gone"),
      ("CREATE LINK prod.c AS GCS CREDENTIALS '{}'", "prod.c: exists now"),
    ]
  )
  func `Is stale where a planned link has changed`(statement: String, named: String) throws {
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    let manifest = Self.manifest.replacing("words", with: "new words")
    try project.write(manifest + "  c: { type: S3, credentials: {} }\n", to: "links.d/a.yaml")
    let running = try ask()
    _ = try project.sandbox(".linkctl/sandbox.db").query(statement)
    let before = try project.links()
    terminal.type("yes\n")
    #expect(try running.wait().ending == .exit(4))
    terminal.readMore()
    #expect(terminal.shown.contains("the catalog changed since the plan: \(named)"))
    #expect(try project.links() == before)
  }

  @Test func `Takes a drop that somebody else has done for done`() throws {
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    let manifest = """
      database: prod
      links:
        a: { state: absent }
        b: { state: absent }

      """
    try project.write(manifest, to: "links.d/a.yaml")
    let running = try ask("--allow-drop", "prod.a", "--allow-drop", "prod.b")
    _ = try project.sandbox(".linkctl/sandbox.db").query("DROP LINK prod.a")
    terminal.type("yes\n")
    let ended = try running.wait()
    #expect(ended.exit == 0)
    #expect(ended.text.contains("[1/2] drop prod.a: already\n[2/2] drop prod.b: applied\n"))
    #expect(try project.links() == [])
  }
}
