internal import LinkCore
internal import Synchronization

/// Sends a plan's changes over a number of connections at once, one thread each; the statements of
/// one change stay in order, and what drops links comes when all else is done.
struct Lanes {
  let applier: Applier
  let total: Int
  let hooks: ApplyHooks
  let onError: Applier.OnError
  let count: Int
  let connections: IdleConnections

  /// Knows what the links are like whose turn comes next; `nil` where nobody needs to know.
  let lookout: Lookout?

  func send(_ works: [ChangeWork]) -> Run {
    let queue = WorkQueue(stopsOnError: onError == .stop)
    let looking = lookout?.looking { count in queue.coming(atMost: count) }
    defer { looking?.stop() }
    for isDrop in [false, true] { send(works.filter { $0.isDrop == isDrop }, queue) }
    return Run(results: queue.results(of: works))
  }

  private func send(_ works: [ChangeWork], _ queue: WorkQueue) {
    queue.refill(with: works)
    let lanes = Array(0..<min(count, works.count))
    _ = Threads(count: count).map(lanes) { _ in
      var sender = ChangeSender(applier, total: total, hooks: hooks, over: connections.take())
      while let work = queue.next() {
        queue.finish(work, sender.send(work, seen: lookout?.sighting(of: work)))
      }
      if let server = sender.server { connections.add(server) }
    }
  }
}

/// The changes that no lane has taken yet, and the outcome of the others.
private final class WorkQueue: Sendable {
  private struct State {
    var waiting: ArraySlice<ChangeWork> = []
    var results: [Int: [Run.Result]] = [:]
    var isStopped = false
  }

  private let stopsOnError: Bool
  private let state = Mutex(State())

  init(stopsOnError: Bool) {
    self.stopsOnError = stopsOnError
  }

  func refill(with works: [ChangeWork]) {
    state.withLock { $0.waiting = works[...] }
  }

  func next() -> ChangeWork? {
    state.withLock { $0.isStopped ? nil : $0.waiting.popFirst() }
  }

  /// Those whose turn comes next.
  func coming(atMost count: Int) -> [ChangeWork] {
    state.withLock { $0.isStopped ? [] : Array($0.waiting.prefix(count)) }
  }

  func finish(_ work: ChangeWork, _ results: [Run.Result]) {
    let troubled = results.filter(\.status.isTrouble)
    let isEnd = stopsOnError ? !troubled.isEmpty : troubled.contains { $0.failure?.endsRun != nil }
    state.withLock { state in
      state.results[work.indices.lowerBound] = results
      if isEnd { state.isStopped = true }
    }
  }

  func results(of works: [ChangeWork]) -> [Run.Result] {
    state.withLock { state in
      works.flatMap { state.results[$0.indices.lowerBound] ?? $0.untouched }
    }
  }
}
