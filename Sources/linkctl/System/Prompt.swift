internal import Glibc

/// Answers that a person types.
enum Prompt {
  /// Longer than any answer.
  private static let longest = 4_096

  /// The next line without its line break; `nil` at the end of the input, where a signal asks to
  /// stop, where the line is too long, and where nothing can be read.
  static func readLine(
    from number: Int32 = 0,
    isInterrupted: () -> Bool = { Interruption.requested != nil }
  ) -> String? {
    var line: [UInt8] = []
    while line.count < longest {
      guard waitForInput(number, isInterrupted) else { return nil }
      var byte: UInt8 = 0
      switch read(number, &byte, 1) {
      case 1 where byte == 0x0A:
        return String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self)
      case 1:
        line.append(byte)
      case -1 where errno == EINTR || errno == EAGAIN:
        continue
      default:
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
      }
    }
    return nil
  }

  /// A signal may come right before the wait, so that it interrupts nothing: look again now and then.
  private static func waitForInput(_ number: Int32, _ isInterrupted: () -> Bool) -> Bool {
    var wanted = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while !isInterrupted() {
      let ready = poll(&wanted, 1, 100)
      if ready > 0 { return true }
      if ready == -1, errno != EINTR { return false }
    }
    return false
  }
}
