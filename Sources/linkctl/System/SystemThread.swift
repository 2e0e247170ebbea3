internal import Glibc

/// A thread of the program's own, which gets no signals: those are for the thread that it began with.
struct SystemThread {
  private let thread: pthread_t

  /// Begins it; `nil` where the system gives no thread.
  init?(_ body: @escaping @Sendable () -> Void) {
    let pointer = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, Self.run, pointer.toOpaque()) == 0 else {
      pointer.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for its end.
  func join() {
    pthread_join(thread, nil)
  }

  private final class Body: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let pointer = $0 else { return nil }
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().body()
    return nil
  }
}
