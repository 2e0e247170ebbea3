import Synchronization
import Testing

@testable import LinkCore

/// What stands between a statement and somebody else who changes the same link.
@Suite struct SafeguardTests {
  /// A link that came to be after the plan was made.
  private static let moved = PlanSamples.catalog([PlanSamples.link("a")])
  private static let unmoved = PlanSamples.catalog([])
  private static let manifest: Written = [
    "database": "d", "links": ["a": ["type": "S3", "credentials": [:]]],
  ]

  /// Takes all that it is sent.
  private final class Taking: Server, Sendable {
    let version: String? = "9.1.3"

    func run(_: Secret) throws(ServerError) -> ResultSet { ResultSet() }
  }

  /// What was seen beforehand, so long ago, of a link that by now is as in `catalog`.
  private struct Case: CustomTestStringConvertible, Sendable {
    let words: String
    let seen: Snapshot?
    var age = Duration.zero
    let catalog: Snapshot
    let questions: Int
    let status: Run.Status

    var testDescription: String { words }
  }

  private static let cases = [
    Case(words: "nothing seen", seen: nil, catalog: unmoved, questions: 1, status: .applied),
    Case(words: "nothing seen, moved", seen: nil, catalog: moved, questions: 1, status: .failed),
    Case(words: "seen", seen: unmoved, catalog: moved, questions: 0, status: .applied),
    Case(words: "seen as moved", seen: moved, catalog: unmoved, questions: 0, status: .failed),
    Case(
      words: "seen too long ago",
      seen: unmoved,
      age: .seconds(2),
      catalog: moved,
      questions: 1,
      status: .failed
    ),
  ]

  private static func applier(of plan: Plan) -> Applier {
    let tagger = Tagger(environment: "default", planDigest: "", keys: .none) { $0 }
    return Applier(plan, tagger: tagger) { _ in nil }
  }

  /// One that reads a link as it is told to.
  private static func sender(
    of plan: Plan,
    over server: some Server & Sendable,
    read: @escaping @Sendable () -> Snapshot
  ) -> ChangeSender {
    let hooks = ApplyHooks(
      connect: { () throws(ServerError) in server },
      readCatalog: { _ throws(ServerError) in unmoved },
      record: { _ throws(JournalError) in },
      mayGoOn: { true },
      safeguard: .rereading { _, _, _ throws(ServerError) in read() },
      observe: { _ in }
    )
    return ChangeSender(applier(of: plan), total: 1, hooks: hooks)
  }

  @Test(arguments: cases) private func `What was seen of a link counts while it is fresh`(
    example: Case
  ) throws {
    let plan = try PlanSamples.plan(Self.manifest, Self.unmoved)
    let asked = Atomic(0)
    var sender = Self.sender(of: plan, over: Taking()) {
      asked.add(1, ordering: .relaxed)
      return example.catalog
    }
    let work = try #require(try Self.applier(of: plan).work(on: Self.unmoved).first)
    let sighting = example.seen.map {
      Sighting($0, asked: .now - example.age)
    }
    #expect(sender.send(work, seen: sighting).map(\.status) == [example.status])
    #expect(asked.load(ordering: .relaxed) == example.questions)
  }

  @Test func `A statement that is sent again is not sent on what was seen before`() throws {
    let plan = try PlanSamples.plan(Self.manifest, Self.unmoved)
    let asked = Atomic(0)
    let sent = Atomic(0)
    let server = Losing { sent.add(1, ordering: .relaxed).oldValue == 0 }
    var sender = Self.sender(of: plan, over: server) {
      asked.add(1, ordering: .relaxed)
      return Self.unmoved
    }
    let work = try #require(try Self.applier(of: plan).work(on: Self.unmoved).first)
    let sighting = Sighting(Self.unmoved, asked: .now)
    #expect(sender.send(work, seen: sighting).map(\.status) == [.applied])
    #expect(sent.load(ordering: .relaxed) == 2)
    #expect(asked.load(ordering: .relaxed) == 1)
  }

  /// Loses the connection where it is told to.
  private final class Losing: Server, Sendable {
    let version: String? = "9.1.3"
    private let isLost: @Sendable () -> Bool

    init(_ isLost: @escaping @Sendable () -> Bool) {
      self.isLost = isLost
    }

    func run(_: Secret) throws(ServerError) -> ResultSet {
      guard isLost() else { return ResultSet() }
      throw ServerError(code: 2013, sqlState: "HY000", message: "lost", outcome: .unknown)
    }
  }
}
