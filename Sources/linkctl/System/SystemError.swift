internal import Glibc

/// A refusal of the operating system, by its `errno`.
struct SystemError: Error, Hashable {
  let code: Int32

  /// The refusal of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// In the system's words: `Permission denied`.
  var text: String { String(cString: strerror(code)) }
}

extension SystemError {
  /// The result of a call that gives -1 where it fails, made again for as long as a signal
  /// interrupts it.
  static func check<Number: FixedWidthInteger>(
    _ call: () -> Number
  ) throws(SystemError) -> Number {
    while true {
      let result = call()
      if result != -1 { return result }
      let error = last
      if error.code != EINTR { throw error }
    }
  }
}
