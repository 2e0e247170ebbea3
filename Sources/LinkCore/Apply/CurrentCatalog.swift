/// A catalog as it was just read, to look single links up in.
struct CurrentCatalog {
  private let links: [LinkAddress: CatalogLink]
  private let pipelines: [LinkAddress: [Snapshot.Pipeline]]

  init(_ snapshot: Snapshot) {
    links = Dictionary(
      snapshot.links.map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    pipelines = Dictionary(grouping: snapshot.pipelines.known, by: \.link)
  }

  subscript(address: LinkAddress) -> CatalogLink? { links[address] }

  /// The pipelines that read through a link.
  func pipelines(of address: LinkAddress) -> [Snapshot.Pipeline] { pipelines[address] ?? [] }
}
