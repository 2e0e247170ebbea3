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
      body: Node(.mapping([]), start: place, end: place)
    )
  }

  private static let nothing = Snapshot(
    takenAt: nil,
    server: .init(product: "SingleStore", version: "9.1.3", capabilities: [.ifNotExists]),
    databases: ["prod"],
    isComplete: true,
    links: [],
    pipelines: []
  )

  private static func plan(_ names: [String]) throws -> Plan {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let state = DesiredState(environment: "prod", links: names.map(link))
    let planner = Planner(desired: state, catalog: nothing, options: PlanOptions(today: today))
    let inputs = Plan.Inputs(
      manifestsDigest: "",
      files: [],
      catalogDigest: "",
      catalogTakenAt: nil,
      serverVersion: "",
      target: ""
    )
    return planner.plan(owner: "me", inputs: inputs, diagnostics: [])
  }

  @Test
  func `A server that dies in the middle leaves one statement unknown, and none sent after it`()
    throws
  {
    let database = try MariaDB()
    let server = try RemoteServer(database.settings())
    var isDead = false
    let applier = Applier(
      try Self.plan(["a", "b", "c"]),
      on: server,
      secret: { _ in nil },
      onError: .continue,
      readCatalog: { () throws(ServerError) in
        if isDead { _ = try server.query("SELECT 1") }
        return Self.nothing
      },
      isInterrupted: { false },
      observe: { event in
        guard case .begin(index: 1, _, _) = event else { return }
        isDead = (try? database.kill()) != nil
      }
    )
    let run = try applier.run()
    #expect(isDead)
    #expect(run.results.map(\.status) == [.failed, .unknown, .failed])
    #expect(run.results.map { $0.failure?.code } == [1064, 2013, 2006])
    #expect(run.results[2].failure?.message.contains("nothing was sent") == true)
    #expect(!run.isVerified)
  }
}
