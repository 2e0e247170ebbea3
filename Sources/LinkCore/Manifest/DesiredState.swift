/// What the manifests want of one environment.
package struct DesiredState: Sendable {
  package let environment: String
  /// In byte order of their addresses; no address twice.
  package let links: [DesiredLink]

  package init(environment: String, links: [DesiredLink]) {
    self.environment = environment
    self.links = links.sorted { $0.address < $1.address }
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
    _ links: [DesiredLink],
    environment: String
  ) -> (state: DesiredState, findings: [Diagnostic]) {
    let ordered = links.indices.sorted { one, other in
      let (before, after) = (links[one], links[other])
      return before.address == after.address ? one < other : before.address < after.address
    }
    var kept: [DesiredLink] = []
    var findings: [Diagnostic] = []
    kept.reserveCapacity(links.count)
    for link in ordered.lazy.map({ links[$0] }) {
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
    return (DesiredState(environment: environment, links: kept), findings)
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
