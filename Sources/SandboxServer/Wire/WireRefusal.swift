internal import LinkCore

// What the server refuses before a statement gets to the catalog, with MySQL's numbers.
extension ServerError {
  static func accessDenied(to user: String, usingPassword: Bool) -> ServerError {
    let password = usingPassword ? "YES" : "NO"
    let message = "Access denied for user '\(user)'@'127.0.0.1' (using password: \(password))"
    return ServerError(code: 1045, sqlState: "28000", message: message)
  }

  static let badHandshake = ServerError(code: 1043, sqlState: "08S01", message: "Bad handshake")

  static let noEncryption = ServerError(
    code: 1043,
    sqlState: "08S01",
    message: "Bad handshake: the sandbox is for this machine alone, and has no TLS"
  )

  static let tooManyConnections = ServerError(
    code: 1040,
    sqlState: "08004",
    message: "Too many connections"
  )

  static let notPrepared = ServerError(
    code: 1295,
    sqlState: "HY000",
    message: "The sandbox has no prepared statements; send the statement as text"
  )

  static let notText = ServerError(
    code: 1300,
    sqlState: "HY000",
    message: "Invalid utf8mb4 character string"
  )

  static func unknownCommand(_ code: UInt8) -> ServerError {
    ServerError(code: 1047, sqlState: "08S01", message: "Unknown command \(code)")
  }

  static let shuttingDown = ServerError(
    code: 1053,
    sqlState: "08S01",
    message: "Server shutdown in progress"
  )

  init(_ problem: PacketProblem, limit: Int) {
    switch problem {
    case .outOfOrder:
      self.init(code: 1156, sqlState: "08S01", message: "Got packets out of order")
    case .tooLong:
      let message = "Got a packet bigger than 'max_allowed_packet' bytes (\(limit))"
      self.init(code: 1153, sqlState: "08S01", message: message)
    }
  }
}
