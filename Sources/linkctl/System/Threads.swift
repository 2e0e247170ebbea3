internal import Glibc
internal import LinkCore
internal import Synchronization

/// Workers that are threads.
struct Threads: Workers {
  /// As many as there are; `nil` for one a core that this process may use.
  var count: Int?

  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    let isLarge = items.count >= Self.many
    if isLarge { MemoryRoom.make() }
    guard items.count > 1, case let count = count ?? Cores.usable, count > 1 else {
      return items.map(body)
    }
    return [Result](unsafeUninitializedCapacity: items.count) { results, filled in
      let next = Atomic(0)
      let slots = Slots(results)
      withThreads(min(count, items.count)) {
        if isLarge { MemoryRoom.make() }
        while case let index = next.add(1, ordering: .relaxed).oldValue, index < items.count {
          slots.fill(index, body(items[index]))
        }
      }
      filled = items.count
    }
  }

  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) -> Result,
    inOrder take: @Sendable (Result) -> Void
  ) {
    let queue = InOrder<Result>()
    _ = map(Array(items.indices)) { index in
      queue.add(body(items[index]), at: index, take)
    }
  }

  /// So many items take more memory than page by page is quick enough for.
  private static let many = 32

  /// Runs a task on as many threads, this one among them, until all of them have come to its end.
  private func withThreads(_ count: Int, _ task: () -> Void) {
    withoutActuallyEscaping(task) { task in
      let work = Work(task)
      // Where there is no other thread to be had, this one does it all.
      let threads = (1..<count).compactMap { _ in work.start() }
      task()
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}

/// Results that came before one that is to be taken first.
private final class InOrder<Result: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: Result] = [:]
    var next = 0
    /// Whether a thread is taking what there is.
    var isBeingTaken = false
  }

  private let state = Mutex(State())

  /// Takes all whose turn it is, where no other thread is about to.
  func add(_ result: Result, at index: Int, _ take: (Result) -> Void) {
    let isMine = state.withLock { state in
      state.waiting[index] = result
      defer { state.isBeingTaken = true }
      return !state.isBeingTaken
    }
    guard isMine else { return }
    while let next = nextResult() { take(next) }
  }

  /// `nil`, and nobody's turn any more, where the next one is not there yet.
  private func nextResult() -> Result? {
    state.withLock { state in
      let result = state.waiting.removeValue(forKey: state.next)
      if result == nil { state.isBeingTaken = false } else { state.next += 1 }
      return result
    }
  }
}

/// Room for results, each of which is filled in once, by one thread.
private struct Slots<Result>: @unchecked Sendable {
  private let start: UnsafeMutablePointer<Result>?

  init(_ buffer: UnsafeMutableBufferPointer<Result>) {
    start = buffer.baseAddress
  }

  func fill(_ index: Int, _ result: consuming Result) {
    start?.advanced(by: index).initialize(to: result)
  }
}

/// A task as it is handed to threads.
final class Work {
  private let task: () -> Void

  init(_ task: @escaping () -> Void) {
    self.task = task
  }

  /// A new thread that does it; `nil` where there is none to be had.
  func start() -> pthread_t? {
    var thread = pthread_t()
    let own = Unmanaged.passRetained(self)
    guard pthread_create(&thread, nil, Self.run, own.toOpaque()) == 0 else {
      own.release()
      return nil
    }
    return thread
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let work = $0 { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().task() }
    return nil
  }
}
