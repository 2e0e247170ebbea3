import LinkCore
import Testing

/// What only a server that answers as SingleStore does can show.
@Suite struct WireTests {
  @Test func `Recognises the version, and needs two plans for the same bytes`() throws {
    let project = try TestProject.linked()
    let peer = try Peer("--version", "9.1.3", for: project)
    let ended = try project.run("plan", "--target", peer.target)
    #expect(ended.exit == 0)
    #expect(ended.text.contains("  server=9.1.3  "))
    #expect(try project.run("plan", "--target", peer.target).text == ended.text)
    #expect(try peer.changes == [] && peer.probes == [])
  }

  @Test func `An apply followed by a plan leaves nothing to do`() throws {
    let project = try TestProject.linked(
      ["a"],
      #"""
        odd: { type: S3, credentials: {}, config: { region: "it's\n\\ \"x\"" }, description: "\\' 👩‍👩‍👧" }

      """#
    )
    let peer = try Peer(for: project)
    #expect(try project.apply(on: peer).run().exit == 0)
    let plan = try project.run("plan", "--detailed-exitcode", "--target", peer.target)
    #expect(plan.exit == 0, "\(plan.text)")
  }

  /// A statement takes a moment here as on any network, so that a query a link would show.
  @Test func `A plan takes as many round trips against 10,000 links as against 10`() throws {
    let project = try TestProject.linked()
    var counts: [Int] = []
    for links in ["10", "10000"] {
      let peer = try Peer("--links", links, "--delay", "20", for: project)
      let ended = try project.run("plan", "--target", peer.target)
      #expect(ended.exit == 0)
      #expect(ended.text.contains(", \(links) orphaned."))
      counts.append(try peer.statements.count)
    }
    #expect(counts[0] == counts[1] && counts[0] > 0 && counts[0] < 12)
  }

  @Test func `Statements go out in parallel, each one once`() throws {
    let names = (0..<40).map { "l\($0)" }
    let project = try TestProject.linked(names)
    let peer = try Peer("--delay", "20", for: project)
    let begin = ContinuousClock.now
    #expect(try project.apply(on: peer, "--parallel", "8").run().exit == 0)
    #expect(begin.duration(to: .now) < .seconds(5))
    #expect(try Set(peer.changes).count == 40 && peer.changes.count == 40)
    #expect(try peer.probes.count == 1)
  }

  /// To see whom it talks to, what it may and what there is, twice; for the grammar; to read back.
  ///
  /// Without a lock table each link is read once more right before its statement.
  @Test func `An apply takes a dozen round trips beside its statements`() throws {
    let project = try TestProject.linked(["a", "b", "c"])
    let peer = try Peer(for: project)
    #expect(try project.apply(on: peer).run().exit == 0)
    #expect(try peer.changes.count == 3)
    let statements = try peer.statements
    #expect(statements.count <= 2 * 3 + 12, "\(statements)")
  }

  // MARK: Servers that misbehave

  private func planned(_ options: String...) throws -> (ended: Ended, time: Duration) {
    let project = try TestProject.linked()
    var all: [String] = []
    for (index, option) in options.enumerated() { all += [index % 2 == 0 ? "--" + option : option] }
    let peer = try Peer(all, for: project)
    let begin = ContinuousClock.now
    let ended = try project.linkctl("plan", "--target", peer.target).limited().run()
    return (ended, begin.duration(to: .now))
  }

  @Test(arguments: [
    (
      "W006: Another way to log in", "greeting", "plugin",
      "a way to log in that linkctl does not go"
    ),
    (
      "W007: Another way to log in behind a known one", "greeting", "switches",
      "a way to log in that linkctl does not go"
    ),
    (
      "W009: A password for whoever shows a key", "greeting", "key",
      "a way to log in that linkctl does not go"
    ),
    ("No MySQL at all", "greeting", "garbage", "or hung up"),
    ("W015: 2^64 columns", "fault", "columns:LINKS WHERE", ""),
    ("W016: A row too short", "fault", "short:LINKS WHERE", ""),
  ])
  func `Refuses a server that does not keep to the protocol`(
    id: String,
    option: String,
    value: String,
    says: String
  ) throws {
    let (ended, _) = try planned(option, value, "links", "3")
    #expect(ended.exit == 1, "\(id): \(ended.text)")
    #expect(ended.messageText.contains(says), "\(id): \(ended.messageText)")
  }

  @Test func `W018: Reads a server that sends byte by byte`() throws {
    let (ended, _) = try planned("fault", "trickle:LINKS WHERE", "links", "200")
    #expect(ended.exit == 0)
    #expect(ended.text.contains(", 200 orphaned."))
  }

  @Test func `W025: A second result leaves the outcome to the catalog`() throws {
    let project = try TestProject.linked(["a"])
    let peer = try Peer("--fault", "more:`prod`", for: project)
    let ended = try project.apply(on: peer).run()
    #expect(ended.text.contains("create prod.a: applied"))
    #expect(try peer.changes.count == 1)
  }

  /// The catalog that was read just before does not show the link.
  @Test func `W024: A link that somebody else made meanwhile is not one of ours`() throws {
    let project = try TestProject.linked(["link0"])
    let peer = try Peer("--links", "1", "--fault", "empty=3:LINKS WHERE", for: project)
    let ended = try project.apply(on: peer).run()
    #expect(ended.exit == 1)
    #expect(ended.text.contains("somebody else created the link meanwhile, nothing was changed"))
  }
}
