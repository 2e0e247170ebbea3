internal import LinkCore
internal import Synchronization

/// The lock on a server for all threads of this process: those that send, and the one that looks after
/// it beside them.
final class SharedLock: @unchecked Sendable {
  /// Touched only by who has the turn.
  private let lock: ServerLock
  private let turn = Mutex(())

  init(_ lock: ServerLock) {
    self.lock = lock
  }

  @Sendable func isHeld() -> Bool {
    turn.withLock { _ in lock.isHeld() }
  }

  func release() {
    turn.withLock { _ in lock.release() }
  }
}
