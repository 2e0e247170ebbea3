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
    let reviewed = Reviewed(baseline, baseline.map { planner($0).comparison(by: workers).changes })
    let declared = now.changes.compactMap { change in
      Judgement(now: change, reviewed: reviewed, today: options.today).drift
    }
    let rest =
      now.orphaned.map { LinkDrift($0, .orphaned) }
      + now.unmanaged.map { LinkDrift($0, .unmanaged) }
    return (declared + rest).sorted { $0.address < $1.address }
  }

  /// What the catalog itself leaves unproven.
  package var findings: [Diagnostic] { planner(catalog).catalogFindings }

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

/// The catalog as last reviewed, and what the manifests of now would change in it.
private struct Reviewed {
  private let links: [LinkAddress: CatalogLink]
  private let changes: [LinkAddress: LinkChange]

  init?(_ snapshot: Snapshot?, _ changes: [LinkChange]?) {
    guard let snapshot, let changes else { return nil }
    links = Dictionary(snapshot.links.map { ($0.address, $0) }) { first, _ in first }
    self.changes = Dictionary(changes.map { ($0.address, $0) }) { first, _ in first }
  }

  func link(_ address: LinkAddress) -> CatalogLink? { links[address] }

  /// What the manifest of now would change in the link.
  func change(_ address: LinkAddress) -> LinkChange? { changes[address] }
}

/// One declared link, seen from all three sides.
private struct Judgement {
  let now: LinkChange
  /// `nil` where there is no reviewed state.
  let reviewed: Reviewed?
  let today: CalendarDate

  /// `nil` for a link that is to be absent and is.
  var drift: LinkDrift? {
    if now.after.isAbsent, now.before == nil { return nil }
    let status = status
    let isCompared = now.before != nil && status != .inSync && status != .unverifiable
    let fields = isCompared ? fields : []
    return LinkDrift(
      address: now.address,
      linkType: now.typeName,
      status: status,
      source: now.after.source,
      isAbsenceWanted: now.after.isAbsent,
      fields: fields,
      credentials: now.credentials,
      unverifiable: now.uncompared,
      foreign: now.foreign,
      owner: now.before?.mark.tag?.owner,
      waiver: status == .inSync || status == .unverifiable ? nil : waiver(of: fields)
    )
  }

  private var before: CatalogLink? { reviewed?.link(now.address) }

  private var status: DriftStatus {
    guard let current = now.before else {
      return reviewed != nil && before == nil ? .pending : .missing
    }
    if let foreign = now.foreign { return lost(foreign) ? .tagLost : .notOurs }
    guard now.isDifferent else { return now.uncompared.isEmpty ? .inSync : .unverifiable }
    guard let reviewed, let before else { return .differs }
    let isMoved = !moves(from: before, to: current).isEmpty
    guard isMoved else { return .pending }
    return reviewed.change(now.address)?.isDifferent == true ? .both : .changedOutside
  }

  /// Whether the link had our tag when it was reviewed, and has none that can be read now.
  private func lost(_ foreign: Foreign) -> Bool {
    guard foreign == .untagged || foreign == .altered, before != nil else { return false }
    return reviewed?.change(now.address)?.foreign == nil
  }

  // MARK: Fields

  /// What somebody has changed in the catalog; a tag counts where the credentials differ, too.
  private func moves(from before: CatalogLink, to current: CatalogLink) -> [Move] {
    before.differences(to: current).compactMap { difference in
      guard case .field(let path, let planned, let present) = difference else { return nil }
      if path.components == ["tag"], now.credentials != .rotated { return nil }
      if path.components == ["config"], !before.isConfigReadable || !current.isConfigReadable {
        return nil
      }
      return Move(path: path, before: planned, after: present)
    }
  }

  private struct Move {
    let path: FieldPath
    let before: JSONValue?
    let after: JSONValue?
  }

  private var fields: [DriftField] {
    var moved: [Move] = []
    if let before, let current = now.before { moved = moves(from: before, to: current) }
    let wanted = now.fields.map { field in
      let move = moved.first { $0.path == field.path }
      let after: DriftField.Side = field.isUnreadable ? .unreadable : .init(field.before)
      return DriftField(
        path: field.path,
        before: before == nil ? nil : move.map { .init($0.before) } ?? after,
        after: after,
        wanted: .init(field.after),
        source: field.source
      )
    }
    let known = Set(wanted.map(\.path))
    let rest = moved.filter { !known.contains($0.path) && $0.path.components != ["tag"] }
      .map { move in
        // Manifest and catalog agree about it.
        DriftField(
          path: move.path,
          before: .init(move.before),
          after: .init(move.after),
          wanted: .init(move.after),
          source: now.after.origin(of: move.path)
        )
      }
    return wanted + rest
  }

  // MARK: Waivers

  private func waiver(of fields: [DriftField]) -> DriftWaiver? {
    if now.isHeld { return DriftWaiver(reason: "update: never", until: nil) }
    let waivers = now.after.waivers.filter {
      $0.subject == .consent(.drift) && $0.counts(on: today)
    }
    let whole = waivers.first { $0.key == nil }
    if let whole { return DriftWaiver(reason: whole.reason, until: whole.until) }
    guard !fields.isEmpty, now.credentials != .rotated else { return nil }
    let used = fields.map { field in waivers.first { $0.isAbout(field.path) } }
    guard let first = used.first ?? nil, !used.contains(where: { $0 == nil }) else { return nil }
    return DriftWaiver(reason: first.reason, until: first.until)
  }
}

extension Waiver {
  fileprivate func isAbout(_ path: FieldPath) -> Bool {
    key.flatMap { FieldPath(parsing: $0) }?.covers(path) ?? false
  }
}

extension LinkChange {
  /// Whether the link is known to be other than the manifest wants it.
  fileprivate var isDifferent: Bool {
    after.isAbsent || credentials == .rotated || fields.contains { !$0.isUnreadable }
  }
}

extension CatalogLink {
  fileprivate var isConfigReadable: Bool {
    if case .readable = config { true } else { false }
  }
}
