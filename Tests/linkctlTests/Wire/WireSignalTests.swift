import Glibc
import LinkCore
import Testing

/// An apply that is asked to stop does not wait for a server that does not answer.
@Suite struct WireSignalTests {
  private let project: TestProject

  init() throws {
    project = try TestProject.linked()
  }

  private func started(_ fault: String) throws -> (RunningProcess, Peer) {
    let peer = try Peer("--fault", fault, for: project)
    let running = try project.apply(on: peer).start()
    #expect(try isTrueInTime { try peer.changes.count == 2 })
    return (running, peer)
  }

  @Test(arguments: SignalTests.signals)
  func `F021: Gives up a statement that hangs, and asks the catalog what became of it`(
    signal: Int32,
    exit: Int32
  ) throws {
    let (running, peer) = try started("hang-applied:`prod`.`b`")
    let begin = ContinuousClock.now
    running.send(signal)
    let ended = try running.wait()
    #expect(begin.duration(to: .now) < .seconds(5))
    #expect(ended.ending == .exit(exit))
    #expect(ended.text.contains("create prod.b: applied\n"))
    #expect(ended.text.hasSuffix("2 applied, 0 already, 0 failed, 0 unknown, 1 not attempted.\n"))
    #expect(ended.messageText.contains("linkctl: interrupted; go on with: linkctl apply --auto-"))
    #expect(try project.journal.contains(#""record":"end""#))
    let resumed = try project.apply(on: peer).run()
    #expect(resumed.text.contains("Apply: 1 applied"))
    #expect(!resumed.messageText.contains("the last run"))
  }

  @Test func `F021: What had no effect is said to have failed`() throws {
    let (running, peer) = try started("hang:`prod`.`b`")
    running.send(SIGINT)
    let ended = try running.wait()
    #expect(ended.ending == .exit(130))
    #expect(ended.text.contains("create prod.b: failed: error 2013"))
    #expect(try project.apply(on: peer).run().text.contains("Apply: 2 applied"))
  }

  @Test func `What nobody can be asked about in time stays unknown`() throws {
    let peer = try Peer(
      "--fault",
      "hang:`prod`.`b`",
      "--fault",
      "empty=2:LINKS WHERE [^L]*$",
      "--fault",
      "hang:LINKS WHERE [^L]*$",
      for: project
    )
    let running = try project.apply(on: peer).start()
    #expect(try isTrueInTime { try peer.changes.count == 2 })
    let begin = ContinuousClock.now
    running.send(SIGTERM)
    let ended = try running.wait()
    #expect(begin.duration(to: .now) < .seconds(5))
    #expect(ended.ending == .exit(143))
    #expect(ended.text.contains("create prod.b: unknown: error 2013"))
    #expect(try project.journal.contains(#""status":"unknown""#))
    let resumed = try project.apply(on: peer).run()
    #expect(resumed.exit == 0)
    #expect(resumed.messageText.contains("was cut off with create prod.b under way;"))
  }

  /// Nobody listens on the first port of all.
  @Test func `Says that it tries again, and waits no longer than somebody wants`() throws {
    let running = try project.linkctl(
      ["apply", "--auto-approve", "--target", "singlestore://root@127.0.0.1:1"],
      environment: ["LINKCTL_CONNECT_TRIES": "6"]
    ).start()
    #expect(isTrueInTime { running.messagesSoFar.contains("; trying again in ") })
    let begin = ContinuousClock.now
    running.send(SIGINT)
    let ended = try running.wait()
    #expect(ended.ending == .exit(130))
    #expect(begin.duration(to: .now) < .seconds(2))
    #expect(ended.messageText.contains(" of 6)\n"))
  }

  @Test func `Waits for no catalog that does not come`() throws {
    let peer = try Peer("--fault", "hang:LINKS WHERE", for: project)
    let running = try project.apply(on: peer).start()
    #expect(try isTrueInTime { try peer.statements.contains { $0.contains("LINKS WHERE") } })
    let begin = ContinuousClock.now
    running.send(SIGINT)
    #expect(try running.wait().ending == .exit(130))
    #expect(begin.duration(to: .now) < .seconds(5))
  }

  @Test func `F010: One that is paused keeps its lock, and goes on where it was`() throws {
    let peer = try Peer("--delay", "50", for: project)
    let running = try project.apply(on: peer).start()
    #expect(try isTrueInTime { try !peer.changes.isEmpty })
    running.send(SIGSTOP)
    let other = try project.apply(on: peer).run()
    #expect(other.exit == 5)
    #expect(other.messageText.contains("another apply is under way on this target"))
    running.send(SIGCONT)
    #expect(try running.wait().exit == 0)
    #expect(try peer.changes.count == 3)
  }

  /// Two of a kind that are not yet delivered are one.
  @Test(arguments: [SIGINT, SIGTERM])
  func `F022: Ends at once at the second signal, and says that nobody knows`(second: Int32) throws {
    let (running, peer) = try started("hang-applied:`prod`.`b`")
    running.send(SIGINT)
    usleep(300_000)
    let begin = ContinuousClock.now
    running.send(second)
    #expect(try running.wait().ending == .signal(second))
    #expect(begin.duration(to: .now) < .seconds(2))
    #expect(
      try project.journal.split(separator: "\n").last?.contains(#""status":"unknown""#) == true
    )
    let resumed = try project.apply(on: peer).run()
    #expect(resumed.exit == 0)
    #expect(resumed.text.contains("Apply: 1 applied"))
    #expect(resumed.messageText.contains("was cut off with create prod.b under way;"))
  }
}
