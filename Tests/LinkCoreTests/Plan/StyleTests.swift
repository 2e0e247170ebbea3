import LinkCore
import Testing

/// How a link is changed in place: by a replace, or by ALTER LINK where CONFIG alone differs.
@Suite struct StyleTests {
  private static let manifest: [(String, Written)] = [
    ("type", "S3"), ("config", ["region": "x"]), ("credentials", ["role_arn": "r"]),
  ]

  private func plan(
    _ more: [(String, Written)] = [],
    without left: String? = nil,
    config: String? = #"{"region":"y"}"#,
    description: String? = nil,
    capabilities: Set<Capability> = PlanSamples.everything,
    style: PlanOptions.Style = .auto,
    rotate: [String] = []
  ) throws -> Plan {
    let entries = Self.manifest.filter { $0.0 != left } + more
    return try PlanSamples.plan(
      ["database": "d", "links": ["a": .map(entries)]],
      PlanSamples.catalog(
        [PlanSamples.link("a", config: config, description: description)],
        capabilities: capabilities
      ),
      rotate: rotate,
      style: style
    )
  }

  @Test func `Alters where CONFIG alone differs, and sends no credentials`() throws {
    let plan = try plan()
    #expect(plan.statements.map(\.preview) == [#"ALTER LINK `d`.`a` SET CONFIG '{"region":"x"}'"#])
    #expect(plan.statements.allSatisfy { $0.references.isEmpty && !$0.hasHoles })
    #expect(plan.changes.first?.action == .update)
    #expect(plan.changes.first?.reason == .configChanged)
    #expect(PlanDocument(plan, with: GatheredBytes()).changes.map(\.isAlteration) == [true])
  }

  @Test func `Alters where the credentials are not declared`() throws {
    #expect(try plan(without: "credentials").statements.count == 1)
    let replaced = try plan(without: "credentials", style: .replace)
    #expect(replaced.blocked.map { $0.block?.reason } == [.unmanagedCredentials])
    #expect(replaced.blocked.first?.block?.advice.contains("--style auto") == true)
  }

  @Test func `Clears CONFIG where none is wanted`() throws {
    let plan = try plan(without: "config")
    #expect(plan.statements.map(\.preview) == ["ALTER LINK `d`.`a` SET CONFIG '{}'"])
  }

  @Test func `Keeps ignored keys as the catalog has them`() throws {
    let kept = try plan([("ignore", ["config.k"])], config: #"{"k":1.10,"region":"y"}"#)
    #expect(
      kept.statements.map(\.preview) == [
        #"ALTER LINK `d`.`a` SET CONFIG '{"k":1.10,"region":"x"}'"#
      ]
    )
    let hidden = try plan([("ignore", ["config.k"])], config: #"{"k":"<redacted>","region":"y"}"#)
    #expect(hidden.blocked.map { $0.block?.reason } == [.unreadable])
  }

  @Test(
    arguments: [
      ("a description", [("description", "new")], nil, []),
      ("a rotation", [], nil, ["d.a"]),
      ("no way to alter", [], nil, []),
    ] as [(String, [(String, Written)], String?, [String])]
  )
  func `Replaces where more than CONFIG is to be sent`(
    id: String,
    more: [(String, Written)],
    description: String?,
    rotate: [String]
  ) throws {
    let capabilities: Set<Capability> =
      id == "no way to alter" ? [.orReplace, .linksConfig] : PlanSamples.everything
    let plan = try plan(
      more,
      description: description,
      capabilities: capabilities,
      rotate: rotate
    )
    #expect(plan.statements.count == 1)
    #expect(plan.statements.first?.preview.hasPrefix("CREATE OR REPLACE LINK") == true)
  }

  @Test func `Alters on a server that cannot replace, if it is told to`() throws {
    let capabilities: Set<Capability> = [.alterLink, .linksConfig]
    let altered = try plan(capabilities: capabilities)
    #expect(altered.statements.first?.preview.hasPrefix("ALTER LINK") == true)
    let replaced = try plan(capabilities: capabilities, style: .replace)
    #expect(replaced.blocked.map { $0.block?.reason } == [.noReplace])
    #expect(replaced.blocked.first?.block?.advice.hasPrefix("change CONFIG alone with") == true)
  }

  @Test func `Alters nothing that is the same, or that cannot be read`() throws {
    for config in [#"{"region":"x"}"#, "unreadable"] {
      let plan = try plan(config: config)
      #expect(plan.actions.isEmpty)
      #expect(plan.summary.unverifiable == 1)
    }
  }

  /// A waived secret in CONFIG is no more shown than in a replace.
  @Test func `Shows no secret that was let pass into CONFIG`() throws {
    let key = "x-amz-server-side-encryption-customer-key"
    let plan = try plan(
      [("config", ["region": "x", key: "hunter2CANARY"])],
      without: "config",
      config: #"{"region":"x"}"#
    )
    #expect(plan.statements.map(\.hasHoles) == [true])
    #expect(plan.statements.first?.preview.contains("hunter2CANARY") == false)
    let document = PlanDocument(plan, with: GatheredBytes())
    #expect(!document.json.canonical.contains("hunter2CANARY"))
  }
}
