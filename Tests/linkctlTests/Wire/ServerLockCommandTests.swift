import Foundation
import Glibc
import LinkCore
import Testing

/// The lock on a server as commands show and use it; each call here is a machine of its own.
@Suite struct ServerLockCommandTests {
  private let project: TestProject

  init() throws {
    project = try TestProject.linked()
  }

  private func target(_ peer: Peer) -> String { peer.target + "/prod" }

  /// On a machine with no other apply on it.
  private func linkctl(_ arguments: String...) throws -> Invocation {
    let runtime = "\(project.temporaryFolder)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: runtime, withIntermediateDirectories: true)
    return project.linkctl(arguments, environment: ["XDG_RUNTIME_DIR": runtime])
  }

  private func apply(on peer: Peer) throws -> Invocation {
    try linkctl("apply", "--auto-approve", "--target", target(peer))
  }

  private func standing(on peer: Peer) throws -> JSONValue {
    let ended = try linkctl("lock", "status", "--format", "json", "--target", target(peer)).run()
    #expect(ended.exit == 0, "\(ended.messageText)")
    return try JSONValue(reading: ended.output)
  }

  @Test func `Is made once, and its grants are named each time`() throws {
    let peer = try Peer(for: project)
    #expect(try standing(on: peer)["state"]?.text == "missing")
    for _ in 0..<2 {
      let ended = try linkctl("lock", "init", "--target", target(peer)).run()
      #expect(ended.exit == 0, "\(ended.messageText)")
      #expect(ended.text.contains("GRANT SELECT, UPDATE ON `prod`.`linkctl_lock` TO 'root'@'%';"))
      #expect(ended.text.hasSuffix("Lock: free.\n"))
    }
    #expect(try standing(on: peer)["state"]?.text == "free")
    #expect(try apply(on: peer).run().exit == 0)
    #expect(try standing(on: peer)["state"]?.text == "free")
  }

  @Test func `Without it an apply says so, and reads each link again`() throws {
    let peer = try Peer(for: project)
    let ended = try apply(on: peer).run()
    #expect(ended.exit == 0)
    let line = "linkctl: no lock on the server: there is no table prod.linkctl_lock ('linkctl lock"
    #expect(ended.messageText.components(separatedBy: line).count == 2, "\(ended.messageText)")
    #expect(try project.apply(on: peer).run().messageText.contains("apply") == false)
  }

