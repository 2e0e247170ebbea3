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
    _ links: [DesiredLink],
    environment: String
  ) -> (state: DesiredState, findings: [Diagnostic]) {
    var kept: [DesiredLink] = []
    var findings: [Diagnostic] = []
    kept.reserveCapacity(links.count)
    for link in links.inOrder {
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
}

extension [DesiredLink] {
  /// By address, those of one address in their order.
  ///
  /// Every manifest has brought its own into order, and mostly all links of a database.
  fileprivate var inOrder: [DesiredLink] {
    let runs = self.runs.sorted { self[$0.lowerBound].address < self[$1.lowerBound].address }
    let areApart = zip(runs, runs.dropFirst()).allSatisfy { run, next in
      self[run.upperBound - 1].address < self[next.lowerBound].address
    }
    if areApart { return runs.flatMap { self[$0] } }
    let ordered = indices.sorted { one, other in
      let (before, after) = (self[one].address, self[other].address)
      return before == after ? one < other : before < after
    }
    return ordered.map { self[$0] }
  }

  /// The longest stretches that are in order.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in indices.dropFirst() where self[index].address < self[index - 1].address {
      runs.append(start..<index)
      start = index
    }
    if start < count { runs.append(start..<count) }
    return runs
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
