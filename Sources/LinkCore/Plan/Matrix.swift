/// The links of several environments side by side.
package struct Matrix: Sendable {
  package let environments: [String]
  /// By address.
  package let rows: [Row]

  package struct Row: Sendable {
    package let address: LinkAddress
    /// One for each environment.
    package let cells: [Cell]
  }

  package enum Cell: Sendable {
    /// As in the first environment that has the link.
    case same
    /// Other than there, in these fields.
    case differs([FieldPath])
    case missing
  }

  /// The desired states that belong to the environments, in their order.
  package init(_ states: [DesiredState], selecting options: PlanOptions) {
    environments = states.map(\.environment)
    let links = states.map { state in
      Dictionary(
        state.links.filter { !$0.isAbsent && options.selects($0.address) }.map { ($0.address, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    rows = Set(links.flatMap(\.keys)).sorted().map { address in
      let all = links.map { $0[address] }
      let first = all.lazy.compactMap(\.self).first
      return Row(address: address, cells: all.map { Cell($0, against: first) })
    }
  }
}

extension Matrix.Cell {
  fileprivate init(_ link: DesiredLink?, against first: DesiredLink?) {
    guard let link, let first else {
      self = .missing
      return
    }
    let paths = link === first ? [] : link.differences(from: first)
    self = paths.isEmpty ? .same : .differs(paths)
  }
}

extension DesiredLink {
  /// The fields in which two declarations of a link differ; credentials by what they refer to.
  fileprivate func differences(from other: DesiredLink) -> [FieldPath] {
    var paths: [FieldPath] = []
    if type !== other.type { paths.append(["type"]) }
    if !(description ?? "").isIdentical(to: other.description ?? "") {
      paths.append(["description"])
    }
    let rest =
      other.config.orEmpty.differences(to: config.orEmpty, at: ["config"])
      + other.credentials.json.differences(to: credentials.json, at: ["credentials"])
    return paths + rest.map(\.path)
  }
}

extension DesiredLink.Credentials {
  /// With placeholders for what they refer to.
  fileprivate var json: JSONValue {
    switch self {
    case .unmanaged: .null
    case .none: .string("")
    case .declared(let value): value.json { .string($0.placeholder) }
    }
  }
}
