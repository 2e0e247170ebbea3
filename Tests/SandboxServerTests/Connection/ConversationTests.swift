import LinkCore
import LinkSeal
import Testing

@testable import SandboxServer

@Suite struct ConversationTests {
  private static let greeting = Greeting(connection: 1, challenge: [UInt8](1...20))

  private func conversation(password: String? = nil) -> Conversation {
    Conversation(
      Self.greeting,
      account: Account(password: password.map { Secret($0) }, hash: Digest.sha1),
      limit: 1_000
    )
  }

  /// One that a client has logged in to.
  private func open(_ capabilities: UInt32 = WireClient.usual) -> Conversation {
    var conversation = conversation()
    conversation.take(packet(1, WireClient.login(capabilities)))
    _ = conversation.next()
    _ = conversation.answer(.done())
    return conversation
  }

  private func refusal(_ error: ServerError, _ sequence: Int) -> Conversation.Step {
    .end(packet(sequence, Reply.refusal(error)))
  }

  @Test func `It begins with the greeting`() {
    #expect(conversation().opening == packet(0, Self.greeting.payload))
  }

  @Test func `A login opens the catalog, and is answered then`() {
    var conversation = conversation()
    conversation.take(packet(1, WireClient.login()))
    #expect(conversation.next() == .work(.open(database: nil)))
    #expect(!conversation.isOpen)
    #expect(conversation.answer(.done()) == .send(packet(2, [0, 0, 0, 2, 0, 0, 0])))
    #expect(conversation.isOpen)
  }

  @Test func `A catalog that cannot be opened ends it`() {
    var conversation = conversation()
    conversation.take(packet(1, WireClient.login()))
    _ = conversation.next()
    let error = ServerError(code: 1049, sqlState: "42000", message: "Unknown database")
    #expect(conversation.answer(.refused(error)) == refusal(error, 2))
    conversation.take(packet(0, [14]))
    #expect(conversation.next() == nil)
  }

  @Test(arguments: [("root", "secret"), ("admin", nil), ("", nil)])
  func `Who is not let in is told with 1045`(user: String, password: String?) {
    var conversation = conversation(password: password)
    conversation.take(packet(1, WireClient.login(user: user)))
    #expect(conversation.next() == refusal(.accessDenied(to: user, usingPassword: false), 2))
  }

  @Test func `A client of another plugin is asked once more`() {
    var conversation = conversation()
    let request = bytes(
      0,
      0x82,
      8,
      0,
      zeros(28),
      "root",
      0,
      2,
      1,
      1,
      "caching_sha2_password",
      0
    )
    conversation.take(packet(1, request))
    let again = bytes(0xFE, "mysql_native_password", 0, [UInt8](1...20), 0)
    #expect(conversation.next() == .send(packet(2, again)))
    conversation.take(packet(3, []))
    #expect(conversation.next() == .work(.open(database: nil)))
    #expect(conversation.answer(.done()) == .send(packet(4, [0, 0, 0, 2, 0, 0, 0])))
    conversation.take(packet(0, [14]))
    #expect(conversation.next() == .send(packet(1, [0, 0, 0, 2, 0, 0, 0])))
  }

  @Test func `Who wants TLS is told that there is none`() {
    var conversation = conversation()
    conversation.take(packet(1, bytes(0, 0x8A, 8, 0, zeros(28))))
    #expect(conversation.next() == refusal(.noEncryption, 2))
  }

  @Test(arguments: [[], [1], zeros(32), zeros(200)] as [[UInt8]])
  func `What is no login ends it`(payload: [UInt8]) {
    var conversation = conversation()
    conversation.take(packet(1, payload))
    #expect(conversation.next() == refusal(.badHandshake, 2))
  }

  @Test func `A login is not as long as a statement may be`() {
    var conversation = conversation()
    conversation.take([0xFF, 0xFF, 0xFF, 1])
    guard case .end(let bytes) = conversation.next() else {
      Issue.record("it goes on")
      return
    }
    #expect(bytes.dropFirst(4).prefix(3) == [0xFF, 0x81, 0x04])
  }

  static let commands: [([UInt8], Conversation.Step)] = [
    (bytes(1), .end([])),
    (bytes(2, "prod"), .work(.use("prod"))),
    (bytes(3, "SELECT 1"), .work(.query("SELECT 1"))),
    (bytes(3), .work(.query(""))),
    (bytes(14), .send(packet(1, [0, 0, 0, 2, 0, 0, 0]))),
    (bytes(27, 0, 0), .send(packet(1, [0xFE, 0, 0, 2, 0]))),
    (bytes(31), .work(.reset)),
    (bytes(9), .send(packet(1, bytes("The sandbox keeps no statistics")))),
    (bytes(3, 0xFF), .send(packet(1, Reply.refusal(.notText)))),
    (bytes(22, "SELECT ?"), .send(packet(1, Reply.refusal(.notPrepared)))),
    (bytes(4, "t", 0), .send(packet(1, Reply.refusal(.unknownCommand(4))))),
    (bytes(200), .send(packet(1, Reply.refusal(.unknownCommand(200))))),
    ([], .send(packet(1, Reply.refusal(.unknownCommand(0))))),
  ]

  @Test(arguments: commands)
  func `Each command has its step`(payload: [UInt8], step: Conversation.Step) {
    var conversation = open()
    conversation.take(packet(0, payload))
    #expect(conversation.next() == step)
  }

  @Test func `A number out of order ends it`() {
    var conversation = open()
    conversation.take(packet(1, [14]))
    guard case .end(let bytes) = conversation.next() else {
      Issue.record("it goes on")
      return
    }
    #expect(bytes.dropFirst(4).prefix(3) == [0xFF, 0x84, 0x04])
    conversation.take(packet(0, [14]))
    #expect(conversation.next() == nil)
  }

  @Test func `A client that knows better gets one end`() {
    var conversation = open(WireClient.usual | WireClient.deprecateEOF)
    conversation.take(packet(0, [27, 0, 0]))
    #expect(conversation.next() == .send(packet(1, [0xFE, 0, 0, 2, 0, 0, 0])))
  }
}
