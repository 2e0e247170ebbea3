internal import Glibc
internal import LinkCore

/// Calls something again and again on a thread of its own, from a first time on until it is stopped.
final class Ticker {
  private let task: Task
  private let thread: SystemThread

  /// `nil` where the system gives no thread or pipe.
  init?(after first: Duration, every interval: Duration, _ tick: @escaping @Sendable () -> Void) {
    guard let task = Task(first, interval, tick), let thread = SystemThread({ task.loop() }) else {
      return nil
    }
    self.task = task
    self.thread = thread
  }

  /// Waits until a call under way has come to its end; there is none after it.
  func stop() {
    task.end()
    thread.join()
  }

  /// What the thread does, handed over to it.
  private final class Task: Sendable {
    private let first: Int32
    private let interval: Int32
    private let tick: @Sendable () -> Void
    /// The thread waits at one end until nobody holds the other.
    private let ends: (read: Int32, write: Int32)

    init?(_ first: Duration, _ interval: Duration, _ tick: @escaping @Sendable () -> Void) {
      var numbers: [Int32] = [0, 0]
      guard pipe(&numbers) == 0 else { return nil }
      for number in numbers { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
      ends = (numbers[0], numbers[1])
      self.first = first.milliseconds
      self.interval = interval.milliseconds
      self.tick = tick
    }

    deinit {
      close(ends.read)
    }

    func end() {
      close(ends.write)
    }

    func loop() {
      var wait = first
      while isGoingOn(after: wait) {
        tick()
        wait = interval
      }
    }

    private func isGoingOn(after milliseconds: Int32) -> Bool {
      var wanted = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
      return poll(&wanted, 1, milliseconds) == 0
    }
  }
}
