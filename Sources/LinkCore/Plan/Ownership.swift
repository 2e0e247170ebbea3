/// How a plan tells its own links from others', and what it knows of the credentials on the server.
package struct Ownership: Sendable {
  /// Compares a link's declared credentials with those that its tag was made for.
  package typealias Comparison = @Sendable (DesiredLink, CatalogLink) -> CredentialComparison

  package let owner: String
  /// False where descriptions are kept clean: then every declared link counts as ours.
  package let isTagging: Bool
  private let digest: @Sendable ([UInt8]) -> [UInt8]
  private let comparison: Comparison
  /// What a saved plan has seen of whose links are; `nil` where the catalog tells.
  let approved: [LinkAddress: Foreign]?

  package init(
    owner: String,
    isTagging: Bool,
    digest: @escaping @Sendable ([UInt8]) -> [UInt8],
    approved: [LinkAddress: Foreign]? = nil,
    comparison: @escaping Comparison
  ) {
    self.owner = owner
    self.isTagging = isTagging
    self.digest = digest
    self.approved = approved
    self.comparison = comparison
  }

  /// What the tag of a link will say; `nil` where none is written.
  func draft(for link: DesiredLink) -> TagDraft? {
    isTagging ? TagDraft(owner: owner, rotation: rotation(of: link)) : nil
  }

  /// What the tag of a link keeps of its `rotation`.
  func rotation(of link: DesiredLink) -> DigestPrefix? {
    link.rotation.map { Tag.rotation(of: $0, digest: digest) }
  }

  func compare(_ desired: DesiredLink, _ current: CatalogLink) -> CredentialComparison {
    comparison(desired, current)
  }
}

/// Why a link of the catalog does not count as ours; the raw value is part of the plan's JSON.
package enum Foreign: String, CaseIterable, Sendable {
  /// Nobody's tag stands behind its description.
  case untagged = "no-tag"
  /// What stands there was cut, altered or written by hand.
  case altered = "altered-tag"
  /// The same tag stands on another link, too: one of them has it from the other.
  case copied = "copied-tag"
  /// A later version of linkctl wrote it.
  case newer = "newer-tag"
  /// Another owner's tag.
  case otherOwner = "other-owner"
}

/// Whose the links of a catalog are.
struct Claims {
  private let ownership: Ownership
  private let catalog: Snapshot

  init(_ ownership: Ownership, on catalog: Snapshot) {
    self.ownership = ownership
    self.catalog = catalog
  }

  /// What keeps a declared link from being ours; `nil` where it is.
  func foreign(_ link: CatalogLink, declaredAs desired: DesiredLink) -> Foreign? {
    guard ownership.isTagging else { return nil }
    if let approved = ownership.approved { return approved[link.address] }
    switch link.mark {
    case .none: return .untagged
    case .malformed: return .altered
    case .newer: return .newer
    case .tag(let tag):
      if !tag.owner.isIdentical(to: ownership.owner) { return .otherOwner }
      guard catalog.copiedNonces.contains(tag.nonce) else { return nil }
      // Its fingerprint holds for one link alone: of two with one tag it tells which has it by right.
      switch ownership.compare(desired, link) {
      case .same, .sameByPreviousKey: return nil
      case .changed, .unverifiable: return .copied
      }
    }
  }

  /// Whether a link that no manifest declares has our tag.
  func isOrphaned(_ link: CatalogLink) -> Bool {
    link.mark.tag?.owner.isIdentical(to: ownership.owner) ?? false
  }
}

extension TagMark {
  /// The tag, where this version can read it.
  package var tag: Tag? {
    if case .tag(let tag) = self { tag } else { nil }
  }
}
