/// The server's first packet: who it is, what it can do, and a challenge for the password.
struct Greeting {
  static let plugin = "mysql_native_password"
  /// The version that SingleStore names in its greetings; by it nobody should tell what a server is.
  static let version = "5.7.32"
  /// `utf8mb4_general_ci`.
  static let characterSet = 45

  let connection: UInt32
  /// 20 bytes without NUL.
  let challenge: [UInt8]

  var payload: [UInt8] {
    let abilities = Capabilities.offered.rawValue
    var writer = WireWriter([10])
    writer.appendUntilNUL(Self.version)
    writer.append(connection, bytes: 4)
    writer.append(Array(challenge.prefix(8)) + [0])
    writer.append(abilities & 0xFFFF, bytes: 2)
    writer.append(Self.characterSet, bytes: 1)
    writer.append(Reply.autocommit, bytes: 2)
    writer.append(abilities >> 16, bytes: 2)
    writer.append(challenge.count + 1, bytes: 1)
    writer.append([UInt8](repeating: 0, count: 10))
    writer.append(Array(challenge.dropFirst(8)) + [0])
    writer.appendUntilNUL(Self.plugin)
    return writer.bytes
  }

  /// Asks a client that has proven itself in another way for the one that there is.
  var pluginRequest: [UInt8] {
    var writer = WireWriter([0xFE])
    writer.appendUntilNUL(Self.plugin)
    writer.append(challenge + [0])
    return writer.bytes
  }

  static func newChallenge() -> [UInt8] {
    (0..<20).map { _ in UInt8.random(in: 1...127) }
  }
}
