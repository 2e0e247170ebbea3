/// Sends statements over one connection, one after the other, and finds out what became of one whose
/// reply was lost.
package struct ChangeSender {
  private let applier: Applier
  private let hooks: ApplyHooks
  private let total: Int
  /// `nil` after a connection was lost, and before the first statement where none was given.
  package private(set) var server: (any Server)?
  /// What was seen beforehand of the link whose turn it is; for one statement.
  private var sighting: Sighting?

  /// For a plan of so many statements; opens a connection where it is given none.
  package init(
    _ applier: Applier,
    total: Int,
    hooks: ApplyHooks,
    over server: (any Server)? = nil
  ) {
    self.applier = applier
    self.total = total
    self.hooks = hooks
    self.server = server
  }

  /// Does what is left of a change, and says what became of its statements.
  package mutating func send(_ work: ChangeWork, seen: Sighting? = nil) -> [Run.Result] {
    sighting = seen
    var results = work.untouched
    // A link is not dropped where it could not be created again.
    let isKnown = work.toDo.allSatisfy(applier.isKnown)
    for position in results.indices {
      guard hooks.mayGoOn() else { break }
      let index = work.indices.lowerBound + position
      hooks.observe(.begin(index: index, total: total, results[position].statement))
      if position < work.done {
        results[position].status = .already
      } else if isKnown {
        send(&results[position], index, of: work)
      } else {
        results[position].status = .failed
        results[position].failure = work.toDo.first { !applier.isKnown($0) }?.formIsUnknown
      }
      hooks.observe(.end(index: index, total: total, results[position]))
      // A link that could not be dropped is not created again.
      if results[position].status.isTrouble { break }
    }
    return results
  }

  private mutating func send(_ result: inout Run.Result, _ index: Int, of work: ChangeWork) {
    do throws(JournalError) {
      try hooks.record(.intent(index: index, result.statement))
    } catch {
      result.status = .failed
      result.failure = Run.Failure(
        message: "the journal cannot be written (\(error.reason)), so the statement was not sent"
      )
      return
    }
    attempt(&result, index, of: work)
    if result.status == .unknown, settle(&result, index, of: work) {
      attempt(&result, index, of: work)
    }
    // The catalog tells what became of the statement, should the disk be full by now.
    try? hooks.record(.outcome(index: index, result.status, code: result.failure?.code))
  }

  private mutating func attempt(_ result: inout Run.Result, _ index: Int, of work: ChangeWork) {
    guard let sql = applier.rendered(result.statement),
      let server = cleared(&result, index, of: work)
    else { return }
    do throws(ServerError) {
      let answer = try server.run(Secret(sql.rendered))
      result.status = .applied
      result.failure = nil
      if result.statement.createsOnlyIfMissing, let warning = answer.warnings.first {
        result.status = .failed
        result.failure = Run.Failure(
          message: "somebody else created the link meanwhile, nothing was changed: \(warning)"
        )
      }
    } catch {
      if error.outcome == .unknown { self.server = nil }
      result.status = error.outcome == .notApplied ? .failed : .unknown
      result.failure = Run.Failure(error, endsRun: error.takesNoWrites ? .takesNoWrites : nil)
    }
  }

  /// The connection to send a statement over; `nil` where it must not be sent.
  private mutating func cleared(
    _ result: inout Run.Result,
    _ index: Int,
    of work: ChangeWork
  ) -> (any Server)? {
    do throws(ServerError) {
      guard let refusal = try refusal(of: work.position(of: index), in: work.change) else {
        return server
      }
      result.failure = refusal
    } catch {
      // A connection that was lost while it was asked something is lost for the rest as well.
      server = nil
      result.failure = Run.Failure(error, endsRun: .isUnreachable)
    }
    result.status = .failed
    return nil
  }

  /// Why a statement is not sent; a connection that turns out to be lost when it is asked is opened
  /// anew, for a question may be asked twice.
  private mutating func refusal(
    of position: Int,
    in change: LinkChange
  ) throws(ServerError) -> Run.Failure? {
    let isOpen = server != nil
    let seen = sighting.take()
    do throws(ServerError) {
      return try hooks.safeguard.refusal(
        of: position,
        in: change,
        over: try connected(),
        seen: seen
      )
    } catch {
      guard isOpen, !error.isAnswer else { throw error }
      server = nil
      return try hooks.safeguard.refusal(of: position, in: change, over: try connected())
    }
  }

  private mutating func connected() throws(ServerError) -> any Server {
    if let server { return server }
    let fresh = try hooks.connect()
    server = fresh
    return fresh
  }

  /// Asks the catalog what became of a statement; whether it shows that nothing did, so that the
  /// statement can be sent once more.
  private mutating func settle(
    _ result: inout Run.Result,
    _ index: Int,
    of work: ChangeWork
  ) -> Bool {
    guard hooks.mayGoOn(), let server = try? connected(),
      let catalog = try? hooks.readCatalog(server)
    else { return false }
    let position = work.position(of: index)
    return applier.settle(&result, of: work.change, position, in: CurrentCatalog(catalog))
      == .before
  }
}

extension Run.Status {
  package var isTrouble: Bool { self == .failed || self == .unknown }
}

extension Statement {
  fileprivate var createsOnlyIfMissing: Bool {
    if case .create(.ifNotExists, _) = operation { true } else { false }
  }
}
