import LinkCore
import LinkSeal

/// Catalogs and plans for tests, in few words.
enum PlanSamples {
  static let today = CalendarDate(year: 2026, month: 11, day: 22)

  static let everything: Set<Capability> = [.alterLink, .ifNotExists, .orReplace, .linksConfig]

  /// A link of the catalog; `config` is JSON, `unreadable` where it cannot be read.
  static func link(
    _ name: String,
    _ type: String = "S3",
    config: String? = nil,
    description: String? = nil,
    database: String = "d",
    mark: TagMark = .none
  ) -> CatalogLink {
    let value = config.flatMap { try? JSONValue(reading: $0) }
    return CatalogLink(
      address: LinkAddress(database: database, name: name),
      type: type,
      description: TaggedDescription(description ?? "", mark: mark),
      config: config == "unreadable" ? .unreadable : .readable(value)
    )
  }

  static func catalog(
    _ links: [CatalogLink],
    version: String = "9.1.3",
    capabilities: Set<Capability> = everything,
    pipelines: [Snapshot.Pipeline] = [],
    knowsAllPipelines: Bool = true
  ) -> Snapshot {
    Snapshot(
      takenAt: nil,
      server: .init(product: "SingleStore", version: version, capabilities: capabilities),
      databases: ["d"],
      isComplete: true,
      links: links,
      pipelines: .init(known: pipelines, isComplete: knowsAllPipelines)
    )
  }

  static func plan(
    _ written: Written,
    _ catalog: Snapshot,
    only: [String] = [],
    exclude: [String] = [],
    allowDrop: [String] = [],
    allowRecreate: [String] = [],
    adopt: [String] = [],
    takeOver: [String] = [],
    rotate: [String] = [],
    style: PlanOptions.Style = .replace,
    accepted: Set<PlanOptions.Override> = [],
    ownership: Ownership = untagged,
    limits: [Guardrail.Kind: Int] = [:],
    by workers: some Workers = OneWorker()
  ) throws -> Plan {
    guard let today else { throw NoDay() }
    let state = DesiredState(environment: "default", links: desired(written).links)
    let options = PlanOptions(
      only: only,
      exclude: exclude,
      allowDrop: allowDrop,
      allowRecreate: allowRecreate,
      adopt: adopt,
      takeOver: takeOver,
      rotate: rotate,
      style: style,
      accepted: accepted,
      today: today
    )
    let planner = Planner(
      desired: state,
      catalog: catalog,
      options: options,
      ownership: ownership,
      limits: limits
    )
    return planner.plan(
      inputs: inputs(capabilities: catalog.server.capabilities.names),
      diagnostics: [],
      by: workers
    )
  }

  /// Of a plan that was made of nothing in particular.
  static func inputs(capabilities: [String] = []) -> Plan.Inputs {
    Plan.Inputs(
      manifestsDigest: "",
      files: [],
      catalogDigest: "",
      catalogTakenAt: nil,
      serverVersion: "",
      serverCapabilities: capabilities,
      target: ""
    )
  }

  /// Descriptions are kept clean, so that every declared link is ours.
  static let untagged = ownership(isTagging: false)

  /// Links carry tags; what is known of their credentials is the same of all.
  static func ownership(
    isTagging: Bool = true,
    _ comparison: CredentialComparison = .unverifiable(.noKey)
  ) -> Ownership {
    Ownership(
      owner: "me",
      isTagging: isTagging,
      digest: Digest.sha256,
      comparison: { _, _ in comparison }
    )
  }

  private struct NoDay: Error {}
}

extension Plan {
  /// With canonical JSON for digests.
  var document: PlanDocument { PlanDocument(self, with: GatheredBytes()) }
}
