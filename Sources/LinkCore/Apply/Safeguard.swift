/// What is made sure of before a statement is sent.
package enum Safeguard: Sendable {
  /// The catalog as far as some links are concerned, with the pipelines that use them if asked for.
  package typealias ReadLinks =
    @Sendable (_ links: [LinkAddress], _ withPipelines: Bool, any Server) throws(ServerError) ->
    Snapshot

  /// The target is locked as a whole, and the kernel frees the lock.
  case none
  /// The server's lock is held still.
  case lock(isHeld: @Sendable () -> Bool)
  /// Nobody else changed the link since the catalog was read.
  case rereading(ReadLinks)

  /// Whether links can be looked at before their statements' turn.
  package var looksAhead: Bool { if case .rereading = self { true } else { false } }

  /// Why a statement, one of a change's, is not sent.
  ///
  /// `nil` where it may be. What was seen of the link counts while it is fresh, else it is read again.
  func refusal(
    of position: Int,
    in change: LinkChange,
    over server: any Server,
    seen: Sighting? = nil
  ) throws(ServerError) -> Run.Failure? {
    switch self {
    case .none: return nil
    case .lock(let isHeld): return isHeld() ? nil : .lockIsLost
    case .rereading:
      var sighting = seen?.isFresh == true ? seen : nil
      if sighting == nil {
        sighting = try self.sighting(
          of: [change.address],
          drops: change.drops(at: position),
          server
        )
      }
      let hasMoved = sighting.map { change.hasMoved(before: position, in: $0.catalog) } ?? true
      return hasMoved ? .linkHasMoved : nil
    }
  }

  /// What will have to be known of some changes' links when their turn comes; `nil` where that is
  /// nothing.
  package func sighting(
    of works: [ChangeWork],
    over server: any Server
  ) throws(ServerError) -> Sighting? {
    try sighting(
      of: works.map(\.change.address),
      drops: works.contains { $0.change.drops(at: $0.done) },
      server
    )
  }

  private func sighting(
    of links: [LinkAddress],
    drops: Bool,
    _ server: any Server
  ) throws(ServerError) -> Sighting? {
    guard case .rereading(let read) = self else { return nil }
    let asked = ContinuousClock.now
    return Sighting(try read(links, drops, server), asked: asked)
  }
}

/// What the catalog said of links, and when it was asked.
package struct Sighting: Sendable {
  /// After that somebody may have come between.
  package static let lifetime = Duration.seconds(1)

  let catalog: CurrentCatalog
  private let asked: ContinuousClock.Instant

  package init(_ catalog: Snapshot, asked: ContinuousClock.Instant) {
    self.catalog = CurrentCatalog(catalog)
    self.asked = asked
  }

  /// Whether a statement may rely on it.
  var isFresh: Bool { age < Self.lifetime }

  /// Whether it is time to look again, for it may have to serve for a while yet.
  package var isDue: Bool { age >= Self.lifetime / 2 }

  private var age: Duration { asked.duration(to: .now) }
}

extension LinkChange {
  /// Only who drops a link needs to know who uses it.
  fileprivate func drops(at position: Int) -> Bool {
    position == 0 && (action == .drop || action == .recreate)
  }

  /// What a recreation's second statement needs is that there is nothing.
  fileprivate func hasMoved(before position: Int, in catalog: CurrentCatalog) -> Bool {
    position == 0 ? moved(in: catalog) != nil : catalog[address] != nil
  }
}

extension Run.Failure {
  static let lockIsLost = Run.Failure(
    message: "the lock on the server was lost; the statement was not sent",
    endsRun: .lockIsLost
  )

  static let linkHasMoved = Run.Failure(
    message: "somebody else changed the link meanwhile; the statement was not sent"
  )
}
