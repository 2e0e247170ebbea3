import Foundation
import Glibc

/// Both ends of a terminal: programs get the path of one, the test types and reads at the other.
final class PseudoTerminal {
  /// For a program's streams.
  let path: String
  private let number: Int32
  /// Keeps the terminal there after the program has ended.
  private let held: Int32
  private(set) var shown = ""

  private static let unlock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init() throws {
    number = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var no: Int32 = 0
    var index: UInt32 = 0
    guard number >= 0, ioctl(number, Self.unlock, &no) == 0,
      ioctl(number, Self.getNumber, &index) == 0
    else { throw SpawnError(code: errno) }
    path = "/dev/pts/\(index)"
    held = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  deinit {
    close(held)
    close(number)
  }

  /// Types something, such as `yes\n`, `\u{3}` for ^C, `\u{4}` for the end of input.
  func type(_ text: String) {
    var bytes = Array(text.utf8)
    write(number, &bytes, bytes.count)
  }

  /// Waits until a text is on the screen.
  func isShown(_ text: String) -> Bool {
    isTrueInTime {
      readMore()
      return shown.contains(text)
    }
  }

  /// Takes in all that was written so far.
  func readMore() {
    var wanted = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while poll(&wanted, 1, 0) == 1, wanted.revents & Int16(POLLIN) != 0 {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(number, &buffer, buffer.count)
      guard count > 0 else { return }
      shown += String(decoding: buffer[..<count], as: UTF8.self)
    }
  }
}
