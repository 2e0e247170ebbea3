internal import Glibc
internal import Synchronization

/// Whether somebody has asked this process to stop, by SIGINT or SIGTERM.
enum Interruption {
  private static let first = Atomic<Int32>(0)

  /// The signal that came first, `nil` while none has.
  static var requested: Int32? {
    let signal = first.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// From now on the first signal is only noted, and interrupts a read that waits for an answer; a
  /// second one ends the process at once.
  static func watch() {
    first.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      Interruption.note(signal)
    }
    for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
  }

  /// Does only what a signal handler may.
  private static func note(_ signal: Int32) {
    first.store(signal, ordering: .relaxed)
    Glibc.signal(SIGINT, SIG_DFL)
    Glibc.signal(SIGTERM, SIG_DFL)
  }
}
