internal import LinkCore

/// One connection's side of the protocol, as values: bytes come in, what is to be done comes out.
struct Conversation {
  /// What is to be done next.
  enum Step: Hashable {
    case send([UInt8])
    /// The connection is over once this is sent.
    case end([UInt8])
    /// The answer to it is due before anything else is read.
    case work(Work)
  }

  /// What needs the catalog.
  enum Work: Hashable {
    /// The first of all; whoever is refused here is not let in.
    case open(database: String?)
    case use(String)
    case query(String)
    case reset
  }

  private enum State {
    case greeted
    case askedAgain(LoginRequest)
    case opening
    case ready
    case over
  }

  /// Nobody needs more to log in.
  private static let loginLimit = 64 << 10

  private let greeting: Greeting
  private let account: Account
  private let limit: Int
  private var reader: PacketReader
  private var capabilities: Capabilities = []
  private var state = State.greeted
  /// Of the packet that is answered.
  private var sequence: UInt8 = 0

  /// Statements may have so many bytes.
  init(_ greeting: Greeting, account: Account, limit: Int) {
    self.greeting = greeting
    self.account = account
    self.limit = limit
    reader = PacketReader(limit: Self.loginLimit, sequence: 1)
  }

  /// The first bytes on the connection.
  var opening: [UInt8] {
    Reply(capabilities: [], sequence: 0).packet(greeting.payload)
  }

  /// Whether the client has been let in.
  var isOpen: Bool {
    if case .ready = state { true } else { false }
  }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    reader.append(bytes)
  }

  /// What the bytes that came in ask for; `nil` while there is nothing to do.
  mutating func next() -> Step? {
    if case .over = state { return nil }
    do throws(PacketProblem) {
      guard let packet = try reader.next() else { return nil }
      sequence = packet.sequence
      return step(packet.payload)
    } catch {
      return end(ServerError(error, limit: reader.limit))
    }
  }

  /// What is sent once work has been done.
  mutating func answer(_ answer: Answer) -> Step {
    if case .opening = state {
      if case .refused(let error) = answer { return end(error) }
      state = .ready
      reader.limit = limit
    }
    return .send(reply.bytes(answer))
  }

  // MARK: Packets

  private mutating func step(_ payload: [UInt8]) -> Step {
    switch state {
    case .greeted: logIn(payload)
    case .askedAgain(let request): admit(request, proof: payload)
    case .opening, .ready: run(Command(payload))
    case .over: .end([])
    }
  }

  private mutating func logIn(_ payload: [UInt8]) -> Step {
    guard let request = LoginRequest(payload) else {
      let flags = payload.prefix(4)
      let wantsTLS = flags.count == 4 && flags[1] & UInt8(Capabilities.tls.rawValue >> 8) != 0
      return end(wantsTLS ? .noEncryption : .badHandshake)
    }
    capabilities = request.capabilities
    if let plugin = request.plugin, plugin != Greeting.plugin {
      state = .askedAgain(request)
      // The request and what it is answered with count on.
      reader.sequence = sequence &+ 2
      return .send(reply.packet(greeting.pluginRequest))
    }
    return admit(request, proof: request.proof)
  }

  private mutating func admit(_ request: LoginRequest, proof: [UInt8]) -> Step {
    guard account.accepts(request.user, proof: proof, of: greeting.challenge) else {
      return end(.accessDenied(to: request.user, usingPassword: !proof.isEmpty))
    }
    state = .opening
    return .work(.open(database: request.database))
  }

  private mutating func run(_ command: Command) -> Step {
    switch command {
    case .quit: endQuietly()
    case .query(let sql): .work(.query(sql))
    case .use(let database): .work(.use(database))
    case .reset: .work(.reset)
    case .ping: .send(reply.bytes(.done()))
    case .setOption: .send(reply.packet(reply.end))
    case .statistics: .send(reply.text("The sandbox keeps no statistics"))
    case .notText: .send(reply.bytes(.refused(.notText)))
    case .prepare: .send(reply.bytes(.refused(.notPrepared)))
    case .unknown(let code): .send(reply.bytes(.refused(.unknownCommand(code))))
    }
  }

  private var reply: Reply {
    Reply(capabilities: capabilities, sequence: sequence &+ 1)
  }

  private mutating func end(_ error: ServerError) -> Step {
    state = .over
    return .end(reply.bytes(.refused(error)))
  }

  private mutating func endQuietly() -> Step {
    state = .over
    return .end([])
  }
}
