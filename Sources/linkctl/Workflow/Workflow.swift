internal import LinkCore
internal import LinkSeal

/// The way that plan and apply share: manifests and catalog, their difference, a plan.
struct Workflow {
  let session: Session
  let target: TargetChoice

  /// Everything up to the plan; nothing is written anywhere.
  func plan(_ options: PlanOptions) throws -> PlannedWork {
    let state = try state()
    let source = try catalogSource(state)
    session.trace("catalog: \(source.name)")
    let catalog = try CatalogAccess(source: source, session: session).read(
      databases: databases(of: state)
    )
    try session.stopIfInterrupted()
    let planner = Planner(desired: state.desired, catalog: catalog, options: options)
    let plan = planner.plan(
      owner: state.loaded.project.owner,
      inputs: Plan.Inputs(
        manifestsDigest: state.loaded.digest,
        catalogDigest: Digest.text(catalog.content),
        catalogTakenAt: catalog.takenAt,
        serverVersion: catalog.server.version,
        serverCapabilities: catalog.server.capabilities.names,
        target: source.name,
        isTargetGiven: target.isGiven
      ),
      diagnostics: state.warnings
    )
    session.show(
      plan.diagnostics.filter { !state.warnings.contains($0) },
      of: state.loaded.sources
    )
    return PlannedWork(
      state: state,
      source: source,
      plan: plan,
      document: PlanDocument(plan, digest: Digest.text)
    )
  }

  /// The catalog that the environment looks at, as a snapshot to be kept.
  func snapshot(takenAt moment: Moment) throws -> Snapshot {
    let state = try state()
    let source = try catalogSource(state)
    let catalog = try CatalogAccess(source: source, session: session)
      .read(databases: databases(of: state))
    return catalog.taken(at: moment.timestamp)
  }

  /// What the environment looks at: what it says, and what the manifests name.
  func databases(of state: LoadedState) -> [String] {
    Set((state.environment.databases + state.desired.databases).map(ExactText.init))
      .sorted().map(\.text)
  }
}

/// A plan with all that applying it needs.
struct PlannedWork {
  let state: LoadedState
  let source: CatalogSource
  let plan: Plan
  /// What is shown and saved of the plan.
  let document: PlanDocument
}

extension Digest {
  /// The digest of a document's canonical form, as documents carry it.
  static func text(_ value: JSONValue) -> String {
    "sha256:" + hex(sha256(Array(value.canonical.utf8)))
  }
}
