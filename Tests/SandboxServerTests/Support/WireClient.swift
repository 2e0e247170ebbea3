import Glibc

/// The other end of a connection, byte by byte.
final class WireClient {
  /// PROTOCOL_41, SECURE_CONNECTION, PLUGIN_AUTH.
  static let usual: UInt32 = 1 << 9 | 1 << 15 | 1 << 19
  static let deprecateEOF: UInt32 = 1 << 24

  private let number: Int32

  /// The server ended the connection, or said nothing for too long.
  struct Over: Error {}

  init(port: Int) throws {
    number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let number = number
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        connect(number, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Over() }
  }

  deinit {
    close(number)
  }

  /// Nothing of it matters to a server that has ended the connection.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more will come.
  func finish() {
    shutdown(number, Int32(SHUT_WR))
  }

  func receive(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var part = [UInt8](repeating: 0, count: count - bytes.count)
      let got = recv(number, &part, part.count, 0)
      guard got > 0 else { throw Over() }
      bytes += part.prefix(got)
    }
    return bytes
  }

  /// All that comes until the server ends the connection.
  func receiveToEnd() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = recv(number, &part, part.count, 0)
      if got == 0 || (got < 0 && errno == ECONNRESET) { return bytes }
      guard got > 0 else { throw Over() }
      bytes += part.prefix(got)
    }
  }

  /// One packet's payload.
  func payload() throws -> [UInt8] {
    let head = try receive(4)
    return try receive(Int(head[0]) | Int(head[1]) << 8 | Int(head[2]) << 16)
  }

  func logIn(_ capabilities: UInt32 = usual, user: String = "root") throws {
    _ = try payload()
    send(packet(1, Self.login(capabilities, user: user)))
    guard try payload().first == 0 else { throw Over() }
  }

  static func login(_ capabilities: UInt32 = usual, user: String = "root") -> [UInt8] {
    let flags = (0..<4).map { UInt8(truncatingIfNeeded: capabilities >> (8 * $0)) }
    return bytes(flags, zeros(4), 45, zeros(23), user, 0, 0, "mysql_native_password", 0)
  }

  func query(_ sql: String) {
    send(packet(0, bytes(3, sql)))
  }

  /// Runs a statement that reads nothing; the payload of its answer.
  func run(_ sql: String) throws -> [UInt8] {
    query(sql)
    return try payload()
  }
}
