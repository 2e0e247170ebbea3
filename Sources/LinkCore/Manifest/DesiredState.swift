/// What the manifests want of one environment.
package struct DesiredState: Sendable {
  package let environment: String
  /// In byte order of their addresses; no address twice.
  package let links: [DesiredLink]

  package init(environment: String, links: [DesiredLink]) {
    self.init(environment: environment, ordered: links.sorted { $0.address < $1.address })
  }

  private init(environment: String, ordered links: [DesiredLink]) {
    self.environment = environment
    self.links = links
  }

  /// The databases that the links are in, in byte order.
  package var databases: [String] {
    var databases: [String] = []
    for link in links where databases.last?.isIdentical(to: link.address.database) != true {
      databases.append(link.address.database)
    }
    return databases
  }
}

extension DesiredState {
  /// The links of several manifests, in the order these are read: of those with one address the
  /// first is kept, and the findings tell of the others.
  package static func merging(
    _ manifests: [DesiredLinksReader.Reading],
    environment: String
  ) -> (state: DesiredState, findings: [Diagnostic]) {
    if let links = disjoint(manifests) {
      return (DesiredState(environment: environment, ordered: links), [])
    }
    var kept: [DesiredLink] = []
    var findings: [Diagnostic] = []
    // Sorting keeps links of one address in their order.
    for link in manifests.flatMap(\.links).sorted(by: { $0.address < $1.address }) {
      guard let earlier = kept.last, earlier.address == link.address else {
        kept.append(link)
        continue
      }
      if link.address.isWhole {
        findings.append(.duplicate(link, of: earlier))
      } else {
        kept[kept.count - 1] = link
      }
    }
    return (DesiredState(environment: environment, ordered: kept), findings)
  }

  /// All links by address, where every manifest has a stretch of them to itself; mostly it has all
  /// links of a database.
  private static func disjoint(_ manifests: [DesiredLinksReader.Reading]) -> [DesiredLink]? {
    guard manifests.allSatisfy(\.areDistinct) else { return nil }
    let stretches = manifests.map(\.links).compactMap { links in
      links.first.map { (first: $0.address, links: links) }
    }.sorted { $0.first < $1.first }
    for (one, next) in zip(stretches, stretches.dropFirst()) {
      guard let last = one.links.last, last.address < next.first else { return nil }
    }
    return stretches.flatMap(\.links)
  }
}

extension LinkAddress {
  /// Whether it has both its parts; a link whose name or database is wrong was reported for that.
  fileprivate var isWhole: Bool { !name.isEmpty && !database.isEmpty }
}

extension Diagnostic {
  fileprivate static func duplicate(_ link: DesiredLink, of earlier: DesiredLink) -> Diagnostic {
    .form(
      .duplicateLink,
      "link \(link.address.description.shown) is declared twice; first at \(earlier.source)",
      at: link.source,
      related: earlier.source
    )
  }
}
