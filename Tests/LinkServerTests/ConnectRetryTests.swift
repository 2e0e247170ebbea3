import LinkCore
import LinkServer
import Synchronization
import Testing

/// Connecting is tried again, not for ever and not by everybody at once; in time that costs none.
@Suite struct ConnectRetryTests {
  private static let refused = ServerError(code: 2002, sqlState: "HY000", message: "refused")

  /// One client: when it tried, and whether it got through.
  private static func client(
    _ seed: UInt64,
    serverIsBackAfter down: Duration,
    tryTakes: Duration = .zero,
    error: ServerError = refused
  ) -> (tries: [Duration], isConnected: Bool, end: Duration) {
    let pacing = VirtualPacing(seed)
    var tries: [Duration] = []
    let outcome = Result { () throws(ServerError) in
      try ConnectRetry(pacing: pacing).run { () throws(ServerError) in
        tries.append(pacing.now)
        pacing.pass(tryTakes)
        if pacing.now < down { throw error }
      } waiting: { _, _, _ in
      }
    }
    return (tries, (try? outcome.get()) != nil, pacing.now)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `A hundred clients that lose a server do not storm it`(run: UInt64) {
    var perSecond: [Int64: Int] = [:]
    var count = 0
    var connected = 0
    for client in 0..<100 as Range<UInt64> {
      let (tries, isConnected, _) = Self.client(run * 100 + client, serverIsBackAfter: .seconds(30))
      count += tries.count
      connected += isConnected ? 1 : 0
      // All come at once the first time: that is their own doing.
      for time in tries.dropFirst() { perSecond[time.components.seconds, default: 0] += 1 }
    }
    #expect(count <= 600)
    #expect((perSecond.values.max() ?? 0) <= 25)
    #expect(connected >= 90)
  }

  @Test func `Gives up after six tries and a minute, however long a try takes`() {
    for seed in 0..<200 as Range<UInt64> {
      for tryTakes in [Duration.zero, .seconds(3), .seconds(10)] {
        let (tries, isConnected, end) = Self.client(
          seed,
          serverIsBackAfter: .seconds(3_600),
          tryTakes: tryTakes
        )
        #expect(!isConnected && tries.count <= 6 && tries.count > 1 && end <= .seconds(60))
      }
    }
  }

  @Test(arguments: [1045, 1049, 1044, 2005, 2026, 5010, 0])
  func `What stays as it is is not tried again`(code: Int) {
    let error = ServerError(code: code, sqlState: "HY000", message: "no")
    let (tries, _, _) = Self.client(1, serverIsBackAfter: .seconds(1), error: error)
    #expect(tries.count == 1)
  }

  @Test(arguments: [2002, 2003, 2006, 2013, 1040, 1053])
  func `What may pass is tried again`(code: Int) {
    let error = ServerError(code: code, sqlState: "HY000", message: "no")
    let (_, isConnected, _) = Self.client(1, serverIsBackAfter: .milliseconds(1), error: error)
    #expect(isConnected)
  }

  @Test func `Stops waiting where somebody asks for it`() {
    let pacing = VirtualPacing(1, isPatient: false)
    var tries = 0
    #expect(throws: Self.refused) {
      try ConnectRetry(pacing: pacing).run { () throws(ServerError) in
        tries += 1
        throw Self.refused
      } waiting: { _, _, _ in
      }
    }
    #expect(tries == 1)
  }

  @Test func `Connects to a server that comes up late`() throws {
    let port = try FreePort.find()
    let settings = ServerSettings(
      ServerAddress(user: "u", host: "127.0.0.1", port: port),
      encryption: .off,
      limits: .init(connect: 1, read: 1, write: 1)
    )
    var errors: [Int] = []
    var listener: Listener?
    #expect(throws: ServerError.self) {
      try ConnectRetry(tries: 2, pacing: VirtualPacing(3)).run { () throws(ServerError) in
        try RemoteServer(settings)
      } waiting: { error, _, next in
        errors.append(error.code)
        #expect(next == 2)
        listener = try? Listener(port: port)
      }
    }
    // The second one came through to somebody, who said nothing.
    #expect(errors == [2002] && listener != nil)
  }
}

/// Time that passes only by waiting, and chance that is the same each time.
private final class VirtualPacing: Pacing {
  private let time = Mutex(Duration.zero)
  private let state: Mutex<UInt64>
  private let isPatient: Bool

  init(_ seed: UInt64, isPatient: Bool = true) {
    state = Mutex(seed)
    self.isPatient = isPatient
  }

  var now: Duration { time.withLock { $0 } }

  func pass(_ span: Duration) {
    time.withLock { $0 += span }
  }

  func wait(_ span: Duration) -> Bool {
    pass(span)
    return isPatient
  }

  /// SplitMix64.
  func random(upTo limit: Duration) -> Duration {
    let bits = state.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    return limit * (Double(bits >> 11) / Double(1 << 53))
  }
}
