import LinkCore
import Testing

/// Nothing that holds a secret is sent in a form that the server may not be able to parse.
@Suite struct GrammarTests {
  private let project: TestProject

  init() throws {
    project = try TestProject.linked(["a", "b"], TestProject.secretLink)
  }

  @Test func `Each form is asked for once, whatever the number of connections`() throws {
    let peer = try Peer(for: project)
    let ended = try project.apply(on: peer, "--debug", "--parallel", "3").run()
    #expect(ended.exit == 0)
    #expect(try peer.probes.count == 2)
    #expect(try peer.changes.count == 3)
    let messages = ended.messageText
    let form = "CREATE LINK IF NOT EXISTS … AS GCS CREDENTIALS … DESCRIPTION …"
    #expect(messages.contains("debug: grammar: \(form): known\n"))
    let sent = try peer.probes.joined()
    #expect(!sent.contains(TestProject.secret) && !sent.contains("secret_key"))
    #expect(!sent.contains("`prod`"))
    #expect(try project.journal.contains("intent") && !project.journal.contains("probe"))
  }

  /// By its version the server should know it.
  @Test(arguments: ["alter_link", "alter_link,or_replace"])
  func `Without IF NOT EXISTS nothing is sent`(grammar: String) throws {
    let peer = try Peer("--grammar", grammar, for: project)
    let ended = try project.apply(on: peer, "--on-error", "continue").run()
    #expect(ended.exit == 1)
    #expect(
      ended.text.contains("create prod.secret: failed: the server does not know CREATE LINK IF")
    )
    #expect(ended.text.contains("--exclude prod.secret"))
    #expect(try peer.changes == [])
    #expect(try !peer.statements.joined().contains(TestProject.secret))
  }

  @Test func `Without OR REPLACE only the update is not sent`() throws {
    let project = try TestProject.linked(["link0", "b"])
    let peer = try Peer("--links", "1", "--grammar", "if_not_exists", for: project)
    let ended = try project.apply(on: peer, "--on-error", "continue", "--adopt", "*").run()
    #expect(ended.exit == 7)
    #expect(
      ended.text.contains("replace prod.link0: failed: the server does not know CREATE OR REPLACE")
    )
    #expect(ended.text.contains("create prod.b: applied"))
    #expect(try peer.changes.count == 1)
  }

  // MARK: What a server says of a statement

  @Test(arguments: ["echo", "repeat"])
  func `W022: What a server repeats of a statement is not shown`(fault: String) throws {
    let peer = try Peer("--fault", "\(fault):`prod`.`secret`", for: project)
    for format in ["text", "json"] {
      let ended = try project.apply(on: peer, "--debug", "--format", format).run()
      guard format == "text" else { continue }
      #expect(ended.exit == 7)
      let shown = ended.text + ended.messageText
      #expect(!shown.contains(TestProject.secret))
      #expect(ended.text.contains(fault == "echo" ? "error 1064 (42000)" : "error 1105 (HY000)"))
      #expect(fault != "echo" || ended.text.contains("You have an error near …"))
      #expect(fault == "echo" || ended.text.contains("***"))
    }
    #expect(try project.journal.contains("intent"))
    #expect(try !project.journal.contains(TestProject.secret))
  }
}
