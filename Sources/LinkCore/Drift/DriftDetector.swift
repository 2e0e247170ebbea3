/// Tells of every link whether the catalog is as the manifests want it, and who has moved; it plans
/// nothing and needs no connection.
package struct DriftDetector {
  private let desired: DesiredState
  private let catalog: Snapshot
  private let baseline: Snapshot?
  private let options: PlanOptions
  private let ownership: Ownership

  /// The baseline is the catalog as last reviewed, `nil` where there is none.
  package init(
    desired: DesiredState,
    catalog: Snapshot,
    baseline: Snapshot?,
    options: PlanOptions,
    ownership: Ownership
  ) {
    self.desired = desired
    self.catalog = catalog
    self.baseline = baseline
    self.options = options
    self.ownership = ownership
  }

  /// Every link that the options select, by address.
  package func links(by workers: some Workers = OneWorker()) -> [LinkDrift] {
    let now = planner(catalog).comparison(by: workers)
    let reviewed = baseline.map {
      ReviewedCatalog($0, changes: planner($0).comparison(by: workers).changes)
    }
    let declared = now.changes.compactMap { change in
      DriftJudgement(now: change, reviewed: reviewed, options: options).drift
    }
    let rest =
      now.orphaned.map { LinkDrift($0, .orphaned) }
      + now.unmanaged.map { LinkDrift($0, .unmanaged) }
    return (declared + rest).sorted { $0.address < $1.address }
  }

  /// How many declared links the options leave out.
  package var leftOut: Int { desired.links.count { !options.selects($0.address) } }

  /// What the catalog, the baseline and the command line leave unproven.
  package var findings: [Diagnostic] {
    let planner = planner(catalog)
    return planner.catalogFindings + planner.selectorFindings + baselineFindings
  }

  private var baselineFindings: [Diagnostic] {
    guard let baseline else { return [] }
    let seen = Set(baseline.databases.map(ExactText.init))
    return desired.databases.filter { !seen.contains(ExactText($0)) }.map { database in
      Diagnostic(
        .incompleteCatalog,
        "the baseline was not read for database '\(database.shown)'; nothing in it tells who moved",
        at: nil
      )
    }
  }

  private func planner(_ catalog: Snapshot) -> Planner {
    Planner(desired: desired, catalog: catalog, options: options, ownership: ownership)
  }
}

extension LinkDrift {
  fileprivate init(_ link: CatalogLink, _ status: DriftStatus) {
    self.init(
      address: link.address,
      linkType: link.type,
      status: status,
      owner: link.mark.tag?.owner
    )
  }
}
