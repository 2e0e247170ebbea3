/// A planned link that is neither as the plan saw it nor as the plan would leave it.
package struct StaleLink: Sendable {
  package enum Difference: Sendable {
    /// It was to be created, and somebody else has done so.
    case exists
    case gone
    case field(FieldPath, planned: JSONValue?, present: JSONValue?)
    /// A link that is to be dropped is in use by now.
    case used(by: [Snapshot.Pipeline])
  }

  package let address: LinkAddress
  package let differences: [Difference]
}

extension LinkChange {
  /// What moved since the plan was made; `nil` where nothing did.
  func moved(in catalog: CurrentCatalog) -> StaleLink? {
    let differences = differences(to: catalog[address]) + newUse(catalog.pipelines(of: address))
    return differences.isEmpty ? nil : StaleLink(address: address, differences: differences)
  }

  private func differences(to current: CatalogLink?) -> [StaleLink.Difference] {
    switch (before, current) {
    case (nil, nil): []
    case (nil, _?): [.exists]
    case (_?, nil): [.gone]
    case (let before?, let current?): before.differences(to: current)
    }
  }

  /// A pipeline that began to use the link must not lose it unasked; a stopped one counts too.
  private func newUse(_ users: [Snapshot.Pipeline]) -> [StaleLink.Difference] {
    guard action == .drop || action == .recreate else { return [] }
    let known = Set(pipelines.map(\.address))
    let new = users.filter { !known.contains($0.address) }
    return new.isEmpty ? [] : [.used(by: new)]
  }
}

extension Snapshot.Pipeline {
  fileprivate var address: LinkAddress { LinkAddress(database: database, name: name) }
}

extension CatalogLink {
  /// Every field that differs from another state of the link, the keys of CONFIG one by one.
  func differences(to other: CatalogLink) -> [StaleLink.Difference] {
    var found: [StaleLink.Difference] = []
    if !hasType(other.type) {
      found.append(
        .field(FieldPath(["type"]), planned: .string(type), present: .string(other.type))
      )
    }
    found += Self.difference(in: "description", description, other.description)
    found += config.differences(to: other.config)
    return found + Self.difference(in: "tag", mark.content, other.mark.content)
  }

  private static func difference(
    in name: String,
    _ planned: String?,
    _ present: String?
  ) -> [StaleLink.Difference] {
    if (planned ?? "").isIdentical(to: present ?? "") { return [] }
    return [
      .field(
        FieldPath([name]),
        planned: planned.map(JSONValue.string),
        present: present.map(JSONValue.string)
      )
    ]
  }
}

extension CatalogLink.Config {
  fileprivate func differences(to other: CatalogLink.Config) -> [StaleLink.Difference] {
    let path = FieldPath(["config"])
    switch (self, other) {
    case (.readable(let planned), .readable(let present)):
      return planned.orEmpty.differences(to: present.orEmpty, at: path).map {
        .field($0.path, planned: $0.mine, present: $0.theirs)
      }
    case (.readable(let planned), _):
      return [.field(path, planned: planned.orEmpty, present: nil)]
    case (_, .readable(let present)):
      return [.field(path, planned: nil, present: present.orEmpty)]
    default: return []
    }
  }
}
