internal import CMariaDB
internal import LinkCore

// Errors that the server did not send, and what is known after them.
extension ServerError {
  /// What goes wrong on this side, without a number.
  static func ours(_ message: String, outcome: Outcome = .notApplied) -> ServerError {
    ServerError(code: 0, sqlState: "HY000", message: message, outcome: outcome)
  }

  static let notConnected = ServerError(
    code: Int(CR_SERVER_GONE_ERROR),
    sqlState: "HY000",
    message: "the connection was lost before; nothing was sent"
  )

  static let noEncryption = ServerError.ours(
    "the server offers no TLS; nothing was sent to it"
  )

  static let hostIsVerified = ServerError.ours(
    "this machine's MySQL client library cannot verify a certificate without the name of the host;"
      + " set tls.verify: full"
  )

  static func tooLong(_ length: Int, limit: Int) -> ServerError {
    .ours(
      "the statement has \(length) bytes, the server's max_allowed_packet is \(limit);"
        + " nothing was sent"
    )
  }

  func withOutcome(_ outcome: Outcome) -> ServerError {
    ServerError(code: code, sqlState: sqlState, message: message, outcome: outcome)
  }

  /// What the handle's last call on an open connection ended with.
  init(_ handle: UnsafeMutablePointer<MYSQL>) {
    let code = mysql_errno(handle)
    let isLost = mysql_get_socket(handle) == -1
    let isOfLibrary = isLost || ClientError.isNumber(code)
    self.init(
      code: Int(code),
      sqlState: String(cString: mysql_sqlstate(handle)),
      message: isOfLibrary ? ClientError.text(handle) : String(cString: mysql_error(handle)),
      outcome: isOfLibrary || Self.interrupting.contains(code) ? .unknown : .notApplied
    )
  }

  /// Whether the server itself has said this, so that the next answer is the next statement's.
  var isWholeAnswer: Bool {
    outcome == .notApplied || Self.interrupting.contains(UInt32(clamping: code))
  }

  /// With these a server cuts short what it has begun: shutdown, KILL, a limit of time.
  private static let interrupting: Set<UInt32> = [1053, 1317, 1927, 1928, 3024]

  /// Whether connecting may work in a moment: nobody listens, the server hangs up, or has no room.
  ///
  /// A wrong password, a wrong certificate and a name that nobody knows stay as they are.
  package var mayPass: Bool {
    let passing = [
      CR_CONNECTION_ERROR, CR_CONN_HOST_ERROR, CR_SERVER_GONE_ERROR, CR_SERVER_LOST, 1_040, 1_053,
    ]
    return passing.contains(Int32(clamping: code))
  }

  /// Why a connection was not made.
  static func connecting(
    _ handle: UnsafeMutablePointer<MYSQL>,
    _ settings: ServerSettings
  ) -> ServerError {
    ServerError(
      code: Int(mysql_errno(handle)),
      sqlState: String(cString: mysql_sqlstate(handle)),
      message: ClientError.isNumber(mysql_errno(handle))
        ? ClientError.text(handle, settings) : String(cString: mysql_error(handle))
    )
  }
}
