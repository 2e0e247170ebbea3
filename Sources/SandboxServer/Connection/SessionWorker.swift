internal import LinkCore
internal import Synchronization

/// Runs a connection's statements, one at a time, on whatever thread it is called; the catalog may
/// keep it waiting.
final class SessionWorker: Sendable {
  private let connection: UInt32
  private let open: CatalogOpening
  private let session = Mutex<SandboxSession?>(nil)

  init(connection: UInt32, open: @escaping CatalogOpening) {
    self.connection = connection
    self.open = open
  }

  func run(_ work: Conversation.Work, _ fired: FaultPlan.Fired) -> Answer {
    do throws(ServerError) {
      switch work {
      case .open(let database): try begin(in: database)
      case .use(let database):
        try inSession { session throws(ServerError) in try session.use(database) }
      case .reset: try inSession { session throws(ServerError) in try session.reset() }
      case .query(let sql): return try answer(sql, fired)
      }
      return .done()
    } catch {
      return .refused(error)
    }
  }

  private func begin(in database: String?) throws(ServerError) {
    try session.withLock { session throws(ServerError) in
      let begun = SandboxSession(try open(), connection: connection)
      if let database { try begun.use(database) }
      session = begun
    }
  }

  private func answer(_ sql: String, _ fired: FaultPlan.Fired) throws(ServerError) -> Answer {
    for statement in fired.writers {
      // Somebody else's; what the catalog has against it is theirs to know.
      _ = try? open().query(statement)
    }
    if let refusal = fired.refusal { return .refused(refusal) }
    return try inSession { session in session.answer(sql, under: fired.conditions) }
  }

  private func inSession<Result: Sendable>(
    _ body: (SandboxSession) throws(ServerError) -> Result
  ) throws(ServerError) -> Result {
    try session.withLock { session throws(ServerError) in
      guard let session else { throw .shuttingDown }
      return try body(session)
    }
  }
}
