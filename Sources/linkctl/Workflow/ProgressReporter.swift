internal import LinkCore

/// Says on stderr how far an apply is.
struct ProgressReporter {
  let session: Session
  let plan: Plan
  let format: ReportFormat

  private let begun = ContinuousClock.now

  init(session: Session, plan: Plan, format: ReportFormat) {
    self.session = session
    self.plan = plan
    self.format = format
  }

  func report(_ event: ApplyEvent) {
    switch event {
    case .begin(let index, let total, let statement):
      guard isLive else { return }
      let line = ProgressLine.text(index, total, statement, elapsed: begun.duration(to: .now))
      session.note("\r\u{1B}[K\(line)")
    case .end(let index, let total, _):
      if isLive, index == total - 1 { session.note("\r\u{1B}[K") }
    }
  }

  /// On a terminal one line is written over again; elsewhere the report's own lines do.
  private var isLive: Bool { session.terminal(of: .message).isTerminal }
}

/// `[2/12] replace prod.orders (3 s)`.
private enum ProgressLine {
  static func text(
    _ index: Int,
    _ total: Int,
    _ statement: Statement,
    elapsed: Duration
  ) -> String {
    let address = statement.address.description.shown
    return "[\(index + 1)/\(total)] \(statement.verb) \(address) (\(elapsed.components.seconds) s)"
  }
}
