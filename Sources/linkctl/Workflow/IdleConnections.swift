internal import LinkCore
internal import Synchronization

/// Connections to one server that stand, and that nobody uses for now.
final class IdleConnections: Sendable {
  /// Whoever takes it has it alone.
  private struct Idle: @unchecked Sendable {
    let server: any Server
  }

  private let idle = Mutex<[Idle]>([])

  /// The one that was added last; `nil` where there is none.
  func take() -> (any Server)? {
    idle.withLock { $0.popLast() }?.server
  }

  func add(_ server: any Server) {
    let one = Idle(server: server)
    idle.withLock { $0.append(one) }
  }

  /// Begins to open so many; one that cannot be opened is left to whoever needs it to try again.
  func opening(_ count: Int, of access: CatalogAccess) -> Ahead<Void> {
    Ahead(isWorthThread: count > 0) {
      _ = Threads(count: count).map(Array(0..<count)) { _ in
        if let server = try? access.connect(tryingAgain: false) { self.add(server) }
      }
    }
  }
}
