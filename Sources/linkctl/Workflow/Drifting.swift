internal import LinkCore

extension Workflow {
  /// How the catalog stands against the manifests and what was last reviewed; nothing is written.
  func drift(_ options: PlanOptions, baseline path: String?) throws -> Drift {
    try session.showingProgress { try drifting(options, baseline: path) }
  }

  private func drifting(_ options: PlanOptions, baseline path: String?) throws -> Drift {
    let state = try state()
    let source = try catalogSource(state)
    session.trace("catalog: \(source.name)")
    session.progress.begin("reading the catalog")
    let catalog = try CatalogAccess(source: source, session: session).read(scope(of: state))
    try checkAge(of: catalog)
    try session.stopIfInterrupted()
    let baseline = try baseline(path, state)
    session.progress.begin("comparing")
    let detector = DriftDetector(
      desired: state.desired,
      catalog: catalog,
      baseline: baseline?.snapshot,
      options: options,
      ownership: try ownership(of: state, against: catalog)
    )
    let findings = detector.findings
    session.show(findings, of: state.loaded.sources)
    let report = DriftReport(
      environment: state.environment.name,
      owner: state.loaded.project.owner,
      target: source.name,
      serverVersion: catalog.server.version,
      baseline: baseline.map { .init(name: $0.name, takenAt: $0.snapshot.takenAt) },
      links: detector.links(by: session.workers),
      leftOut: detector.leftOut,
      findings: (state.warnings + findings).sorted().map(Finding.init)
    )
    return Drift(detected: report, ways: ways(out: state, source, baseline: baseline?.name))
  }

  // MARK: Baseline

  private struct Baseline {
    /// As people name the file.
    let name: String
    let snapshot: Snapshot
  }

  /// The catalog as last reviewed: the file that was named, else the environment's, where it is there.
  private func baseline(_ path: String?, _ state: LoadedState) throws -> Baseline? {
    if let path { return Baseline(name: path, snapshot: try snapshot(path)) }
    guard let committed = state.environment.snapshot, !target.isOffline else { return nil }
    let file = Files.join(state.loaded.folder, committed)
    guard Files.exists(file) else {
      session.note(
        "linkctl: no baseline: \(committed.shown) is not there; 'linkctl snapshot --out' writes it\n"
      )
      return nil
    }
    return Baseline(name: committed, snapshot: try snapshot(file))
  }

  private func snapshot(_ path: String) throws -> Snapshot {
    let source = CatalogSource(kind: .snapshot(path: path), name: "snapshot:\(path)")
    return try CatalogAccess(source: source, session: session)
      .read(CatalogScope(databases: [], declared: []))
  }

  private func ways(out state: LoadedState, _ source: CatalogSource, baseline: String?) -> WaysOut {
    WaysOut(
      environment: session.environmentName == nil ? nil : state.environment.name,
      target: target.target,
      baseline: baseline ?? state.environment.snapshot
    )
  }
}

/// What drift found, and what leads out of it.
struct Drift {
  let detected: DriftReport
  let ways: WaysOut
}
