/// Where a server listens and who logs in there; never a password.
package struct ServerAddress: Hashable, Sendable {
  package let user: String
  /// A name or an IP address, without brackets; empty where a socket stands in for it.
  package let host: String
  package let port: Int
  /// The database that the session starts in.
  package let database: String?
  /// The path of a unix socket on this machine, which is connected to instead of host and port.
  package let socket: String?

  package static let defaultPort = 3_306

  package init(
    user: String,
    host: String,
    port: Int = ServerAddress.defaultPort,
    database: String? = nil,
    socket: String? = nil
  ) {
    self.user = user
    self.host = host
    self.port = port
    self.database = database
    self.socket = socket
  }

  /// Whether nothing that is sent leaves this machine.
  package var isLocal: Bool { socket != nil || Self.isLoopback(host) }

  private static func isLoopback(_ host: String) -> Bool {
    let name = host.asciiLowercased
    if name.isIdentical(to: "localhost") || name.isIdentical(to: "::1") { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? UInt8($0) : nil }
    return parts.count == 4 && numbers.count == 4 && numbers[0] == 127
  }
}

extension ServerAddress: CustomStringConvertible {
  /// As headers and documents name it: without the user, and without what goes without saying.
  package var description: String {
    let isIPv6 = host.utf8.contains(UInt8(ascii: ":"))
    var text = "singlestore://" + (isIPv6 ? "[\(host)]" : host)
    if port != Self.defaultPort { text += ":\(port)" }
    if let database { text += "/" + database }
    if let socket { text += "?socket=" + socket }
    return text
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
