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
    guard items.count > 1, case let count = count ?? Cores.usable, count > 1 else {
      return items.map(body)
    }
    return [Result](unsafeUninitializedCapacity: items.count) { results, filled in
      let next = Atomic(0)
      let slots = Slots(results)
      withThreads(min(count, items.count)) {
        while case let index = next.add(1, ordering: .relaxed).oldValue, index < items.count {
          slots.fill(index, body(items[index]))
        }
      }
      filled = items.count
    }
  }

  /// Runs a task on as many threads, this one among them, until all of them have come to its end.
  private func withThreads(_ count: Int, _ task: () -> Void) {
    withoutActuallyEscaping(task) { task in
      let work = Unmanaged.passRetained(Work(task))
      defer { work.release() }
      var threads: [pthread_t] = []
      for _ in 1..<count {
        var thread = pthread_t()
        // Where there is no other thread to be had, this one does it all.
        guard pthread_create(&thread, nil, Work.run, work.toOpaque()) == 0 else { break }
        threads.append(thread)
      }
      task()
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}

/// Room for results, each of which is filled in once, by one thread.
private struct Slots<Result>: @unchecked Sendable {
  private let start: UnsafeMutablePointer<Result>?

  init(_ buffer: UnsafeMutableBufferPointer<Result>) {
    start = buffer.baseAddress
  }

  func fill(_ index: Int, _ result: Result) {
    start?.advanced(by: index).initialize(to: result)
  }
}

/// A task as it is handed to a thread.
private final class Work {
  private let task: () -> Void

  init(_ task: @escaping () -> Void) {
    self.task = task
  }

  static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { work in
    if let work { Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().task() }
    return nil
  }
}
