import Foundation
import Glibc

/// A port of loopback that nobody listens on.
enum FreePort {
  struct None: Error {}

  static func find() throws -> Int {
    let listener = try Listener(backlog: 1)
    return listener.port
  }
}

/// Listens on a port of loopback and says nothing.
final class Listener {
  let port: Int
  private let number: Int32

  init(port: Int = 0, backlog: Int32 = 8) throws {
    number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let number = number
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(number, address, length) == 0 && listen(number, backlog) == 0
          && getsockname(number, address, &length) == 0
      }
    }
    guard isBound else { throw FreePort.None() }
    self.port = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit {
    close(number)
  }

  /// Says something to whoever comes next, and nothing more.
  func greet(with bytes: [UInt8]) {
    let number = number
    Thread.detachNewThread {
      let guest = accept(number, nil, nil)
      _ = bytes.withUnsafeBytes { send(guest, $0.baseAddress, $0.count, 0) }
    }
  }
}
