internal import CMariaDB
internal import LinkCore

/// What connecting takes beside options: where to, who, with which password.
struct Login {
  private let address: ServerAddress
  private let password: Secret

  init(_ settings: ServerSettings) {
    address = settings.address
    password = settings.password ?? Secret("")
  }

  /// Connects and waits until it is done; whether it worked.
  func connect(_ handle: UnsafeMutablePointer<MYSQL>) -> Bool {
    // With a host a socket would be ignored without a word.
    let host = address.socket == nil ? address.host : nil
    return Self.withText(host) { host in
      Self.withText(address.database) { database in
        Self.withText(address.socket) { socket in
          password.reveal { password in
            let port = UInt32(address.port)
            return mysql_real_connect(
              handle,
              host,
              address.user,
              password,
              database,
              port,
              socket,
              0
            ) != nil
          }
        }
      }
    }
  }

  private static func withText<Result>(
    _ text: String?,
    _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withCString(body)
  }
}
