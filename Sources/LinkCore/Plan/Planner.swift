/// Turns the difference between two states into a plan; needs no connection.
package struct Planner {
  let desired: DesiredState
  let catalog: Snapshot
  private let options: PlanOptions
  private let ownership: Ownership
  private let limits: [Guardrail.Kind: Int]

  /// `limits` are the environment's guardrails.
  package init(
    desired: DesiredState,
    catalog: Snapshot,
    options: PlanOptions,
    ownership: Ownership,
    limits: [Guardrail.Kind: Int] = [:]
  ) {
    self.desired = desired
    self.catalog = catalog
    self.options = options
    self.ownership = ownership
    self.limits = limits
  }

  /// The plan; `diagnostics` are findings of the manifests that it carries along, `existing` is how
  /// many declared links are there, where the catalog at hand holds only some of them.
  package func plan(
    inputs: Plan.Inputs,
    diagnostics: [Diagnostic],
    existing: Int? = nil,
    by workers: some Workers = OneWorker()
  ) -> Plan {
    let comparison = comparison(by: workers)
    let findings = catalogFindings + findings(on: comparison.changes) + selectorFindings
    return Plan(
      environment: desired.environment,
      owner: ownership.owner,
      isTagging: ownership.isTagging,
      inputs: inputs,
      options: options,
      changes: comparison.changes,
      unmanaged: comparison.unmanaged.map(\.address),
      orphaned: comparison.orphaned.map(\.address),
      leftOut: comparison.leftOut,
      guardrails: guardrails(comparison, existing: existing ?? comparison.existing),
      diagnostics: (diagnostics + findings).sorted()
    )
  }

  /// Both sides set side by side, so far as the options select links.
  func comparison(by workers: some Workers) -> Comparison {
    let matching = Matching(desired: desired.links, current: catalog.links)
    let selected = matching.pairs.filter { options.selects($0.desired.address) }
    let claims = Claims(ownership, catalog.links)
    let undeclared = matching.undeclared.filter { options.selects($0.address) }
    return Comparison(
      changes: inOrderOfExecution(changes(of: selected, claims, by: workers)),
      unmanaged: undeclared.filter { !claims.isOrphaned($0) },
      orphaned: undeclared.filter(claims.isOrphaned),
      leftOut: desired.links.count - selected.count,
      existing: matching.pairs.count { $0.current != nil }
    )
  }

  private func guardrails(_ comparison: Comparison, existing: Int) -> [Guardrail] {
    guard !limits.isEmpty else { return [] }
    let measure = Guardrail.Measure(
      desired: desired,
      existing: existing,
      changes: comparison.changes
    )
    return Guardrail.Kind.allCases.compactMap { kind in
      limits[kind].map { Guardrail(kind, limit: $0, measure, accepted: options.accepted) }
    }
  }

  /// The changes by address, in parts.
  private func changes(
    of pairs: [Matching.Pair],
    _ claims: Claims,
    by workers: some Workers
  ) -> [[LinkChange]] {
    let pipelines = Dictionary(grouping: catalog.pipelines.known.runningFirst, by: \.link)
    return workers.mapParts(of: pairs) { part in
      part.map { pair in
        LinkPlanner(
          desired: pair.desired,
          current: pair.current,
          pipelines: pipelines.isEmpty ? [] : pipelines[pair.desired.address] ?? [],
          server: catalog.server,
          options: options,
          ownership: ownership,
          foreign: pair.current.flatMap { claims.foreign($0, declaredAs: pair.desired) }
        ).change
      }
    }
  }

  /// Creates, updates and recreations by address, then drops, then what stays as it is.
  private func inOrderOfExecution(_ parts: [[LinkChange]]) -> [LinkChange] {
    var ordered: [LinkChange] = []
    ordered.reserveCapacity(desired.links.count)
    for rank in 0...2 {
      for part in parts {
        for index in part.indices where part[index].action.rank == rank {
          ordered.append(part[index])
        }
      }
    }
    return ordered
  }

  /// What the command line says of links that are not there.
  var selectorFindings: [Diagnostic] {
    let selectors =
      options.only.map { ("--only", $0) } + options.exclude.map { ("--exclude", $0) }
      + options.rotate.map { ("--rotate", $0) } + options.adopt.map { ("--adopt", $0) }
    let consents =
      options.allowDrop.map { ("--allow-drop", $0) }
      + options.allowRecreate.map { ("--allow-recreate", $0) }
    guard !selectors.isEmpty || !consents.isEmpty || !options.takeOver.isEmpty else { return [] }
    let names = desired.links.map(\.address.description)
    let unmatched = selectors.filter { _, glob in !names.contains(where: glob.matches) }
      .map { ($0.0, $0.1.pattern) }
    let unknown = consents.filter { _, name in
      !names.contains { $0.isIdentical(to: name) }
    }
    let owners = Set(catalog.links.compactMap { $0.mark.tag.map { ExactText($0.owner) } })
    let strangers = options.takeOver.filter { !owners.contains(ExactText($0)) }.map { owner in
      Diagnostic(.noMatch, "--take-over '\(owner.shown)' is the owner of no link here", at: nil)
    }
    let unmet = (unmatched + unknown).map { flag, text in
      Diagnostic(
        .noMatch,
        "\(flag) '\(text.shown)' matches no declared link of this environment",
        at: nil
      )
    }
    return unmet + strangers
  }
}

extension Planner {
  /// What comes of comparing what is wanted with what is there.
  struct Comparison {
    /// In the order of execution, then the rest by address.
    let changes: [LinkChange]
    /// Links that no manifest declares and that are not ours, by address.
    let unmanaged: [CatalogLink]
    /// Links with our tag that no manifest declares any more, by address.
    let orphaned: [CatalogLink]
    /// How many declared links `--only` and `--exclude` left out.
    let leftOut: Int
    /// How many declared links are there, selected or not.
    let existing: Int
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
  /// Links that only the catalog has, by address.
  private(set) var undeclared: [CatalogLink] = []

  /// Walks along both, which are by address.
  init(desired: [DesiredLink], current: [CatalogLink]) {
    pairs.reserveCapacity(desired.count)
    var next = 0
    for link in desired {
      while next < current.count, current[next].address < link.address {
        undeclared.append(current[next])
        next += 1
      }
      let isThere = next < current.count && current[next].address == link.address
      pairs.append(Pair(desired: link, current: isThere ? current[next] : nil))
      while next < current.count, current[next].address == link.address { next += 1 }
    }
    undeclared += current[next...]
  }
}

extension LinkChange.Action {
  /// When its turn is.
  fileprivate var rank: Int {
    switch self {
    case .create, .update, .adopt, .recreate: 0
    case .drop: 1
    case .none: 2
    }
  }
}
