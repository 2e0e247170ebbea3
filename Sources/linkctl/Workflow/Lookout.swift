internal import LinkCore
internal import Synchronization

/// Looks again at the links whose turn comes next, over a connection of its own while statements are
/// under way over others, so that no statement has to wait for that.
final class Lookout: Sendable {
  private static let pulse = Sighting.lifetime / 4

  private struct State {
    /// What the catalog was like before the first statement.
    let first: Sighting
    /// What was seen since, of links whose turn has not come.
    var latest: [LinkAddress: Sighting] = [:]
    /// How many links had their turn since the last look.
    var taken = 0

    func isDue(_ work: ChangeWork) -> Bool { (latest[work.change.address] ?? first).isDue }
  }

  private let safeguard: Safeguard
  private let access: CatalogAccess
  /// How many turns there may be at once.
  private let lanes: Int
  /// Its own, while nobody looks.
  private let connection = IdleConnections()
  private let state: Mutex<State>

  /// For so many lanes, with the catalog as it was just read.
  init(_ safeguard: Safeguard, _ access: CatalogAccess, lanes: Int, first: Sighting) {
    self.safeguard = safeguard
    self.access = access
    self.lanes = lanes
    state = Mutex(State(first: first))
  }

  /// The last that was seen of a link whose turn has come.
  func sighting(of work: ChangeWork) -> Sighting {
    state.withLock { state in
      state.taken += 1
      return state.latest.removeValue(forKey: work.change.address) ?? state.first
    }
  }

  /// Begins to look now and then at what is coming; `nil` where the system has no thread for it, so
  /// that each link is looked at when its turn has come.
  func looking(at coming: @escaping @Sendable (_ count: Int) -> [ChangeWork]) -> Ticker? {
    Ticker(after: Self.pulse, every: Self.pulse) {
      // As many as will have their turn before the look after the next one.
      let count = self.state.withLock { state in
        defer { state.taken = 0 }
        return 2 * (state.taken + self.lanes)
      }
      self.look(at: coming(count))
    }
  }

  private func look(at works: [ChangeWork]) {
    let due = state.withLock { state in works.filter(state.isDue) }
    guard !due.isEmpty, let sighting = sighting(of: due) else { return }
    state.withLock { state in
      for work in due { state.latest[work.change.address] = sighting }
    }
  }

  /// `nil` where the server cannot be asked now; a connection that failed is not used again.
  private func sighting(of works: [ChangeWork]) -> Sighting? {
    guard let server = connection.take() ?? (try? access.connect(tryingAgain: false)),
      let sighting = try? safeguard.sighting(of: works, over: server)
    else { return nil }
    connection.add(server)
    return sighting
  }
}
