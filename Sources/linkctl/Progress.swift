internal import LinkCore
internal import Synchronization

/// How far a command is that takes more than a moment: one line on a terminal, written over again
/// and wiped away at the end; several threads may count.
final class Progress: Sendable {
  fileprivate struct State {
    var words = ""
    var total = 0
    var noun = ""
    var done = 0
    var isOnScreen = false
  }

  private let state = Mutex(State())

  private static let wipe = "\r\u{1B}[K"

  /// Goes on to something that is counted up to a total.
  func begin(_ words: String, of total: Int = 0, _ noun: String = "") {
    state.withLock { state in
      (state.words, state.total, state.noun, state.done) = (words, total, noun, 0)
    }
  }

  /// One more is done.
  func advance() {
    state.withLock { $0.done += 1 }
  }

  /// Shows it while something runs that takes longer than a moment.
  func shown<Result>(
    on output: Output,
    after first: Duration = .seconds(1),
    every interval: Duration = .milliseconds(200),
    _ body: () throws -> Result
  ) rethrows -> Result {
    let ticker = Ticker(after: first, every: interval) { self.draw(on: output) }
    defer {
      ticker?.stop()
      clear(on: output)
    }
    return try body()
  }

  /// Makes room for something else, until it is drawn again.
  func clear(on output: Output) {
    state.withLock { state in
      guard state.isOnScreen else { return }
      state.isOnScreen = false
      try? output.write(Self.wipe, to: .message)
    }
  }

  private func draw(on output: Output) {
    state.withLock { state in
      guard !state.words.isEmpty else { return }
      state.isOnScreen = true
      try? output.write(Self.wipe + state.line, to: .message)
    }
  }
}

extension Progress.State {
  /// `reading 1,200 of 20,000 files …`.
  fileprivate var line: String {
    total == 0 ? "\(words) …" : "\(words) \(done.grouped) of \(total.grouped) \(noun) …"
  }
}
