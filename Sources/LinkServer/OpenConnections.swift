internal import Glibc
internal import Synchronization

/// The connections that stand, so that another thread than theirs can cut them all.
package final class OpenConnections: Sendable {
  private let sockets = Mutex<Set<Int32>>([])

  package init() {}

  /// Cuts them: who waits for an answer gets none any more, at once.
  ///
  /// A number that the system has given to a file meanwhile is no socket, and nothing happens to it.
  package func cut() {
    sockets.withLock { for socket in $0 { shutdown(socket, Int32(SHUT_RDWR)) } }
  }

  func add(_ socket: Int32) {
    sockets.withLock { _ = $0.insert(socket) }
  }

  func remove(_ socket: Int32) {
    sockets.withLock { _ = $0.remove(socket) }
  }
}
