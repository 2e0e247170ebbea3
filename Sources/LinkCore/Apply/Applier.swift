/// Carries a plan out against a server: reads the catalog again, sends the statements in order,
/// reads the catalog back.
package struct Applier {
  package enum OnError: String, CaseIterable, Sendable {
    case stop
    case `continue`
  }

  private let plan: Plan
  private let server: any Server
  private let secret: (Reference) -> Secret?
  private let onError: OnError
  private let readCatalog: () throws(ServerError) -> Snapshot
  private let isInterrupted: () -> Bool
  private let observe: (ApplyEvent) -> Void

  package init(
    _ plan: Plan,
    on server: any Server,
    secret: @escaping (Reference) -> Secret?,
    onError: OnError,
    readCatalog: @escaping () throws(ServerError) -> Snapshot,
    isInterrupted: @escaping () -> Bool,
    observe: @escaping (ApplyEvent) -> Void
  ) {
    self.plan = plan
    self.server = server
    self.secret = secret
    self.onError = onError
    self.readCatalog = readCatalog
    self.isInterrupted = isInterrupted
    self.observe = observe
  }

  package func run() throws(ApplyRefusal) -> Run {
    try checkStatements()
    let before = try catalogBefore()
    var run = Run(
      results: plan.statements.map { Run.Result(statement: $0, status: .notAttempted) }
    )
    send(&run, done: try done(in: CurrentCatalog(before)))
    readBack(&run)
    return run
  }

  // MARK: Before the first statement

  private func checkStatements() throws(ApplyRefusal) {
    let misread = plan.statements.filter { statement in
      guard let sql = rendered(statement) else { return true }
      do throws(GateError) {
        try StatementGate.check(sql)
        return false
      } catch {
        return true
      }
    }
    if !misread.isEmpty { throw .gate(misread.map(\.address)) }
  }

  /// `nil` where a secret of it was not resolved.
  private func rendered(_ statement: Statement) -> SQLText? {
    let isResolved = statement.references.allSatisfy { secret($0) != nil }
    guard isResolved else { return nil }
    return statement.sql { hole in
      switch hole {
      case .literal(let literal): literal.reveal()
      case .reference(let reference):
        secret(reference)?.reveal { .string($0) } ?? .null
      }
    }
  }

  private func catalogBefore() throws(ApplyRefusal) -> Snapshot {
    do throws(ServerError) {
      return try readCatalog()
    } catch {
      throw .server(error)
    }
  }

  /// The statements whose work is done already; throws where a planned link has moved otherwise.
  private func done(in catalog: CurrentCatalog) throws(ApplyRefusal) -> Set<Int> {
    var stale: [StaleLink] = []
    var done: Set<Int> = []
    var first = 0
    for change in plan.actions {
      let count = change.statements.count
      if let moved = change.moved(in: catalog) {
        let finished = change.statementsDone(catalog[change.address])
        if finished == 0 { stale.append(moved) }
        done.formUnion(first..<first + finished)
      }
      first += count
    }
    if !stale.isEmpty { throw .stale(stale) }
    return done
  }

  // MARK: Sending

  private func send(_ run: inout Run, done: Set<Int>) {
    let total = run.results.count
    var failed: Set<LinkAddress> = []
    for index in run.results.indices {
      let statement = run.results[index].statement
      let isStopped = !failed.isEmpty && onError == .stop
      guard !isInterrupted(), !isStopped else { return }
      // A link that could not be dropped is not created again.
      if failed.contains(statement.address) { continue }
      observe(.begin(index: index, total: total, statement))
      if done.contains(index) {
        run.results[index].status = .already
      } else {
        send(&run.results[index])
      }
      if run.results[index].status.isTrouble { failed.insert(statement.address) }
      observe(.end(index: index, total: total, run.results[index]))
    }
  }

  private func send(_ result: inout Run.Result) {
    guard let sql = rendered(result.statement) else { return }
    do throws(ServerError) {
      let answer = try server.run(Secret(sql.rendered))
      result.status = .applied
      if result.statement.createsOnlyIfMissing, let warning = answer.warnings.first {
        result.status = .failed
        result.failure = Run.Failure(
          message: "somebody else created the link meanwhile, nothing was changed: \(warning)"
        )
      }
    } catch {
      result.status = error.outcome == .notApplied ? .failed : .unknown
      result.failure = Run.Failure(error)
    }
  }

  // MARK: After the last statement

  /// Compares every touched link with what was meant, and settles what is unknown where the
  /// catalog can tell.
  private func readBack(_ run: inout Run) {
    let isTouched = run.results.contains { $0.status == .applied || $0.status == .unknown }
    guard isTouched else { return }
    guard let catalog = try? readCatalog() else {
      run.isVerified = false
      return
    }
    let current = CurrentCatalog(catalog)
    let changes = Dictionary(
      plan.actions.map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let last = Dictionary(
      run.results.indices.filter { run.results[$0].status != .notAttempted }
        .map { (run.results[$0].statement.address, $0) },
      uniquingKeysWith: { $1 }
    )
    for (address, index) in last {
      guard let change = changes[address] else { continue }
      run.results[index].settle(change, in: current)
    }
  }
}

extension Run.Status {
  fileprivate var isTrouble: Bool { self == .failed || self == .unknown }
}

extension Statement {
  fileprivate var createsOnlyIfMissing: Bool {
    if case .create(.ifNotExists, _) = operation { true } else { false }
  }
}
