internal import LinkCore
internal import LinkSeal

/// The way that plan and apply share: manifests and catalog, their difference, a plan.
struct Workflow {
  let session: Session
  let target: TargetChoice

  /// Everything up to the plan; nothing is written anywhere.
  func plan(_ options: PlanOptions) throws -> PlannedWork {
    try session.showingProgress { try planning(options) }
  }

  private func planning(_ options: PlanOptions) throws -> PlannedWork {
    var snapshot = target.snapshot.map { path in
      Ahead(isWorthThread: SnapshotFile.isLarge(path)) {
        SnapshotFile.read(path, by: OneWorker())
      }
    }
    let state = try state()
    let source = try catalogSource(state)
    session.trace("catalog: \(source.name)")
    session.progress.begin("reading the catalog")
    let access = CatalogAccess(source: source, session: session)
    let catalog: Snapshot
    if case .snapshot(let path) = source.kind, let read = snapshot?.wait() {
      catalog = try access.snapshot(read, path)
    } else {
      catalog = try access.read(scope(of: state))
    }
    try checkAge(of: catalog)
    try session.stopIfInterrupted()
    LastRun(session: session, project: state.loaded.folder).note(on: source)
    let ownership = try ownership(of: state, against: catalog)
    return planned(state, source, catalog, ownership, on: catalog.server, options)
  }

  /// The plan that leads from a catalog to what is wanted, on a server that may have moved on since;
  /// `existing` is how many declared links are there, where the catalog holds only some of them.
  func planned(
    _ state: LoadedState,
    _ source: CatalogSource,
    _ catalog: Snapshot,
    _ ownership: Ownership,
    on server: Snapshot.Server,
    _ options: PlanOptions,
    existing: Int? = nil
  ) -> PlannedWork {
    session.progress.begin("comparing")
    let planner = Planner(
      desired: state.desired,
      catalog: catalog,
      options: options,
      ownership: ownership,
      limits: state.environment.guardrails
    )
    let plan = planner.plan(
      inputs: Plan.Inputs(
        manifestsDigest: Digest.text(state.loaded.files),
        files: state.loaded.files,
        catalogDigest: catalog.contentDigest(by: session.workers, with: SHA256Digest()),
        catalogTakenAt: catalog.takenAt,
        serverVersion: server.version,
        serverCapabilities: server.capabilities.names,
        target: source.name,
        isTargetGiven: target.isGiven
      ),
      diagnostics: state.warnings,
      existing: existing,
      by: session.workers
    )
    let document = PlanDocument(plan, with: SHA256Digest(), by: session.workers)
    Kept.untilExit((catalog, plan, document))
    let shown = Set(state.warnings)
    session.show(plan.diagnostics.filter { !shown.contains($0) }, of: state.loaded.sources)
    return PlannedWork(
      state: state,
      source: source,
      server: server,
      plan: plan,
      document: document
    )
  }

  /// The catalog that the environment looks at, as a snapshot to be kept.
  func snapshot(takenAt moment: Moment) throws -> Snapshot {
    try session.showingProgress {
      let state = try state()
      let source = try catalogSource(state)
      session.progress.begin("reading the catalog")
      let catalog = try CatalogAccess(source: source, session: session).read(scope(of: state))
      return catalog.taken(at: moment.timestamp)
    }
  }

  /// What is read of the catalog.
  func scope(of state: LoadedState) -> CatalogScope {
    CatalogScope(
      databases: databases(of: state),
      declared: Set(state.desired.links.map(\.address))
    )
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
  let server: Snapshot.Server
  let plan: Plan
  /// What is shown and saved of the plan.
  let document: PlanDocument
}
