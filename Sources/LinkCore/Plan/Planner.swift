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
    diagnostics: [Diagnostic]
  ) -> Plan {
    let selected = desired.links.filter { options.selects($0.address) }
    let current = Dictionary(
      catalog.links.map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let pipelines = Dictionary(grouping: catalog.pipelines.known.runningFirst, by: \.link)
    let changes = selected.map { link in
      LinkPlanner(
        desired: link,
        current: current[link.address],
        pipelines: pipelines[link.address] ?? [],
        server: catalog.server,
        options: options
      ).change
    }
    let declared = Set(desired.links.map(\.address))
    let findings = catalogFindings + findings(on: changes) + selectorFindings
    return Plan(
      environment: desired.environment,
      owner: owner,
      inputs: inputs,
      options: options,
      changes: changes.inOrderOfExecution,
      unmanaged: catalog.links.map(\.address).filter {
        !declared.contains($0) && options.selects($0)
      },
      leftOut: desired.links.count - selected.count,
      diagnostics: (diagnostics + findings).sorted()
    )
  }

  private var selectorFindings: [Diagnostic] {
    let names = desired.links.map(\.address.description)
    let selectors =
      options.only.map { ("--only", $0) } + options.exclude.map { ("--exclude", $0) }
      + options.rotate.map { ("--rotate", $0) }
    let unmatched = selectors.filter { _, glob in !names.contains(where: glob.matches) }
      .map { ($0.0, $0.1.pattern) }
    let consents =
      options.allowDrop.map { ("--allow-drop", $0) }
      + options.allowRecreate.map { ("--allow-recreate", $0) }
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
    return sorted { (rank($0), $0.address) < (rank($1), $1.address) }
  }
}
