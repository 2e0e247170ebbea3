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
    let claims = Claims(ownership, on: catalog)
    let pipelines = Dictionary(grouping: catalog.pipelines.known.runningFirst, by: \.link)
    let parts = workers.mapParts(of: desired.links) { part in
      comparison(of: part, claims, pipelines)
    }
    // Without any declared link there is no part that would tell of the catalog's.
    let undeclared = (desired.links.isEmpty ? catalog.links : parts.flatMap(\.undeclared))
      .filter { options.selects($0.address) }
    return Comparison(
      changes: inOrderOfExecution(parts.map(\.changes)),
      unmanaged: undeclared.filter { !claims.isOrphaned($0) },
      orphaned: undeclared.filter(claims.isOrphaned),
      leftOut: desired.links.count - parts.reduce(0) { $0 + $1.changes.count },
      existing: parts.reduce(0) { $0 + $1.existing }
    )
  }

  /// What comes of comparing some declared links with what the catalog has from the first of them to
  /// the first of the next.
  private struct PartComparison {
    /// Of those that the options select, by address.
    var changes: [LinkChange] = []
    /// Links that only the catalog has, by address.
    var undeclared: [CatalogLink] = []
    /// How many declared links are there, selected or not.
    var existing = 0
  }

  private func comparison(
    of part: ArraySlice<DesiredLink>,
    _ claims: Claims,
    _ pipelines: [LinkAddress: [Snapshot.Pipeline]]
  ) -> PartComparison {
    var comparison = PartComparison()
    comparison.changes.reserveCapacity(part.count)
    var current = catalog.links(between: part, of: desired.links)
    for link in part {
      while let other = current.first, other.address < link.address {
        comparison.undeclared.append(other)
        current.removeFirst()
      }
      let match = current.first.flatMap { $0.address == link.address ? $0 : nil }
      while let other = current.first, other.address == link.address { current.removeFirst() }
      if match != nil { comparison.existing += 1 }
      guard options.selects(link.address) else { continue }
      comparison.changes.append(change(of: link, from: match, claims, pipelines))
    }
    comparison.undeclared += current
    return comparison
  }

  private func change(
    of link: DesiredLink,
    from current: CatalogLink?,
    _ claims: Claims,
    _ pipelines: [LinkAddress: [Snapshot.Pipeline]]
  ) -> LinkChange {
    LinkPlanner(
      desired: link,
      current: current,
      pipelines: pipelines.isEmpty ? [] : pipelines[link.address] ?? [],
      server: catalog.server,
      options: options,
      ownership: ownership,
      foreign: current.flatMap { claims.foreign($0, declaredAs: link) }
    ).change
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

extension Snapshot {
  /// The links from a part's first address to that of the next part, without bound at either end of
  /// the list that the part is of.
  fileprivate func links(
    between part: ArraySlice<DesiredLink>,
    of all: [DesiredLink]
  ) -> ArraySlice<CatalogLink> {
    let start = part.startIndex == 0 ? 0 : index(of: all[part.startIndex].address)
    let end = part.endIndex == all.count ? links.count : index(of: all[part.endIndex].address)
    return links[start..<end]
  }

  /// Where the first link is that does not stand before an address.
  private func index(of address: LinkAddress) -> Int {
    links.partitionPoint { !($0.address < address) }
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
