internal import Glibc
internal import Synchronization

/// Whether somebody has asked this process to stop, by SIGINT or SIGTERM.
enum Interruption {
  private static let first = Atomic<Int32>(0)
  /// Where signals are told to whom waits for them; -1 while nobody does.
  private static let bell = Atomic<Int32>(-1)

  /// The signal that came first, `nil` while none has.
  static var requested: Int32? {
    let signal = first.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// From now on the first signal is only noted, and interrupts a read that waits for an answer; a
  /// second one ends the process, at once unless an `InterruptionWatch` has a last word.
  static func watch() {
    first.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      Interruption.note(signal)
    }
    for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
  }

  /// Has the number of each signal written to an open file, as a byte; to none by -1.
  static func ring(_ number: Int32) {
    bell.store(number, ordering: .sequentiallyConsistent)
    if number == -1, requested != nil { leaveToSystem() }
  }

  /// Does only what a signal handler may.
  private static func note(_ signal: Int32) {
    let isFirst = first.compareExchange(expected: 0, desired: signal, ordering: .relaxed).exchanged
    let bell = bell.load(ordering: .sequentiallyConsistent)
    if bell != -1 {
      let reason = errno
      var byte = UInt8(truncatingIfNeeded: signal)
      _ = write(bell, &byte, 1)
      errno = reason
    }
    if bell == -1 || !isFirst { leaveToSystem() }
  }

  private static func leaveToSystem() {
    Glibc.signal(SIGINT, SIG_DFL)
    Glibc.signal(SIGTERM, SIG_DFL)
  }
}
