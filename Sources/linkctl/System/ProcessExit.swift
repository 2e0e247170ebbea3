internal import Glibc

/// The one place where the process ends itself.
enum ProcessExit {
  /// Ends the process with a code; nothing is left to be flushed.
  static func leave(_ code: Int32) -> Never {
    exit(code)
  }

  /// Ends the process as if a signal had, whatever its other threads do.
  static func leave(bySignal signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    kill(getpid(), signal)
    // The signal is for a thread that does not block it, and may take a moment.
    sleep(1)
    _exit(128 + signal)
  }
}
