import LinkCore
import LinkServer
import Testing

/// What an apply makes of a server that refuses, dies, and is gone; MariaDB knows no links.
@Suite struct ApplyTests {
  private static func link(_ name: String) -> DesiredLink {
    let place = SourceLocation(file: "a.yaml", line: 1, column: 1)
    return DesiredLink(
      address: LinkAddress(database: "prod", name: name),
      type: .s3,
      isAbsent: false,
      description: nil,
      config: nil,
      credentials: .declared(.object([])),
      update: .replace,
      isProtected: false,
      ignored: [],
      waivers: [],
      source: place,
      body: Node(.mapping([]), start: Mark(line: 1, column: 1), end: Mark(line: 1, column: 1))
    )
  }

  private static let nothing = Snapshot(
    takenAt: nil,
    server: .init(product: "SingleStore", version: "9.1.3", capabilities: [.ifNotExists]),
    databases: ["prod"],
    isComplete: true,
    links: [],
    pipelines: .none
  )

  private static func plan(_ names: [String]) throws -> Plan {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let state = DesiredState(environment: "prod", links: names.map(link))
    let planner = Planner(
      desired: state,
      catalog: nothing,
      options: PlanOptions(today: today),
      ownership: Ownership(
        owner: "me",
        isTagging: false,
        digest: { $0 },
        comparison: { _, _ in .unverifiable(.noTag) }
      )
    )
    let inputs = Plan.Inputs(
      manifestsDigest: "",
      files: [],
      catalogDigest: "",
      catalogTakenAt: nil,
      serverVersion: "",
      serverCapabilities: [],
      target: ""
    )
    return planner.plan(inputs: inputs, diagnostics: [])
  }

  @Test func `A server that dies leaves one statement unknown, and gets none after it`() throws {
    let database = try MariaDB()
    let plan = try Self.plan(["a", "b", "c"])
    let settings = database.settings()
    let hooks = ApplyHooks(
      connect: { () throws(ServerError) in try RemoteServer(settings) },
      readCatalog: { server throws(ServerError) in
        _ = try server.query("SELECT 1")
        return Self.nothing
      },
      record: { _ throws(JournalError) in },
      mayGoOn: { true },
      observe: { event in
        if case .begin(index: 1, _, _) = event { try? database.kill() }
      }
    )
    let tagger = Tagger(environment: "prod", planDigest: "", keys: .none) { $0 }
    let applier = Applier(plan, tagger: tagger) { _ in nil }
    var sender = ChangeSender(applier, total: 3, hooks: hooks)
    let results = try applier.work(on: Self.nothing).flatMap { sender.send($0) }
    #expect(results.map(\.status) == [.failed, .unknown, .failed])
    #expect(results.map { $0.failure?.code } == [1064, 2013, 2002])
    #expect(results.last?.failure?.message.contains("nothing answers") == true)
  }
}
