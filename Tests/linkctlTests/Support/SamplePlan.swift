import LinkCore
import LinkSeal

/// Plans that tests carry out without a command around them.
enum SamplePlan {
  /// A link without credentials, as a manifest would declare it.
  static func link(
    _ address: LinkAddress,
    description: String? = nil,
    isAbsent: Bool = false
  ) -> DesiredLink {
    let mark = Mark(line: 1, column: 1)
    return DesiredLink(
      address: address,
      type: .s3,
      isAbsent: isAbsent,
      description: description,
      config: nil,
      credentials: .declared(.object([])),
      update: .replace,
      isProtected: false,
      ignored: [],
      waivers: [],
      source: SourceLocation(file: "a.yaml", line: 1, column: 1),
      body: Node(.mapping([]), start: mark, end: mark)
    )
  }

  /// A server of this version without any link.
  static func nothing(in databases: [String]) -> Snapshot {
    Snapshot(
      takenAt: nil,
      server: .init(
        product: "SingleStore",
        version: "9.1.3",
        capabilities: [.ifNotExists, .orReplace, .linksConfig]
      ),
      databases: databases,
      isComplete: true,
      links: [],
      pipelines: .none
    )
  }

  /// The way from a catalog to these links; all of them may be dropped.
  static func plan(_ links: [DesiredLink], on catalog: Snapshot) -> Plan {
    guard let today = CalendarDate(year: 2026, month: 11, day: 22) else {
      preconditionFailure("a day of November")
    }
    let planner = Planner(
      desired: DesiredState(environment: "prod", links: links),
      catalog: catalog,
      options: PlanOptions(allowDrop: links.map(\.address.description), today: today),
      ownership: Ownership(
        owner: "linkctl",
        isTagging: true,
        digest: Digest.sha256,
        comparison: { _, _ in .unverifiable(.noKey) }
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

  /// What sends a plan's statements.
  static func applier(_ plan: Plan) -> Applier {
    let tagger = Tagger(
      environment: "prod",
      planDigest: "sha256:00",
      keys: .none,
      digest: Digest.sha256
    )
    return Applier(plan, tagger: tagger) { _ in nil }
  }
}
