internal import LinkCore
internal import LinkServer

extension Applying {
  /// How often the lock is looked after beside the statements, so that these need not wait for it.
  private static let pulse = ServerLock.lease / 3

  /// The lock on the server; `nil` where there is none to be taken, which is said, but for a sandbox,
  /// whose file is locked already.
  func serverLock(_ runID: String) throws -> SharedLock? {
    guard case .server(let settings) = work.source.kind else { return nil }
    guard let table = workflow.lockTable(settings, work.state) else {
      note("neither the target nor 'databases' names a database to keep a lock in")
      return nil
    }
    do throws(LockRefusal) {
      let lock = try ServerLock.take(table, as: .ours(runID)) { () throws(ServerError) in
        try access.connect()
      }
      return SharedLock(lock)
    } catch {
      guard case .missing = error else { throw access.failure(error, table) }
      note("there is no table \(table.description.shown) ('linkctl lock init' makes it)")
      return nil
    }
  }

  private func note(_ reason: String) {
    session.note(
      "linkctl: no lock on the server: \(reason); each link is read again right before its"
        + " statement\n"
    )
  }

  /// What stands between a statement and what another apply may be doing.
  func safeguard(_ lock: SharedLock?, _ server: Snapshot.Server) -> Safeguard {
    if let lock { return .lock(isHeld: lock.isLeased) }
    guard case .server = work.source.kind else { return .none }
    let access = access
    return .rereading { links, withPipelines, connection throws(ServerError) in
      try access.catalog(of: connection, links, withPipelines, knowing: server)
    }
  }

  /// Does something while the lock is looked after, and says so where it was lost meanwhile.
  func keeping<Result>(_ lock: SharedLock?, _ body: () throws -> Result) rethrows -> Result {
    guard let lock else { return try body() }
    let pulse = Ticker(after: Self.pulse, every: Self.pulse) { _ = lock.isHeld() }
    defer {
      pulse?.stop()
      if !lock.isHeld() {
        session.error(
          "linkctl: warning: the lock on the server was lost before this apply ended; another one"
            + " may have begun meanwhile\n"
        )
      }
      lock.release()
    }
    return try body()
  }
}
