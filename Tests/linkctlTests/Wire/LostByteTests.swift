import Foundation
import LinkCore
import LinkServer
import Synchronization
import Testing

/// The connection is cut at every byte of a change's request and of its reply: the catalog ends as
/// wanted each time, and the server has seen each change once.
@Suite struct LostByteTests {
  /// A change whose connection is cut behind so many bytes.
  private struct Cut: Sendable {
    let verb: Verb
    let isOfReply: Bool
    let bytes: Int

    var database: String {
      let digits = String(bytes)
      let number = String(repeating: "0", count: 4 - digits.count) + digits
      return "cut_\(verb.rawValue)_\(isOfReply ? "r" : "q")\(number)"
    }

    var link: LinkAddress { LinkAddress(database: database, name: "l") }
  }

  private enum Verb: String, CaseIterable {
    case create, replace, drop

    /// What the catalog has before.
    var old: String? { self == .create ? nil : "as it was" }
    var isDrop: Bool { self == .drop }
  }

  /// Long, so that there are many bytes to cut at.
  private static let description = String(repeating: "Orders of the day, ", count: 26)
  private static let replyLength = 11
  /// The harness counted so many when it was written, and must not count fewer.
  private static let fewest = 1_200

  /// A packet's head and the number of the command stand before the statement.
  private static func requestLength(of verb: Verb) throws -> Int {
    let cut = Cut(verb: verb, isOfReply: false, bytes: 0)
    let plan = SamplePlan.plan([wanted(cut)], on: Self.catalog(before: cut))
    let sql = SamplePlan.applier(plan).rendered(try #require(plan.statements.first))
    return 5 + (try #require(sql)).rendered.utf8.count
  }

  private static func wanted(_ cut: Cut) -> DesiredLink {
    SamplePlan.link(
      cut.link,
      description: cut.verb.isDrop ? nil : description,
      isAbsent: cut.verb.isDrop
    )
  }

  /// As the planner would find it.
  private static func catalog(before cut: Cut) -> Snapshot {
    let nothing = SamplePlan.nothing(in: [cut.database])
    guard let old = cut.verb.old else { return nothing }
    return Snapshot(
      takenAt: nil,
      server: nothing.server,
      databases: nothing.databases,
      isComplete: true,
      links: [
        CatalogLink(
          address: cut.link,
          type: "S3",
          description: TaggedDescription(documented: old, tag: SampleTag.content(cut.database)),
          config: .readable(nil)
        )
      ],
      pipelines: .none
    )
  }

  private static func cuts() throws -> [Cut] {
    try Verb.allCases.flatMap { verb in
      let request = try requestLength(of: verb)
      return (0..<request).map { Cut(verb: verb, isOfReply: false, bytes: $0) }
        + (0..<replyLength).map { Cut(verb: verb, isOfReply: true, bytes: $0) }
    }
  }

  @Test func `P4: Cut at each byte, every change is made once and nothing is sent blindly`() throws
  {
    let cuts = try Self.cuts()
    #expect(cuts.count >= Self.fewest)
    let project = try TestProject()
    let peer = try Peer(["--cuts"] + cuts.flatMap { ["--database", $0.database] }, for: project)
    let problems = Mutex<[String]>([])
    let lanes = 4
    let begin = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      for index in stride(from: lane, to: cuts.count, by: lanes) {
        let cut = cuts[index]
        let problem: String?
        do {
          problem = try Self.problem(with: cut, on: peer.port)
        } catch {
          problem = "\(error)"
        }
        if let problem { problems.withLock { $0.append("\(cut.database): \(problem)") } }
      }
    }
    #expect(problems.withLock { $0 } == [])
    let changes = try peer.statements { $0.contains("`cut_") }
      .filter { !$0.hasPrefix("CREATE LINK `") }
    #expect(changes.count == cuts.count && Set(changes).count == cuts.count)
    print("cuts: \(cuts.count), changes: \(changes.count), \(begin.duration(to: .now))")
  }

  /// Makes one change over a connection that is cut; what is not as it should be.
  private static func problem(with cut: Cut, on port: Int) throws -> String? {
    let address = ServerAddress(user: "root", host: "127.0.0.1", port: port)
    let settings = ServerSettings(address, encryption: .off)
    if let old = cut.verb.old { try make(cut.link, old, settings) }
    let scope = CatalogScope(databases: [cut.database], declared: [cut.link])
    let before = try CatalogReader(RemoteServer(settings), product: "SingleStore").read(scope)
    let plan = SamplePlan.plan([wanted(cut)], on: before)
    let (results, reads) = try send(plan, on: before, scope, settings)
    guard results.map(\.status) == [.applied] else { return "\(results.map(\.status))" }
    guard reads == 1 else { return "the catalog was read \(reads) times" }
    let after = try CatalogReader(RemoteServer(settings), product: "SingleStore").read(scope)
    let left = SamplePlan.plan([wanted(cut)], on: after)
    return left.actions.isEmpty ? nil : "\(left.statements.count) statements are left to do"
  }

  private static func send(
    _ plan: Plan,
    on catalog: Snapshot,
    _ scope: CatalogScope,
    _ settings: ServerSettings
  ) throws -> (results: [Run.Result], reads: Int) {
    let reads = Count()
    let hooks = ApplyHooks(
      connect: { () throws(ServerError) in try RemoteServer(settings) },
      readCatalog: { server throws(ServerError) in
        reads.value.withLock { $0 += 1 }
        return try CatalogReader(server, product: "SingleStore").read(scope)
      },
      record: { _ throws(JournalError) in },
      mayGoOn: { true },
      observe: { _ in }
    )
    let applier = SamplePlan.applier(plan)
    var sender = ChangeSender(applier, total: 1, hooks: hooks)
    let results = try applier.work(on: catalog).flatMap { sender.send($0) }
    return (results, reads.value.withLock { $0 })
  }

  private final class Count: Sendable {
    let value = Mutex(0)
  }

  /// Makes a link of ours, in a form that nothing cuts.
  private static func make(
    _ link: LinkAddress,
    _ description: String,
    _ settings: ServerSettings
  ) throws {
    let tagged = TaggedDescription.joining(description, SampleTag.content(link.database))
    let sql: SQLText = """
      CREATE LINK \(link) AS S3 CREDENTIALS \(string: "{}") DESCRIPTION \(string: tagged)
      """
    _ = try RemoteServer(settings).query(sql.rendered)
  }
}
