/// Turns the difference between two states into a plan; needs no connection.
package struct Planner {
  let desired: DesiredState
  let catalog: Snapshot
  private let options: PlanOptions

  package init(desired: DesiredState, catalog: Snapshot, options: PlanOptions) {
    self.desired = desired
    self.catalog = catalog
    self.options = options
  }

  /// The plan; `diagnostics` are findings of the manifests that it carries along.
  package func plan(
    owner: String,
    inputs: Plan.Inputs,
    diagnostics: [Diagnostic],
    by workers: some Workers = OneWorker()
  ) -> Plan {
    let matching = Matching(desired: desired.links, current: catalog.links)
    let selected = matching.pairs.filter { options.selects($0.desired.address) }
    let changes = changes(of: selected, by: workers)
    let findings = catalogFindings + findings(on: changes) + selectorFindings
    return Plan(
      environment: desired.environment,
      owner: owner,
      inputs: inputs,
      options: options,
      changes: changes.inOrderOfExecution,
      unmanaged: matching.unmanaged.filter(options.selects),
      leftOut: desired.links.count - selected.count,
      diagnostics: (diagnostics + findings).sorted()
    )
  }

  private func changes(of pairs: [Matching.Pair], by workers: some Workers) -> [LinkChange] {
    let pipelines = Dictionary(grouping: catalog.pipelines.known.runningFirst, by: \.link)
    return workers.mapParts(of: pairs) { part in
      part.map { pair in
        LinkPlanner(
          desired: pair.desired,
          current: pair.current,
          pipelines: pipelines.isEmpty ? [] : pipelines[pair.desired.address] ?? [],
          server: catalog.server,
          options: options
        ).change
      }
    }.flatMap(\.self)
  }

  private var selectorFindings: [Diagnostic] {
    let selectors =
      options.only.map { ("--only", $0) } + options.exclude.map { ("--exclude", $0) }
      + options.rotate.map { ("--rotate", $0) }
    let consents =
      options.allowDrop.map { ("--allow-drop", $0) }
      + options.allowRecreate.map { ("--allow-recreate", $0) }
    guard !selectors.isEmpty || !consents.isEmpty else { return [] }
    let names = desired.links.map(\.address.description)
    let unmatched = selectors.filter { _, glob in !names.contains(where: glob.matches) }
      .map { ($0.0, $0.1.pattern) }
    let unknown = consents.filter { _, name in
      !names.contains { $0.isIdentical(to: name) }
    }
    return (unmatched + unknown).map { flag, text in
      Diagnostic(
        .noMatch,
        "\(flag) '\(text.shown)' matches no declared link of this environment",
        at: nil
      )
    }
  }
}

extension [Snapshot.Pipeline] {
  /// The order of each half stays.
  fileprivate var runningFirst: [Snapshot.Pipeline] {
    filter(\.isRunning) + filter { !$0.isRunning }
  }
}

/// Both sides set side by side: each declared link with what the catalog has of it.
private struct Matching {
  struct Pair: Sendable {
    let desired: DesiredLink
    let current: CatalogLink?
  }

  private(set) var pairs: [Pair] = []
  /// Of links that only the catalog has, by address.
  private(set) var unmanaged: [LinkAddress] = []

  /// Walks along both, which are by address.
  init(desired: [DesiredLink], current: [CatalogLink]) {
    pairs.reserveCapacity(desired.count)
    var rest = current[...]
    for link in desired {
      while let next = rest.first, next.address < link.address {
        unmanaged.append(next.address)
        rest.removeFirst()
      }
      let match = rest.first.flatMap { $0.address == link.address ? $0 : nil }
      pairs.append(Pair(desired: link, current: match))
      while let next = rest.first, next.address == link.address { rest.removeFirst() }
    }
    unmanaged += rest.map(\.address)
  }
}

extension [LinkChange] {
  /// Creates, updates and recreations by address, then drops, then what stays as it is.
  fileprivate var inOrderOfExecution: [LinkChange] {
    let rank = { (change: LinkChange) in
      switch change.action {
      case .create, .update, .recreate: 0
      case .drop: 1
      case .none: 2
      }
    }
    // They are by address already.
    return (0...2).flatMap { wanted in filter { rank($0) == wanted } }
  }
}
