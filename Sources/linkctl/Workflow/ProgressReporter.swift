internal import LinkCore
internal import Synchronization

/// Says how far an apply is; several threads may report.
///
/// A line for each statement as it ends, and on a terminal one for the statement under way, written
/// over again.
final class ProgressReporter: Sendable {
  private let session: Session
  /// Lines are the result itself, or stand beside one that is JSON.
  private let stream: Output.Stream
  private let begun = ContinuousClock.now
  private let said = Mutex<[Int: Run.Status]>([:])
  private let begunAt = Mutex<[Int: ContinuousClock.Instant]>([:])

  init(session: Session, format: ReportFormat) {
    self.session = session
    stream = format == .text ? .result : .message
  }

  func report(_ event: ApplyEvent) {
    switch event {
    case .begin(let index, let total, let statement):
      begunAt.withLock { $0[index] = .now }
      guard isLive else { return }
      let seconds = begun.duration(to: .now).components.seconds
      session.note(
        "\(Self.overwrite)[\(index + 1)/\(total)] \(statement.shownAction) (\(seconds) s)"
      )
    case .end(let index, let total, let result):
      if result.status != .already, let begin = begunAt.withLock({ $0[index] }) {
        session.trace(result.statement.preview, took: begin.duration(to: .now))
      }
      if isLive { session.note(Self.overwrite) }
      say(result, index, total)
    }
  }

  /// Says what became of the statements that have had no line yet, or another one: the catalog,
  /// read back, may know better.
  func finish(_ run: Run) {
    for (index, result) in run.results.enumerated() {
      let isSaid = said.withLock { $0[index] == result.status }
      if !isSaid { say(result, index, run.results.count) }
    }
  }

  /// A line that cannot be written must not keep the statements behind it from being reported; the
  /// summary fails as this one did.
  private func say(_ result: Run.Result, _ index: Int, _ total: Int) {
    said.withLock { $0[index] = result.status }
    let view = ResultView(index: index, total: total, result: result, shown: session.shown)
    if stream == .message { session.note(view.line) } else { try? session.result(view.line) }
  }

  private static let overwrite = "\r\u{1B}[K"

  private var isLive: Bool { session.terminal(of: .message).isTerminal }
}
