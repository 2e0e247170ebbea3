/// One apply at a time on a server, wherever it runs: an open transaction on a connection of its own,
/// which has changed one row and is never committed.
///
/// A holder that is paused keeps it, for its connection stands; one that is gone has let go of it.
/// Nothing else can be sent over that connection: what commits by itself would end the transaction.
///
/// For one thread at a time, as its connection is.
package final class ServerLock {
  /// How long the server's word that it is held counts for.
  ///
  /// Whoever takes the lock next lets that much time go by before it looks at anything, for the one
  /// before may not know yet that it is lost.
  package static let lease = Duration.milliseconds(500)

  private let server: any Server
  private let table: LockTable
  private let run: String
  private var isLost = false
  /// When the server was asked what it last said yes to.
  private var asked = ContinuousClock.now

  private init(_ server: any Server, _ table: LockTable, run: String) {
    self.server = server
    self.table = table
    self.run = run
  }

  /// Whether it still is held; once lost, it stays so.
  ///
  /// The server shows the uncommitted change to nobody but this very transaction.
  package func isHeld() -> Bool {
    let now = ContinuousClock.now
    if !isLost { isLost = !((try? isMine()) ?? false) }
    asked = now
    return !isLost
  }

  /// Whether it was held less than a lease ago; where that is longer ago, whether it is now.
  package func isLeased() -> Bool {
    asked.duration(to: .now) < Self.lease ? !isLost : isHeld()
  }

  /// Lets go of it; so does the end of the process.
  package func release() {
    if !isLost { rollBack() }
    isLost = true
  }

  deinit { release() }
}

// MARK: - Taking it

extension ServerLock {
  /// Each takes a second, so that nobody waits longer than it takes to see that somebody is at work.
  private static let tries = 3
  /// A server that cannot be told how long to wait is asked no second time.
  private static let patience = Duration.seconds(4)

  /// Takes it, and tells others who has it, over a connection that is closed again.
  package static func take(
    _ table: LockTable,
    as holder: LockHolder,
    connect: () throws(ServerError) -> any Server
  ) throws(LockRefusal) -> ServerLock {
    let server = try refusing(connect)
    try table.checkForm(on: server)
    let lock = ServerLock(server, table, run: holder.run)
    guard try lock.seize() else { throw .busy(try? table.holder(on: server)) }
    try refusing { () throws(ServerError) in try table.note(holder, on: try connect()) }
    return lock
  }

  /// Who has it now; `nil` where it is free.
  package static func standing(
    of table: LockTable,
    on server: any Server
  ) throws(LockRefusal) -> Standing {
    try table.checkForm(on: server)
    let lock = ServerLock(server, table, run: "looking")
    try refusing { () throws(ServerError) in try lock.limitWaiting() }
    if try lock.attempt() { return .free }
    return .held(try refusing { () throws(ServerError) in try table.holder(on: server) })
  }

  package enum Standing: Hashable, Sendable {
    case free
    case held(LockHolder?)
  }

  private static func refusing<Result>(
    _ body: () throws(ServerError) -> Result
  ) throws(LockRefusal) -> Result {
    do throws(ServerError) {
      return try body()
    } catch {
      throw .server(error)
    }
  }

  private func seize() throws(LockRefusal) -> Bool {
    try Self.refusing { () throws(ServerError) in try limitWaiting() }
    let begin = ContinuousClock.now
    for _ in 0..<Self.tries where begin.duration(to: .now) < Self.patience {
      if try attempt() { return true }
    }
    return false
  }

  /// Each kind of server has a name of its own for it.
  private func limitWaiting() throws(ServerError) {
    for variable in ["lock_wait_timeout", "innodb_lock_wait_timeout"] {
      do throws(ServerError) {
        _ = try server.query("SET SESSION \(variable) = 1")
      } catch {
        guard error.isAnswer else { throw error }
      }
    }
  }

  /// A lock that was not waited for long enough, and one that another waits for in turn.
  private static let busy = [1205, 1213]

  /// Whether the row could be changed; where there is none, nothing was locked.
  private func attempt() throws(LockRefusal) -> Bool {
    let change: SQLText = """
      UPDATE \(table.address) SET run = \(string: run) \
      WHERE scope = \(string: LockTable.Row.lock.rawValue)
      """
    do throws(ServerError) {
      _ = try server.query("BEGIN")
      _ = try server.query(change.rendered)
      if try isMine() { return true }
    } catch {
      rollBack()
      guard Self.busy.contains(error.code) else { throw .server(error) }
      return false
    }
    rollBack()
    throw .rowMissing
  }

  private func isMine() throws(ServerError) -> Bool {
    let sql: SQLText = """
      SELECT run FROM \(table.address) WHERE scope = \(string: LockTable.Row.lock.rawValue)
      """
    return try server.query(sql.rendered).rows == [[run]]
  }

  private func rollBack() {
    _ = try? server.query("ROLLBACK")
  }
}

extension LockTable {
  /// Writes down who holds the lock.
  fileprivate func note(_ holder: LockHolder, on server: any Server) throws(ServerError) {
    let sql: SQLText = """
      UPDATE \(address) SET holder = \(string: holder.name), host = \(string: holder.host), \
      run = \(string: holder.run), since = UNIX_TIMESTAMP() \
      WHERE scope = \(string: Row.holder.rawValue)
      """
    _ = try server.query(sql.rendered)
  }
}
