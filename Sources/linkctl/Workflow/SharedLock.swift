internal import LinkCore
internal import Synchronization

/// The lock on a server for all threads of this process: those that send, and the one that looks after
/// it beside them.
final class SharedLock: @unchecked Sendable {
  /// Touched only by who has the turn.
  private let lock: ServerLock
  private let turn = Mutex(())
  private let taken = ContinuousClock.now

  init(_ lock: ServerLock) {
    self.lock = lock
  }

  /// Asks the server.
  func isHeld() -> Bool {
    turn.withLock { _ in lock.isHeld() }
  }

  /// Asks it only where its last word is too old.
  @Sendable func isLeased() -> Bool {
    turn.withLock { _ in lock.isLeased() }
  }

  /// Waits until nobody who had the lock before can still believe so.
  func outwaitEarlierHolder() {
    _ = SystemPacing().wait(ServerLock.lease - taken.duration(to: .now))
  }

  func release() {
    turn.withLock { _ in lock.release() }
  }
}
