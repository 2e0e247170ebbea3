internal import CMariaDB
internal import LinkCore

/// Sets the options of a handle that is not connected yet.
struct ConnectionOptions {
  private let handle: UnsafeMutablePointer<MYSQL>

  /// Statements and answers beyond this are no part of any use of links; in bytes.
  static let largestPacket = 64 << 20

  init(_ handle: UnsafeMutablePointer<MYSQL>) {
    self.handle = handle
  }

  /// False where the library does not take one: nothing must be left to its defaults.
  func set(_ settings: ServerSettings) -> Bool {
    setTransport(settings) && setSecurity(settings.encryption)
      && set(MARIADB_OPT_RESTRICTED_AUTH, Self.plugins(settings).joined(separator: ","))
      && set(MYSQL_OPT_LOCAL_INFILE, UInt32(0)) && set(MYSQL_OPT_RECONNECT, CChar(0))
      && set(MYSQL_SET_CHARSET_NAME, "utf8mb4")
      && set(MYSQL_OPT_MAX_ALLOWED_PACKET, Self.largestPacket)
  }

  private func setTransport(_ settings: ServerSettings) -> Bool {
    let isSocket = settings.address.socket != nil
    // Without being told, the library takes `localhost` for a socket.
    let transport = isSocket ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP
    let limits = settings.limits
    return set(MYSQL_OPT_PROTOCOL, transport.rawValue)
      && set(MYSQL_OPT_CONNECT_TIMEOUT, limits.connect)
      && set(MYSQL_OPT_READ_TIMEOUT, limits.read) && set(MYSQL_OPT_WRITE_TIMEOUT, limits.write)
  }

  private func setSecurity(_ encryption: ServerSettings.Encryption) -> Bool {
    switch encryption {
    case .off: set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, CChar(0))
    case .host(let authorities): setSecurity(authorities, verifyingHost: 1)
    case .authority(let authorities): setSecurity(authorities, verifyingHost: 0)
    }
  }

  /// The library looks at names only where it is also told the authorities.
  private func setSecurity(_ authorities: Authorities, verifyingHost: CChar) -> Bool {
    let areSet =
      switch authorities {
      case .file(let path): set(MYSQL_OPT_SSL_CA, path)
      case .folder(let path): set(MYSQL_OPT_SSL_CAPATH, path)
      }
    return areSet && set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, verifyingHost)
      && set(MARIADB_OPT_TLS_VERSION, "TLSv1.2,TLSv1.3")
  }

  /// What a server may ask to be proven by; the library loads nothing else.
  ///
  /// Without encryption, SHA-2 has the password encrypted with a key that the server hands over: any
  /// server's.
  private static func plugins(_ settings: ServerSettings) -> [String] {
    let native = ["mysql_native_password"]
    guard settings.encryption != .off else { return native }
    let hashing = native + ["caching_sha2_password"]
    return settings.allowsClearPassword ? hashing + ["mysql_clear_password"] : hashing
  }

  private func set<Value: BitwiseCopyable>(_ option: mysql_option, _ value: Value) -> Bool {
    withUnsafeBytes(of: value) { mysql_options(handle, option, $0.baseAddress) == 0 }
  }

  private func set(_ option: mysql_option, _ text: String) -> Bool {
    text.withCString { mysql_options(handle, option, $0) == 0 }
  }
}
