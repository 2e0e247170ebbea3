import Foundation
import Glibc
import LinkCore
import LinkServer
import Synchronization
import Testing

/// One apply at a time on a server: its row lock, on a real server.
@Suite struct ServerLockTests {
  private let server: MariaDB
  private let table: LockTable

  init() throws {
    server = try MariaDB.shared.get()
    table = LockTable(in: "lock_\(UInt64.random(in: .min ... .max))")
    _ = try server.administrator().query("CREATE DATABASE \(table.database)")
    try table.make(on: try server.administrator())
  }

  private func take(
    _ run: String,
    _ table: LockTable? = nil
  ) throws(LockRefusal) -> ServerLock {
    let holder = LockHolder(name: "me", host: "here", run: run)
    let settings = server.settings()
    return try ServerLock.take(table ?? self.table, as: holder) { () throws(ServerError) in
      try RemoteServer(settings)
    }
  }

  private struct Free: Error {}

  private func standing() throws -> ServerLock.Standing {
    try ServerLock.standing(of: table, on: try RemoteServer(server.settings()))
  }

  private func expectRefusal(
    _ run: String,
    _ isExpected: (LockRefusal) -> Bool,
    _ place: Testing.SourceLocation = #_sourceLocation
  ) {
    do throws(LockRefusal) {
      _ = try take(run)
      Issue.record("it was taken", sourceLocation: place)
    } catch {
      #expect(isExpected(error), "\(error)", sourceLocation: place)
    }
  }

  @Test func `Making it twice changes nothing, also while somebody holds it`() throws {
    let lock = try take("first")
    try table.make(on: try server.administrator())
    #expect(lock.isHeld())
    guard case .held(let holder?) = try standing() else { throw Free() }
    #expect(holder.name == "me" && holder.host == "here" && holder.run == "first")
    #expect((0..<60).contains(holder.seconds ?? -1))
  }

  @Test func `A second one is told who has it, and gets it once that one is done`() throws {
    let lock = try take("first")
    expectRefusal("second") {
      if case .busy(let holder?) = $0 { holder.run == "first" } else { false }
    }
    #expect(lock.isHeld())
    lock.release()
    #expect(!lock.isHeld())
    #expect(try standing() == .free)
    #expect(try take("second").isHeld())
  }

  /// The lock, with the connection that it stands on.
  private func spied() throws -> (lock: ServerLock, connection: any Server) {
    let (settings, spy) = (server.settings(), Spy())
    let holder = LockHolder(name: "me", host: "here", run: "first")
    let lock = try ServerLock.take(table, as: holder) { () throws(ServerError) in
      spy.add(try RemoteServer(settings))
    }
    return (lock, try #require(spy.first))
  }

  @Test func `One whose connection is cut has lost it, knows so, and leaves nothing behind`() throws
  {
    let (lock, connection) = try spied()
    let number = try connection.query("SELECT CONNECTION_ID()").rows[0][0] ?? ""
    #expect(lock.isHeld())
    _ = try server.administrator().query("KILL \(number)")
    #expect(!lock.isHeld())
    let next = try take("second")
    #expect(next.isHeld() && !lock.isHeld())
  }

  /// Nothing here commits, but an administrator may end the transaction alone.
  @Test func `A transaction that is over is no lock, though the connection stands`() throws {
    let (lock, connection) = try spied()
    #expect(lock.isHeld())
    _ = try connection.query("ROLLBACK")
    #expect(!lock.isHeld())
  }

  @Test func `Without its row nothing is locked, and without a table neither`() throws {
    _ = try server.administrator()
      .query("DELETE FROM \(table.database).linkctl_lock WHERE scope = 'apply'")
    expectRefusal("first") { if case .rowMissing = $0 { true } else { false } }
    _ = try server.administrator().query("DROP TABLE \(table.database).linkctl_lock")
    expectRefusal("first") { if case .missing = $0 { true } else { false } }
  }

  /// Two to eight at once, two hundred times; each counts itself in and out on the server.
  @Test func `P5: Two hundred races, and never two inside`() throws {
    let administrator = try server.administrator()
    let witness = "\(table.database).witness"
    _ = try administrator.query(
      "CREATE TABLE \(witness) (race INT PRIMARY KEY, inside INT, most INT, entered INT)"
    )
    let begin = ContinuousClock.now
    // Races beside each other take turns at locks of their own.
    let tables = try (0..<4).map { lane in
      let table = LockTable(in: "\(table.database)_\(lane)")
      _ = try administrator.query("CREATE DATABASE \(table.database)")
      try table.make(on: administrator)
      return table
    }
    let counts = (0..<200).map { 2 + $0 % 7 }
    DispatchQueue.concurrentPerform(iterations: tables.count) { lane in
      for race in stride(from: lane, to: counts.count, by: tables.count) {
        run(race, counts[race], tables[lane], witness)
      }
    }
    let rows = try administrator.query("SELECT inside, most, entered FROM \(witness)").rows
    #expect(rows.count == 200)
    #expect(rows.allSatisfy { $0[0] == "0" && $0[1] == "1" })
    let entered = rows.compactMap { $0[2].flatMap { Int($0) } }.reduce(0, +)
    #expect(entered == counts.reduce(0, +))
    print("races: 200, entered: \(entered), overlaps: 0, \(begin.duration(to: .now))")
  }

  private func run(_ race: Int, _ count: Int, _ table: LockTable, _ witness: String) {
    guard let server = try? RemoteServer(server.settings()),
      (try? server.query("INSERT INTO \(witness) VALUES (\(race), 0, 0, 0)")) != nil
    else { return }
    let racers = (0..<count).map { number in
      let thread = RacingThread { enter(race, number, table, witness) }
      thread.start()
      return thread
    }
    for racer in racers { racer.wait() }
  }

  private func enter(_ race: Int, _ number: Int, _ table: LockTable, _ witness: String) {
    guard let server = try? RemoteServer(server.settings()) else { return }
    // Who is late is refused, and comes again, as a pipeline does.
    for _ in 0..<20 {
      guard let lock = try? take("race \(race), \(number)", table) else { continue }
      let here = "WHERE race = \(race)"
      _ = try? server.query(
        "UPDATE \(witness) SET inside = inside + 1, most = GREATEST(most, inside),"
          + " entered = entered + 1 \(here)"
      )
      if number == 0 { usleep(2_000) }
      _ = try? server.query("UPDATE \(witness) SET inside = inside - 1 \(here)")
      lock.release()
      return
    }
  }
}

/// Keeps the first of some connections at hand.
private final class Spy: @unchecked Sendable {
  private(set) var first: (any Server)?

  func add(_ server: any Server) -> any Server {
    first = first ?? server
    return server
  }
}

/// A thread that can be waited for.
private final class RacingThread: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }

  func start() {
    let (done, body) = (done, body)
    Thread.detachNewThread {
      body()
      done.signal()
    }
  }

  func wait() { done.wait() }
}
