internal import Glibc
internal import Synchronization

/// Acts on signals from a thread of its own, for a process whose other threads may all be waiting for
/// an answer.
///
/// After the first signal, what hangs is given up, more than once: the last time for what was begun to
/// find out what became of it. At the second, a last word is said and the process ends by it.
final class InterruptionWatch {
  private let task: Task
  private let thread: SystemThread?

  /// Gives up after each of these times since the first signal.
  init(givingUpAfter delays: [Duration], _ giveUp: @escaping @Sendable () -> Void) {
    task = Task(delays, giveUp)
    let task = task
    thread = task.isReady ? SystemThread { task.run() } : nil
    if thread != nil { Interruption.ring(task.ends.write) }
  }

  /// Ends the watch; by the next signal the process ends, if there was one before.
  deinit {
    guard let thread else { return }
    Interruption.ring(-1)
    task.end()
    thread.join()
  }

  /// What is done right before the process ends by a second signal.
  func atLast(_ body: @escaping @Sendable () -> Void) {
    task.lastWord.withLock { $0 = body }
  }

  private final class Task: Sendable {
    let lastWord = Mutex<(@Sendable () -> Void)?>(nil)
    /// A pipe: signals are written into the one end, and read from the other.
    let ends: (read: Int32, write: Int32)
    private let delays: [Duration]
    private let giveUp: @Sendable () -> Void

    init(_ delays: [Duration], _ giveUp: @escaping @Sendable () -> Void) {
      var numbers: [Int32] = [-1, -1]
      if pipe(&numbers) != 0 { numbers = [-1, -1] }
      for number in numbers where number != -1 { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
      ends = (numbers[0], numbers[1])
      self.delays = delays
      self.giveUp = giveUp
    }

    deinit {
      for number in [ends.read, ends.write] where number != -1 { close(number) }
    }

    var isReady: Bool { ends.read != -1 }

    /// Written by nobody else: no signal has this number.
    private static let stop: UInt8 = 0

    func end() {
      var byte = Self.stop
      _ = write(ends.write, &byte, 1)
    }

    func run() {
      guard let first = next(within: nil), first != Self.stop else { return }
      let begin = ContinuousClock.now
      for delay in delays {
        if let signal = next(within: delay - begin.duration(to: .now)) { return take(signal) }
        giveUp()
      }
      if let signal = next(within: nil) { take(signal) }
    }

    private func take(_ signal: UInt8) {
      guard signal != Self.stop else { return }
      lastWord.withLock { $0?() }
      ProcessExit.leave(bySignal: Int32(signal))
    }

    /// The next byte; `nil` where the time is over first.
    private func next(within limit: Duration?) -> UInt8? {
      var wanted = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
      let milliseconds = limit.map { max(0, $0.milliseconds) } ?? -1
      guard poll(&wanted, 1, milliseconds) == 1 else { return nil }
      var byte = Self.stop
      _ = read(ends.read, &byte, 1)
      return byte
    }
  }
}