  @Test func `Without it a link that moved meanwhile is not overwritten`() throws {
    let slow = "slow=1500:IF NOT EXISTS `prod`.`a`"
    let steal = "steal:LINK IN \\('b'"
    let peer = try Peer("--fault", slow, "--fault", steal, for: project)
    let ended = try apply(on: peer).run()
    #expect(ended.exit == 7)
    #expect(
      ended.text.contains(
        "create prod.b: failed: somebody else changed the link meanwhile; the statement was not sent"
      )
    )
    #expect(try peer.changes.count == 1)
    // It was seen while the other statement was under way.
    let looking = try peer.connections { $0.contains("AND LINK IN ") }
    let changing = try peer.connections { $0.contains("IF NOT EXISTS `prod`") }
    #expect(!looking.isEmpty && Set(looking).isDisjoint(with: changing))
  }

  @Test func `Without it what was read a moment ago is not read again`() throws {
    let peer = try Peer(for: project)
    #expect(try apply(on: peer).run().exit == 0)
    #expect(try peer.statements.count { $0.contains("AND LINK IN ") } <= 1)
  }

  @Test func `With it nothing is read again`() throws {
    let peer = try Peer("--lock-table", "rowstore", for: project)
    let ended = try apply(on: peer).run()
    #expect(ended.exit == 0 && !ended.messageText.contains("no lock"))
    #expect(try !peer.statements.contains { $0.contains("AND LINK IN ") })
  }

  @Test func `It is not asked for anew before each statement`() throws {
    let peer = try Peer("--lock-table", "rowstore", for: project)
    #expect(try apply(on: peer).run().exit == 0)
    let asked = try peer.statements.count { $0.hasPrefix("SELECT run FROM `prod`.`linkctl_lock`") }
    let waiting = 500 / 166
    #expect(asked <= 1 + waiting + 1, "\(asked)")
  }

  @Test func `Who takes it lets an earlier holder learn that it is lost before it reads`() throws {
    let peer = try Peer("--lock-table", "rowstore", for: project)
    let begin = ContinuousClock.now
    #expect(try apply(on: peer).run().exit == 0)
    #expect(begin.duration(to: .now) >= .milliseconds(500))
    let catalog = try peer.statements.lastIndex { $0.contains("LINKS WHERE") }
    let lock = try peer.statements.lastIndex { $0.contains("SET run = ") }
    #expect(try #require(lock) < #require(catalog))
  }

  @Test func `A columnstore table is refused`() throws {
    let peer = try Peer("--lock-table", "columnstore", for: project)
    let ended = try apply(on: peer).run()
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("prod.linkctl_lock is a columnstore table"))
    #expect(try peer.changes == [])
  }

  @Test func `Is needed by nobody who only reads, and by no sandbox`() throws {
    let peer = try Peer("--lock-table", "rowstore", for: project)
    for command in ["plan", "drift", "snapshot"] {
      _ = try linkctl(command, "--target", target(peer)).run()
    }
    #expect(try !peer.statements.contains { $0.contains("linkctl_lock") })
    let ended = try linkctl("lock", "status", "--target", "sandbox:x.db").run()
    #expect(ended.exit == 0)
    #expect(ended.text.hasSuffix("Lock: a file of this machine; this target needs no other.\n"))
  }

  @Test func `Without a database to keep it in there is none`() throws {
    let peer = try Peer("--lock-table", "rowstore", for: project)
    #expect(try linkctl("lock", "init", "--target", peer.target).run().exit == 64)
    let ended = try linkctl("apply", "--auto-approve", "--target", peer.target).run()
    #expect(ended.exit == 0)
    #expect(ended.messageText.contains("neither the target nor 'databases' names a database"))
  }

  // MARK: Holders

  @Test func `P5: One that is paused keeps it and is named; one that was killed does not`() throws {
    let peer = try Peer("--lock-table", "rowstore", "--delay", "50", for: project)
    let holder = try apply(on: peer).start()
    #expect(try isTrueInTime { try !peer.changes.isEmpty })
    holder.send(SIGSTOP)
    let refused = try apply(on: peer).run()
    #expect(refused.exit == 5)
    let process = "process \(holder.identifier) on "
    #expect(refused.messageText.contains("another apply is under way on this server ("))
    #expect(refused.messageText.contains(process), "\(refused.messageText)")
    let standing = try standing(on: peer)
    #expect(standing["state"]?.text == "held")
    #expect(standing["holder"]?["name"]?.text?.hasSuffix("process \(holder.identifier)") == true)
    #expect(standing["holder"]?["run"]?.text?.isEmpty == false)
    holder.send(SIGKILL)
    #expect(try holder.wait().ending == .signal(SIGKILL))
    let next = try apply(on: peer).run()
    #expect(next.exit == 0, "\(next.messageText)")
    #expect(try Set(peer.changes).count == 3)
  }

  @Test func `P5: Nothing more is sent once the lock was lost, and what was under way is settled`()
    throws
  {
    // The statement takes twice as long as the lock's holder may take to learn that it is lost.
    let fault = "cut-lock=1000:`prod`.`b`"
    let peer = try Peer("--lock-table", "rowstore", "--fault", fault, for: project)
    let ended = try apply(on: peer).run()
    #expect(ended.exit == 7)
    #expect(ended.text.contains("[2/3] create prod.b: applied"))
    #expect(ended.text.contains("[3/3] create prod.c: failed: the lock on the server was lost"))
    #expect(
      ended.messageText.contains("the lock on the server was lost; go on with: linkctl apply")
    )
    #expect(ended.messageText.contains("warning: the lock on the server was lost before"))
    #expect(try peer.changes.count == 2)
    #expect(try apply(on: peer).run().text.contains("Apply: 1 applied"))
  }

  @Test func `P5: Eight at once send each change once`() throws {
    for _ in 0..<3 {
      let peer = try Peer("--lock-table", "rowstore", "--delay", "2", for: project)
      let all = try (0..<8).map { _ in try apply(on: peer).start() }
      let exits = try all.map { try $0.wait().exit }
      #expect(exits.contains(0))
      #expect(exits.allSatisfy { [0, 4, 5].contains($0) }, "\(exits)")
      #expect(try peer.changes.count == 3)
    }
  }
}
