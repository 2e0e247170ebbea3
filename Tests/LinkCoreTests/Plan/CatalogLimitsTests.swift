import LinkCore
import Testing

/// What a plan makes of pipelines, versions and a catalog that does not tell everything.
@Suite struct CatalogLimitsTests {
  private static func pipeline(_ name: String, _ state: String) -> Snapshot.Pipeline {
    .init(
      database: "d",
      name: name,
      state: state,
      link: LinkAddress(database: "d", name: "a")
    )
  }

  private static let used = [
    pipeline("p1", "Stopped"), pipeline("p2", "Running"), pipeline("p3", "Error"),
    pipeline("p4", "RUNNING"),
  ]

  private func plan(
    _ link: Written,
    pipelines: [Snapshot.Pipeline] = used,
    accepted: Set<PlanOptions.Override> = [],
    knowsAll: Bool = true
  ) throws -> Plan {
    try PlanSamples.plan(
      ["database": "d", "links": ["a": link]],
      PlanSamples.catalog(
        [PlanSamples.link("a")],
        pipelines: pipelines,
        knowsAllPipelines: knowsAll
      ),
      allowDrop: ["d.a"],
      allowRecreate: ["d.a"],
      accepted: accepted
    )
  }

  private static let otherType: Written = ["type": "GCS", "credentials": [:]]
  private static let changed: Written = ["type": "S3", "description": "x", "credentials": [:]]

  @Test func `Lists running pipelines first`() throws {
    let change = try #require(try plan(Self.changed).changes.first)
    #expect(change.pipelines.map(\.name) == ["p2", "p4", "p1", "p3"])
  }

  @Test func `Blocks a recreation in use unless it is accepted by name`() throws {
    let blocked = try #require(try plan(Self.otherType).blocked.first?.block)
    #expect(blocked.reason == .inUse)
    #expect(blocked.message == "is used by d.p2 (running) and 3 more")
    #expect(blocked.advice.hasSuffix("or do it under them with --accept recreate-in-use"))
    let accepted = try plan(Self.otherType, accepted: [.recreateInUse])
    #expect(accepted.changes.first?.action == .recreate)
    #expect(accepted.statements.count == 2)
  }

  @Test func `Accepts nothing else by that name`() throws {
    let dropped = try plan(["state": "absent"], accepted: [.recreateInUse])
    #expect(dropped.blocked.map { $0.block?.reason } == [.inUse])
    let protected: Written = ["type": "GCS", "credentials": [:], "protect": "true"]
    let kept = try plan(protected, accepted: [.recreateInUse])
    #expect(kept.blocked.map { $0.block?.reason } == [.protected])
  }

  @Test func `What is accepted is part of the digest and the document`() throws {
    let none = try plan(Self.changed)
    let accepted = try plan(Self.changed, accepted: [.recreateInUse])
    #expect(none.statements.map(\.preview) == accepted.statements.map(\.preview))
    let documents = [none, accepted].map { PlanDocument($0, with: GatheredBytes()) }
    #expect(!documents[0].planDigest.isIdentical(to: documents[1].planDigest))
    let options = documents.map { $0.json["options"] }
    #expect(options[0]?["accept"] == nil)
    #expect(options[1]?["accept"]?.canonical == #"["recreate-in-use"]"#)
  }

  @Test(
    arguments: [
      (["type": "S3", "description": "x", "credentials": [:]], false, true),
      (["state": "absent"], false, true), (["type": "GCS", "credentials": [:]], false, true),
      (["type": "S3", "credentials": [:]], false, false),
      (["type": "S3", "description": "x", "credentials": [:]], true, false),
    ] as [(Written, Bool, Bool)]
  )
  func `Warns that use is unproven where it matters`(
    link: Written,
    knowsAll: Bool,
    warns: Bool
  ) throws {
    let plan = try plan(link, pipelines: [], knowsAll: knowsAll)
    let warnings = plan.diagnostics.filter { $0.rule == .incompleteCatalog }
    #expect(warnings.count == (warns ? 1 : 0))
    #expect(warnings.allSatisfy { $0.message.contains("pipeline") && $0.severity == .warning })
  }

  // MARK: Types by version

  @Test(
    arguments: [
      ("MYSQL", "8.1.0", [], "cannot be created: MYSQL links need SingleStore 8.7, or 8.5 with"),
      ("MYSQL", "8.5.2", [], "experimental_enable_mysql_migration on, and this is 8.5.2"),
      ("MYSQL", "8.5.2", [.mysqlPreview], nil), ("MYSQL", "8.7.0", [], nil),
      ("MYSQL", "9.1.0", [], nil), ("MYSQL", "unknown", [], nil),
      ("MONGODB", "8.0.3", [], "MONGODB links need SingleStore 8.1, and this is 8.0.3"),
      ("MONGODB", "8.1.0", [], nil), ("S3", "7.3.0", [], nil),
    ] as [(String, String, [Capability], String?)]
  )
  func `Blocks a type that the version lacks, and says which has it`(
    type: String,
    version: String,
    capabilities: [Capability],
    message: String?
  ) throws {
    let written: Written = [
      "database": "d", "links": ["a": ["type": .plain(type), "credentials": ["k": "v"]]],
    ]
    let empty = PlanSamples.catalog([], version: version, capabilities: Set(capabilities))
    let block = try PlanSamples.plan(written, empty).blocked.first?.block
    #expect(block?.reason == message.map { _ in .unsupportedType })
    #expect(block?.message.contains(message ?? "") != false)
    // What is there can be there.
    let full = PlanSamples.catalog(
      [PlanSamples.link("a", type)],
      version: version,
      capabilities: Set(capabilities)
    )
    #expect(try PlanSamples.plan(written, full).blocked.isEmpty)
    // No consent helps a recreation with a type that cannot be.
    let other = PlanSamples.catalog(
      [PlanSamples.link("a", "AZURE")],
      version: version,
      capabilities: Set(capabilities)
    )
    let recreated = try PlanSamples.plan(written, other, allowRecreate: ["d.a"])
    #expect(recreated.blocked.first?.block?.reason == message.map { _ in .unsupportedType })
  }

  @Test(arguments: [("9.1.3", 0), ("", 1), ("latest", 1), ("8", 0)])
  func `Says where a version tells nothing`(version: String, count: Int) throws {
    let written: Written = ["database": "d", "links": ["a": ["type": "S3", "credentials": [:]]]]
    let plan = try PlanSamples.plan(written, PlanSamples.catalog([], version: version))
    #expect(plan.diagnostics.count { $0.rule == .unknownVersion } == count)
  }

  @Test func `J001: A CONFIG that cannot be compared is a finding, and never equal`() throws {
    let link = CatalogLink(
      address: LinkAddress(database: "d", name: "a"),
      type: "S3",
      description: TaggedDescription("", mark: .none),
      config: .malformed("the key 'k' stands twice at byte 7")
    )
    let written: Written = ["database": "d", "links": ["a": ["type": "S3"]]]
    let plan = try PlanSamples.plan(written, PlanSamples.catalog([link]))
    #expect(plan.actions.isEmpty)
    #expect(plan.summary.unverifiable == 1)
    #expect(
      plan.diagnostics.map { "\($0.rule.rawValue): \($0.message)" } == [
        "malformed-config: CONFIG of d.a in the catalog cannot be compared:"
          + " the key 'k' stands twice at byte 7"
      ]
    )
  }
}
