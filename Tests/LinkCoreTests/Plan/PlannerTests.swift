import LinkCore
import Testing

@Suite struct PlannerTests {
  private static let written: Written = [
    "database": "d",
    "defaults": ["credentials": [:]],
    "links": [
      "z_same": ["type": "S3"], "y_drop": ["state": "absent"], "b_recreate": ["type": "GCS"],
      "a_drop": ["state": "absent"], "c_update": ["type": "S3", "description": "new"],
      "d_create": ["type": "S3"], "a_blocked": ["type": "KAFKA"],
      "e_gone": ["state": "absent"],
    ],
  ]

  private static let catalog = PlanSamples.catalog([
    PlanSamples.link("z_same"), PlanSamples.link("y_drop"), PlanSamples.link("b_recreate"),
    PlanSamples.link("a_drop"), PlanSamples.link("c_update"), PlanSamples.link("a_blocked"),
    PlanSamples.link("unmanaged"), PlanSamples.link("x", database: "e"),
  ])

  private func plan() throws -> Plan {
    try PlanSamples.plan(
      Self.written,
      Self.catalog,
      allowDrop: ["d.a_drop", "d.y_drop"],
      allowRecreate: ["d.b_recreate"]
    )
  }

  @Test func `Puts changes in the order of execution`() throws {
    let plan = try plan()
    #expect(
      plan.changes.map(\.address.name) == [
        "b_recreate", "c_update", "d_create", "a_drop", "y_drop", "a_blocked", "e_gone", "z_same",
      ]
    )
    #expect(
      plan.statements.map(\.preview) == [
        "DROP LINK `d`.`b_recreate`", "CREATE LINK `d`.`b_recreate` AS GCS CREDENTIALS '{}'",
        "CREATE OR REPLACE LINK `d`.`c_update` AS S3 CREDENTIALS '{}' DESCRIPTION 'new'",
        "CREATE LINK IF NOT EXISTS `d`.`d_create` AS S3 CREDENTIALS '{}'",
        "DROP LINK `d`.`a_drop`", "DROP LINK `d`.`y_drop`",
      ]
    )
  }

  @Test func `Counts each link once`() throws {
    let summary = try plan().summary
    let counts = [
      summary.create, summary.update, summary.recreate, summary.drop, summary.blocked,
      summary.unchanged, summary.unverifiable, summary.unmanaged,
    ]
    #expect(counts == [1, 1, 1, 2, 1, 2, 1, 2])
    #expect(try plan().unmanaged.map(\.description) == ["d.unmanaged", "e.x"])
    #expect(try plan().blocked.map { $0.block?.reason } == [.typeChange])
  }

  @Test func `Makes the same document whatever the order of its inputs`() throws {
    let links = Self.catalog.links
    for _ in 0..<5 {
      let shuffled = PlanSamples.catalog(links.shuffled())
      let again = try PlanSamples.plan(
        Self.written,
        shuffled,
        allowDrop: ["d.y_drop", "d.a_drop"],
        allowRecreate: ["d.b_recreate"]
      )
      #expect(again.document.json.canonical == (try plan().document.json.canonical))
    }
  }

  /// What somebody else changes elsewhere makes no other plan.
  @Test func `Digests what would be done and nothing else`() throws {
    let more = PlanSamples.catalog(Self.catalog.links + [PlanSamples.link("more")])
    let written: Written = ["database": "d", "links": ["n": ["type": "S3", "credentials": [:]]]]
    let one = try PlanSamples.plan(written, Self.catalog)
    let other = try PlanSamples.plan(written, more)
    #expect(one.document.planDigest == other.document.planDigest)
    let changed: Written = [
      "database": "d", "links": ["n": ["type": "S3", "credentials": [:], "description": "x"]],
    ]
    #expect(one.document.planDigest != (try PlanSamples.plan(changed, more).document.planDigest))
  }

  @Test(
    arguments: [
      (["d.*"], [], ["a", "b"], 1), (["*.a"], [], ["a", "a"], 1), ([], ["d.*"], ["a"], 2),
      (["d.*"], ["d.a"], ["b"], 2), ([], [], ["a", "b", "a"], 0),
    ] as [([String], [String], [String], Int)]
  )
  func `Selects by only and exclude`(
    only: [String],
    exclude: [String],
    names: [String],
    leftOut: Int
  ) throws {
    let link: Written = ["type": "S3", "credentials": [:]]
    let written: Written = [
      "database": "d",
      "links": ["a": link, "b": link],
    ]
    let other: Written = ["database": "e", "links": ["a": link]]
    guard let today = PlanSamples.today else { return }
    let state = DesiredState(
      environment: "default",
      links: desired(other).links + desired(written).links
    )
    let plan = Planner(
      desired: state,
      catalog: PlanSamples.catalog([]),
      options: PlanOptions(only: only, exclude: exclude, today: today),
      ownership: PlanSamples.untagged
    ).plan(inputs: PlanSamples.inputs(), diagnostics: [])
    #expect(plan.changes.map(\.address.name) == names)
    #expect(plan.leftOut == leftOut)
  }

  @Test(
    arguments: [
      ("create", [Capability.ifNotExists, .orReplace], "CREATE LINK IF NOT EXISTS "),
      ("create", [], "CREATE LINK "), ("update", [.ifNotExists, .orReplace], "CREATE OR REPLACE "),
    ] as [(String, [Capability], String)]
  )
  func `Uses what the server can do`(
    name: String,
    capabilities: [Capability],
    beginning: String
  ) throws {
    let written: Written = [
      "database": "d", "links": ["a": ["type": "S3", "description": "x", "credentials": [:]]],
    ]
    let links = name == "create" ? [] : [PlanSamples.link("a")]
    let catalog = PlanSamples.catalog(links, capabilities: Set(capabilities))
    let plan = try PlanSamples.plan(written, catalog)
    #expect(plan.statements.count == 1)
    #expect(plan.statements.first?.preview.hasPrefix(beginning + "LINK `d`") != (name == "create"))
    #expect(plan.statements.first?.preview.hasPrefix(beginning) == true)
  }

  /// Rows of: protect, consent, used by a pipeline, and what becomes of it.
  @Test(
    arguments: [
      (false, false, false, BlockReason.dropConsent), (false, true, false, nil),
      (true, true, false, .protected), (true, false, true, .protected),
      (false, true, true, .inUse), (false, false, true, .dropConsent),
    ] as [(Bool, Bool, Bool, BlockReason?)]
  )
  func `Drops with consent, unprotected and unused`(
    isProtected: Bool,
    consents: Bool,
    isUsed: Bool,
    block: BlockReason?
  ) throws {
    let written: Written = [
      "database": "d", "links": ["a": ["state": "absent", "protect": .plain("\(isProtected)")]],
    ]
    let address = LinkAddress(database: "d", name: "a")
    let pipeline = Snapshot.Pipeline(database: "d", name: "p", state: "Running", link: address)
    let catalog = PlanSamples.catalog([PlanSamples.link("a")], pipelines: isUsed ? [pipeline] : [])
    let plan = try PlanSamples.plan(written, catalog, allowDrop: consents ? ["d.a"] : [])
    #expect(plan.changes.first?.block?.reason == block)
    #expect(plan.statements.count == (block == nil ? 1 : 0))
  }

  /// A consent is for one link, by its full name.
  @Test(arguments: ["a", "d.*", "D.a", "d.A", "d.a ", "e.a"])
  func `Takes no other name for consent`(name: String) throws {
    let written: Written = ["database": "d", "links": ["a": ["state": "absent"]]]
    let plan = try PlanSamples.plan(
      written,
      PlanSamples.catalog([PlanSamples.link("a")]),
      allowDrop: [name]
    )
    #expect(plan.blocked.count == 1)
    #expect(plan.diagnostics.map(\.rule) == [.noMatch])
  }
}
