internal import Glibc

/// A value that another thread makes while this one has something else to do.
struct Ahead<Value: Sendable>: ~Copyable {
  /// Filled by the thread, and read when it has come to its end.
  private final class Slot: @unchecked Sendable {
    var value: Value?
  }

  private let slot = Slot()
  private var thread: pthread_t?

  /// Made at once where there is no thread for it, or where to start one takes longer.
  init(isWorthThread: Bool, _ make: @escaping @Sendable () -> Value) {
    let slot = slot
    if isWorthThread { thread = Work { slot.value = make() }.start() }
    if thread == nil { slot.value = make() }
  }

  deinit {
    if let thread { pthread_join(thread, nil) }
  }

  /// Waits for the value.
  mutating func wait() -> Value {
    if let thread = thread.take() { pthread_join(thread, nil) }
    guard let value = slot.value else { preconditionFailure("the thread has made no value") }
    return value
  }
}
