import Testing

@testable import SandboxServer

@Suite struct HandshakeTests {
  private static let challenge = [UInt8](1...20)

  @Test func `The greeting is of version 10`() {
    let greeting = Greeting(connection: 0x0102_0304, challenge: Self.challenge)
    #expect(
      greeting.payload
        == bytes(
          10,
          "5.7.32",
          0,
          4,
          3,
          2,
          1,
          [UInt8](1...8),
          0,
          0x0F,
          0xA7,
          45,
          2,
          0,
          0x3A,
          0x01,
          21,
          zeros(10),
          [UInt8](9...20),
          0,
          "mysql_native_password",
          0
        )
    )
  }

  @Test func `Neither TLS, compression, files nor several statements are offered`() {
    for bit in [5, 7, 11, 16] {
      #expect(!Capabilities.offered.contains(Capabilities(rawValue: 1 << UInt32(bit))))
    }
  }

  @Test func `A challenge has 20 bytes without NUL, and another one each time`() {
    let challenges = (0..<100).map { _ in Greeting.newChallenge() }
    #expect(challenges.allSatisfy { $0.count == 20 && !$0.contains(0) })
    #expect(Set(challenges).count == 100)
  }

  /// Flags of PROTOCOL_41 and SECURE_CONNECTION, and more by name.
  private static func login(_ flags: Capabilities, _ rest: [UInt8]) -> [UInt8] {
    let raw = flags.union(.required).rawValue
    let number = (0..<4).map { UInt8(truncatingIfNeeded: raw >> (8 * $0)) }
    return bytes(number, 0, 0, 0, 1, 45, zeros(23), rest)
  }

  @Test func `A login says who, with which proof, and where to`() throws {
    let request = try #require(
      LoginRequest(
        Self.login(
          [.connectWithDatabase, .pluginAuthentication, .lengthEncodedAuthentication],
          bytes("root", 0, 3, 7, 8, 9, "prod", 0, "mysql_native_password", 0)
        )
      )
    )
    #expect(request.user == "root")
    #expect(request.proof == [7, 8, 9])
    #expect(request.database == "prod")
    #expect(request.plugin == "mysql_native_password")
  }

  @Test func `What a client does not say it does not want`() throws {
    let request = try #require(LoginRequest(Self.login([], bytes("root", 0, 0))))
    #expect(request.proof == [])
    #expect(request.database == nil)
    #expect(request.plugin == nil)
    #expect(request.capabilities == .required)
  }

  @Test func `A login that ends too early is none, wherever it ends`() {
    let whole = Self.login(.lengthEncodedAuthentication, bytes("root", 0, 3, 7, 8, 9))
    #expect(LoginRequest(whole) != nil)
    for count in whole.indices {
      #expect(LoginRequest(Array(whole.prefix(count))) == nil, "\(count) bytes")
    }
  }

  @Test func `A client of an old protocol is no client`() {
    #expect(LoginRequest(bytes(0, 0x80, 0, 0, zeros(28), "root", 0, 0)) == nil)
    #expect(LoginRequest(bytes(0, 0x02, 0, 0, zeros(28), "root", 0, 0)) == nil)
  }
}
