internal import LinkCore

extension Workflow {
  /// Makes a saved plan again of this checkout, against the catalog as that plan saw it, and ends
  /// the command where it comes out otherwise: what is carried out is never what a file says, but
  /// what the manifests say and the file has approved.
  ///
  /// Whether the links themselves have moved since is seen when the plan is applied.
  func replan(_ saved: PlanDocument) throws -> PlannedWork {
    try session.showingProgress { try replanning(saved) }
  }

  private func replanning(_ saved: PlanDocument) throws -> PlannedWork {
    if let name = session.environmentName, !name.isIdentical(to: saved.environment) {
      throw stale([.input("environment", .string(saved.environment), .string(name))])
    }
    let state = try state(of: saved.environment)
    let source = try catalogSource(state)
    guard source.name.isIdentical(to: saved.inputs.target) else {
      throw stale([.input("target", .string(saved.inputs.target), .string(source.name))])
    }
    session.trace("catalog: \(source.name)")
    session.progress.begin("reading the catalog")
    let server = try CatalogAccess(source: source, session: session)
      .read(scope(of: state)).server
    LastRun(session: session, project: state.loaded.folder).note(on: source)
    let work = planned(
      state,
      source,
      saved.catalog(on: server),
      ownership(of: state, approvedBy: saved),
      on: server,
      PlanOptions(saved.options, today: .today),
      existing: saved.guardrails.compactMap(\.base).first
    )
    let mismatches = saved.mismatches(with: work.document)
    guard mismatches.isEmpty else { throw stale(mismatches) }
    return work
  }

  /// Only where it is still declared can anything be done in an environment.
  private func state(of environment: String) throws -> LoadedState {
    let loaded = try ProjectLoader.load(session)
    let declared = loaded.project.allEnvironments.first { $0.name.isIdentical(to: environment) }
    // Where a target was given, a project with environments has one that none of them is.
    let given =
      target.isGiven && environment == "default" ? Project.Environment(name: environment) : nil
    guard let found = declared ?? given else {
      throw stale([.input("environment", .string(environment), nil)])
    }
    return try state(loaded, of: found)
  }

  private func stale(_ mismatches: [PlanMismatch]) -> Failure {
    let reasons = mismatches.map(\.words).joined(separator: "; ")
    return Failure(.stale, "the saved plan is stale: \(reasons); nothing was done, plan again")
  }
}

extension PlanMismatch {
  /// What a person reads of it.
  var words: String {
    switch self {
    case .input(let name, let planned, let present):
      let present = present.map { "is \($0.shown) now" } ?? "is not declared any more"
      return "\(name) was \(planned.shown) when planned, \(present)"
    case .file(let file, .edited): return "\(file.shown) was edited"
    case .file(let file, .added): return "\(file.shown) was added"
    case .file(let file, .removed): return "\(file.shown) was removed"
    case .link(let address):
      return "what is to be done to \(address.shown) is not what the plan says (it was edited, a"
        + " consent has ended, or another version of linkctl made it)"
    }
  }
}
