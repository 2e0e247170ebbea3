/// One declared link, seen from all three sides.
struct DriftJudgement {
  let now: LinkChange
  /// `nil` where there is no reviewed state.
  let reviewed: ReviewedCatalog?
  let options: PlanOptions

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
      hasOtherSecrets: now.hasOtherSecrets,
      unverifiable: now.uncompared,
      foreign: isAdopted ? nil : now.foreign,
      owner: now.before?.mark.tag?.owner,
      statements: now.statements.map(PlanDocument.ShownStatement.init),
      block: now.block?.reason,
      waiver: isCompared ? waiver(of: fields, status) : nil
    )
  }

  private var before: CatalogLink? { reviewed?.link(now.address) }

  private var status: DriftStatus {
    guard let current = now.before else {
      return reviewed?.lacks(now.address) == true ? .pending : .missing
    }
    if now.foreign != nil, !isAdopted { return wasOurs ? .tagLost : .notOurs }
    if wasOurs, hasLostFingerprint(current) { return .tagLost }
    guard isDifferent(now) else {
      if now.action == .adopt { return .pending }
      return now.uncompared.isEmpty ? .inSync : .unverifiable
    }
    guard let reviewed, let before, isComparable(before) else { return .differs }
    guard !moves(from: before, to: current).isEmpty else { return .pending }
    return reviewed.change(now.address).map(isDifferent) == true ? .both : .changedOutside
  }

  /// Whether the manifest takes a link for ours that has no tag of ours.
  private var isAdopted: Bool {
    switch now.foreign {
    case .untagged, .altered, .copied: options.consents(to: .adopt, of: now.after)
    case .newer, .otherOwner, nil: false
    }
  }

  private var wasOurs: Bool { reviewed?.wasOurs(now.address) ?? false }

  /// Whether the reviewed tag had a fingerprint that could be checked, and the one of now has none, or
  /// one of a key that is not at hand.
  private func hasLostFingerprint(_ current: CatalogLink) -> Bool {
    guard let before = before?.mark.tag?.fingerprint else { return false }
    guard let now = current.mark.tag?.fingerprint else { return true }
    let wasComparable = reviewed?.change(self.now.address)?.credentials != .unverifiable
    return wasComparable && now.key != before.key && self.now.obstacle == .otherKey
  }

  /// Whether the link is known to be other than the manifest wants it.
  private func isDifferent(_ change: LinkChange) -> Bool {
    change.after.isAbsent || change.hasOtherSecrets
      || change.fields.contains { !$0.isUnreadable }
  }

  // MARK: Fields

  /// Whether the reviewed state can tell whose change a difference in CONFIG is.
  private func isComparable(_ before: CatalogLink) -> Bool {
    let isAboutConfig = now.fields.contains {
      !$0.isUnreadable && $0.path.components.first == "config"
    }
    return !isAboutConfig || before.isConfigReadable
  }

  private struct Move {
    let path: FieldPath
    let before: JSONValue?
    let after: JSONValue?
  }

  /// What somebody has changed in the catalog; a tag counts where the secrets differ, too.
  private func moves(from before: CatalogLink, to current: CatalogLink) -> [Move] {
    before.differences(to: current).compactMap { difference in
      guard case .field(let path, let planned, let present) = difference else { return nil }
      if path.components == ["tag"], !now.hasOtherSecrets { return nil }
      if path.components == ["config"], !before.isConfigReadable || !current.isConfigReadable {
        return nil
      }
      return Move(path: path, before: planned, after: present)
    }
  }

  private var fields: [DriftField] {
    var moved: [Move] = []
    if let before, let current = now.before { moved = moves(from: before, to: current) }
    let wanted = now.fields.map { field in
      DriftField(
        path: field.path,
        before: before.map { reviewedSide(of: field, moved, in: $0) },
        after: field.isUnreadable ? .unreadable : .init(field.before),
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

  private func reviewedSide(
    of field: FieldChange,
    _ moved: [Move],
    in before: CatalogLink
  ) -> DriftField.Side {
    if let move = moved.first(where: { $0.path == field.path }) { return .init(move.before) }
    if field.path.components == ["rotation"] { return .init(before.mark.tag?.rotationJSON) }
    let isConfig = field.path.components.first == "config"
    if field.isUnreadable || (isConfig && !before.isConfigReadable) { return .unreadable }
    return .init(field.before)
  }

  // MARK: Waivers

  private func waiver(of fields: [DriftField], _ status: DriftStatus) -> DriftWaiver? {
    if now.isHeld { return DriftWaiver(reason: "update: never", until: nil) }
    let waivers = now.after.consents(to: .drift, on: options.today)
    if let whole = waivers.first(where: { $0.key == nil }) {
      return DriftWaiver(reason: whole.reason, until: whole.until)
    }
    // What a waiver says of a field says nothing of a tag that is gone, or of secrets.
    guard status != .tagLost, status != .notOurs, !now.hasOtherSecrets, !fields.isEmpty else {
      return nil
    }
    let used = fields.map { field in waivers.first { $0.isAbout(field.path) } }
    guard let first = used.first ?? nil, !used.contains(where: { $0 == nil }) else { return nil }
    let reasons = Set(used.compactMap { $0?.reason }.map(ExactText.init)).sorted().map(\.text)
    let ends = used.compactMap { $0?.until }
    return DriftWaiver(reason: reasons.joined(separator: "; "), until: ends.min() ?? first.until)
  }
}

extension CatalogLink {
  fileprivate var isConfigReadable: Bool {
    if case .readable = config { true } else { false }
  }
}
