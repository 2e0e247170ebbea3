internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// What all connections of a server share.
final class ListenerContext: Sendable {
  let account: Account
  let open: CatalogOpening
  let pool: NIOThreadPool
  let connections = OpenChannels()
  private let faults: FaultPlan
  private let observe: SandboxListener.Observer
  private let lastConnection = Atomic<UInt32>(0)

  init(
    _ settings: SandboxListener.Settings,
    pool: NIOThreadPool,
    open: @escaping CatalogOpening,
    observe: @escaping SandboxListener.Observer
  ) {
    account = settings.account
    faults = FaultPlan(settings.faults)
    self.pool = pool
    self.open = open
    self.observe = observe
  }

  /// Counted from 1.
  func nextConnection() -> UInt32 {
    lastConnection.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Whether nothing ever goes wrong.
  var hasNoFaults: Bool { faults.isEmpty }

  /// What faults do to a piece of work; they are about statements alone.
  func fire(at work: Conversation.Work, of connection: UInt32) -> FaultPlan.Fired {
    guard case .query(let sql) = work else { return FaultPlan.Fired() }
    let fired = faults.fire(at: sql)
    for fault in fired.news { observe(fault, connection) }
    return fired
  }
}

/// The connections that stand.
final class OpenChannels: Sendable {
  private static let most = 256
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  /// False where there are too many.
  func add(_ channel: any Channel) -> Bool {
    channels.withLock { channels in
      guard channels.count < Self.most else { return false }
      channels[ObjectIdentifier(channel)] = channel
      return true
    }
  }

  func remove(_ channel: any Channel) {
    channels.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(channel)) }
  }

  var all: [any Channel] { channels.withLock { Array($0.values) } }
}
