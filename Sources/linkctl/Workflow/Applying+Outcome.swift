internal import LinkCore

extension Applying {
  func failure(_ refusal: ApplyRefusal) -> Failure {
    switch refusal {
    case .stale(let links):
      return Failure(
        .stale,
        "the catalog changed since the plan: \(StaleView(links: links).text); nothing was done,"
          + " plan again"
      )
    case .gate(let links):
      let names = links.map(\.description.shown).joined(separator: ", ")
      return Failure(
        .failed,
        "the statements for \(names) do not read back as they were meant; nothing was sent."
          + " Please report this"
      )
    case .server(let error):
      return Failure(.failed, session.shown(Run.Failure(error)))
    }
  }

  func report(_ run: Run, _ runID: String) throws -> ExitCode {
    let exit = run.exitCode(interruptedBy: Interruption.requested)
    let view = RunView(
      run: run,
      plan: plan,
      planDigest: work.document.planDigest,
      runID: runID,
      shown: { session.shown($0.message) }
    )
    session.show(run.findings, of: work.state.loaded.sources)
    switch format {
    case .text: try session.result(view.summaryLine + "\n")
    case .json: try session.result(view.json(exit: exit))
    }
    if exit != .done { session.note(wayOn(after: run)) }
    return try written(
      RunResult(view: view, document: work.document, exit: exit, shown: session.shown)
    )
  }

  /// The exit code of a run whose reports are written, or could not be: that changes nothing about
  /// what became of the statements.
  private func written(_ result: RunResult) throws -> ExitCode {
    do {
      try session.write(reports, of: result)
      return result.exit
    } catch let failure as Failure where result.exit != .done {
      session.error("linkctl: \(failure.message)\n")
      return result.exit
    }
  }

  /// The exact command that does the rest: a plan's statements that are done already are skipped.
  private func wayOn(after run: Run) -> String {
    let command = (["linkctl"] + session.commandLine).map(\.shown.quoted).joined(separator: " ")
    let reason =
      switch run.end {
      case .takesNoWrites: "the server takes no changes for now; once it does again, "
      case .isUnreachable: "the server cannot be reached; once it can, "
      case .lockIsLost: "the lock on the server was lost; "
      case nil where Interruption.requested != nil: "interrupted; "
      case nil: ""
      }
    return "linkctl: \(reason)go on with: \(command)\n"
  }
}

extension Run {
  /// What the outcome means to the caller.
  func exitCode(interruptedBy signal: Int32?) -> ExitCode {
    let isWhole = count(of: .applied) + count(of: .already) == results.count
    if let signal, !isWhole { return .interrupted(by: signal) }
    let isTroubled = count(of: .failed) + count(of: .unknown) > 0
    if isTroubled { return count(of: .applied) > 0 ? .partial : .failed }
    return isVerified ? .done : .partial
  }

  /// Why it ended before its end, where it was not for one link alone.
  fileprivate var end: Failure.End? {
    results.lazy.compactMap { $0.failure?.endsRun }.first
  }
}
