internal import Glibc

/// The one place where the process ends itself.
enum ProcessExit {
  /// Ends the process with a code; nothing is left to be flushed.
  static func leave(_ code: Int32) -> Never {
    exit(code)
  }
}
