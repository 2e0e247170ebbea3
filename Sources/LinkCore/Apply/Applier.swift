/// What carrying a plan out takes beside connections and threads: the statements as they are sent,
/// what of them is left to do, and what the catalog says of them afterwards.
package struct Applier: Sendable {
  /// What a failed statement does to those after it.
  package enum OnError: String, CaseIterable, Sendable {
    case stop
    case `continue`
  }

  private let plan: Plan
  private let tagger: Tagger
  private let secret: @Sendable (Reference) -> Secret?
  /// What the server was found not to know, and is not sent.
  private var unknownForms: Set<StatementForm> = []

  package init(
    _ plan: Plan,
    tagger: Tagger,
    secret: @escaping @Sendable (Reference) -> Secret?
  ) {
    self.plan = plan
    self.tagger = tagger
    self.secret = secret
  }

  /// Makes sure that every statement reads back as it was meant.
  package func checkStatements() throws(ApplyRefusal) {
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

  /// The statement with its secrets; `nil` where one of them was not resolved.
  package func rendered(_ statement: Statement) -> SQLText? {
    let isResolved = statement.references.allSatisfy { secret($0) != nil }
    guard isResolved else { return nil }
    return statement.sql(
      { $0.filled(by: secret) },
      tag: { draft, credentials in tagger.tag(draft, for: credentials, of: statement).description }
    )
  }

  /// The plan's changes with what is left to do of them, seen from the catalog as it is now; throws
  /// where a planned link is neither as the plan saw it nor as the plan leaves it.
  package func work(on catalog: Snapshot) throws(ApplyRefusal) -> [ChangeWork] {
    let current = CurrentCatalog(catalog)
    var stale: [StaleLink] = []
    var works: [ChangeWork] = []
    var first = 0
    for change in plan.actions {
      let indices = first..<first + change.statements.count
      first = indices.upperBound
      let moved = change.moved(in: current)
      let done = moved == nil ? 0 : change.statementsDone(current[change.address], by: tagger)
      if let moved, done == 0 { stale.append(moved) }
      works.append(ChangeWork(change: change, indices: indices, done: done))
    }
    if !stale.isEmpty { throw .stale(stale) }
    return works
  }

  /// Asks the server for the forms of all statements that are left to do.
  package mutating func probe(
    _ works: [ChangeWork],
    by probe: GrammarProbe,
    observe: (StatementForm, _ isKnown: Bool) -> Void
  ) throws(ApplyRefusal) {
    do throws(ServerError) {
      unknownForms = try probe.unknownForms(of: works.flatMap(\.toDo), observe: observe)
    } catch {
      throw .server(error)
    }
  }

  /// Whether the server may be sent a statement without showing it to its log's readers.
  func isKnown(_ statement: Statement) -> Bool { !unknownForms.contains(statement.form) }

  /// Compares every touched link with what was meant, and settles what is unknown where the catalog
  /// can tell.
  package func settle(_ run: inout Run, _ works: [ChangeWork], by catalog: Snapshot) {
    let current = CurrentCatalog(catalog)
    for work in works {
      let last = work.indices.last { run.results[$0].status != .notAttempted }
      guard let last else { continue }
      settle(&run.results[last], of: work.change, work.position(of: last), in: current)
    }
  }

  /// What the catalog says of one of a change's statements.
  @discardableResult
  func settle(
    _ result: inout Run.Result,
    of change: LinkChange,
    _ position: Int,
    in catalog: CurrentCatalog
  ) -> Standing {
    result.settle(change, position, in: catalog, by: tagger)
  }
}
