/// The catalog as last reviewed, and what the manifests of now would change in it.
struct ReviewedCatalog {
  private let links: [LinkAddress: CatalogLink]
  private let changes: [LinkAddress: LinkChange]
  private let databases: Set<ExactText>
  private let isComplete: Bool

  init(_ snapshot: Snapshot, changes: [LinkChange]) {
    links = Dictionary(snapshot.links.map { ($0.address, $0) }) { first, _ in first }
    self.changes = Dictionary(changes.map { ($0.address, $0) }) { first, _ in first }
    databases = Set(snapshot.databases.map(ExactText.init))
    isComplete = snapshot.isComplete
  }

  func link(_ address: LinkAddress) -> CatalogLink? { links[address] }

  /// What the manifest of now would change in the link.
  func change(_ address: LinkAddress) -> LinkChange? { changes[address] }

  /// Whether the link was surely not there.
  func lacks(_ address: LinkAddress) -> Bool {
    isComplete && databases.contains(ExactText(address.database)) && links[address] == nil
  }

  /// Whether the link was ours by its tag.
  func wasOurs(_ address: LinkAddress) -> Bool {
    changes[address].map { $0.before != nil && $0.foreign == nil } ?? false
  }
}
