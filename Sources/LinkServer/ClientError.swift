internal import CMariaDB
internal import LinkCore

/// The client library's own errors in words: its texts may hold bytes that it has not written.
enum ClientError {
  /// Whether the library counts its own errors with this number.
  ///
  /// SingleStore has numbers of its own above 2100.
  static func isNumber(_ code: UInt32) -> Bool {
    (2_000..<2_100).contains(code) || (5_000..<6_000).contains(code)
  }

  /// What happened to an open connection.
  static func text(_ handle: UnsafeMutablePointer<MYSQL>) -> String {
    switch Int32(bitPattern: mysql_errno(handle)) {
    case CR_SERVER_GONE_ERROR, CR_SERVER_LOST:
      "the connection was lost, or the time limit passed, while the statement was under way"
    case CR_UNKNOWN_ERROR: "the server asked for a file of this machine, which it is not given"
    case CR_MALFORMED_PACKET: "the server's answer is none of the MySQL protocol"
    case CR_NET_PACKET_TOO_LARGE: "the server's answer is too large"
    case let code: "the MySQL client library reports its error \(code)"
    }
  }

  /// Why no connection was made.
  static func text(
    _ handle: UnsafeMutablePointer<MYSQL>,
    _ settings: ServerSettings
  ) -> String {
    let address = settings.address
    let place = address.socket.map { "socket \($0)" } ?? "\(address.host):\(address.port)"
    switch Int32(bitPattern: mysql_errno(handle)) {
    case CR_CONNECTION_ERROR, CR_CONN_HOST_ERROR, CR_IPSOCK_ERROR, CR_SOCKET_CREATE_ERROR:
      // The number that the library has for its reason is right for sockets alone.
      return "nothing answers at \(place)\(address.socket == nil ? "" : reason(handle))"
    case CR_UNKNOWN_HOST: return "no host is called \(address.host)"
    case CR_SERVER_LOST, CR_SERVER_GONE_ERROR:
      return "\(place) did not complete the login within \(settings.limits.connect) s, or hung up"
    case CR_SSL_CONNECTION_ERROR: return "no verified TLS with \(place)\(reason(handle))"
    case CR_MALFORMED_PACKET, CR_SERVER_HANDSHAKE_ERR, CR_VERSION_ERROR:
      return "\(place) does not speak the MySQL protocol"
    case CR_PLUGIN_NOT_ALLOWED, CR_AUTH_PLUGIN_CANNOT_LOAD, CR_AUTH_PLUGIN_ERR:
      return settings.allowsClearPassword
        ? "the server asks for a way to log in that linkctl does not go"
        : "the server asks for a way to log in that linkctl does not go; where JWT or PAM need the"
          + " password as it is, set auth: clear"
    case let code: return "the MySQL client library reports its error \(code)"
    }
  }

  /// The reason in the library's text, where it is one that a person can read.
  private static func reason(_ handle: UnsafeMutablePointer<MYSQL>) -> String {
    let bytes = String(cString: mysql_error(handle)).utf8
    guard bytes.count <= 300, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return "" }
    return ": " + String(decoding: bytes, as: UTF8.self)
  }
}
