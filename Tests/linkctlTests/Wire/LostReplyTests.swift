import LinkCore
import Testing

/// A connection that ends with a statement under way: the catalog tells what became of it, and
/// nothing is sent a second time unless it had no effect.
@Suite struct LostReplyTests {
  private func applied(_ fault: String) throws -> (ended: Ended, peer: Peer, project: TestProject) {
    let project = try TestProject.linked()
    let peer = try Peer("--fault", fault, for: project)
    return (try project.apply(on: peer).run(), peer, project)
  }

  private func expectConverged(_ fault: String, sent: Int) throws {
    let (ended, peer, project) = try applied(fault)
    #expect(ended.exit == 0, "\(fault): \(ended.text)\(ended.messageText)")
    #expect(
      ended.text.hasSuffix("Apply: 3 applied, 0 already, 0 failed, 0 unknown, 0 not attempted.\n")
    )
    #expect(try peer.changes.count == sent, "\(fault)")
    let plan = try project.run("plan", "--detailed-exitcode", "--target", peer.target)
    #expect(plan.exit == 0)
  }

  /// The reply has 11 bytes.
  @Test(arguments: 0..<11)
  func `W019: A reply cut at each byte is settled by the catalog, and nothing sent twice`(
    bytes: Int
  ) throws {
    try expectConverged("lose-reply=\(bytes):`prod`.`b`", sent: 3)
  }

  @Test func `W021: What did not arrive is sent once more`() throws {
    try expectConverged("lose-statement:`prod`.`b`", sent: 4)
  }

  @Test func `A probe whose reply is lost ends the apply before its first statement`() throws {
    let (ended, peer, project) = try applied("lose-reply:probe")
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("the connection was lost"))
    #expect(try peer.changes == [])
    #expect(try project.apply(on: peer).run().exit == 0)
  }

  @Test func `W028: A server that is gone leaves the rest, with the command that goes on`() throws {
    let (ended, peer, project) = try applied("close:`prod`.`b`")
    #expect(ended.exit == 7)
    #expect(ended.text.contains("[1/3] create prod.a: applied\n"))
    #expect(ended.text.contains("[2/3] create prod.b: unknown: error 2013"))
    #expect(ended.text.hasSuffix("1 applied, 0 already, 0 failed, 1 unknown, 1 not attempted.\n"))
    #expect(
      ended.messageText.contains(
        "go on with: linkctl apply --auto-approve --target \(peer.target)\n"
      )
    )
    #expect(try project.journal.contains(#""status":"unknown""#))
  }

  /// Also where other statements would go on after an error.
  @Test(arguments: [1290, 1836])
  func `W028: A server that takes no changes ends the run`(code: Int) throws {
    let project = try TestProject.linked()
    let peer = try Peer("--fault", "error=\(code):`prod`.`b`", for: project)
    let ended = try project.apply(on: peer, "--on-error", "continue", "--only", "prod.?").run()
    #expect(ended.exit == 7)
    #expect(ended.text.contains("[2/3] create prod.b: failed: error \(code) (HY000)"))
    #expect(ended.text.contains("[3/3] create prod.c: not attempted"))
    #expect(
      ended.messageText.contains(
        "linkctl: the server takes no changes for now; once it does again, go on with: linkctl apply"
          + " --auto-approve --target \(peer.target) --on-error continue --only 'prod.?'\n"
      )
    )
    #expect(try project.apply(on: peer).run().exit == 0)
  }

  @Test func `W030: A right that is taken away ends the run, and it goes on when it is back`()
    throws
  {
    let (ended, peer, project) = try applied("error=1142:`prod`.`b`")
    #expect(ended.exit == 7)
    #expect(ended.text.hasSuffix("1 applied, 0 already, 1 failed, 0 unknown, 1 not attempted.\n"))
    let resumed = try project.apply(on: peer).run()
    #expect(resumed.exit == 0)
    #expect(resumed.text.contains("Apply: 2 applied"))
  }
}
