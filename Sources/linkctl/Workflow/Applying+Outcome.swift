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
    switch format {
    case .text: try session.result(view.summaryLine + "\n")
    case .json: try session.result(view.json(exit: exit))
    }
    return exit
  }
}

extension Run {
  /// What the outcome means to the caller.
  func exitCode(interruptedBy signal: Int32?) -> ExitCode {
    let isTroubled = count(of: .failed) + count(of: .unknown) > 0
    if isTroubled { return count(of: .applied) > 0 ? .partial : .failed }
    if !isVerified { return .partial }
    guard count(of: .notAttempted) > 0, let signal else { return .done }
    return .interrupted(by: signal)
  }
}
