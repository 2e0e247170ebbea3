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
    Set(links.map { ExactText($0.address.database) }).sorted().map(\.text)
  }
}

/// Builds the desired state of an environment from manifests.
package struct DesiredStateReader {
  private let values: EnvironmentValues
  /// Every environment of the project; `nil` where the project declares none.
  private let declared: [String]?
  private var findings: [Diagnostic] = []

  package init(values: EnvironmentValues, declaredEnvironments: [String]?) {
    self.values = values
    declared = declaredEnvironments
  }

  package static func read(
    _ manifests: [Manifest],
    values: EnvironmentValues,
    declaredEnvironments: [String]?
  ) -> (state: DesiredState, findings: [Diagnostic]) {
    var reader = DesiredStateReader(values: values, declaredEnvironments: declaredEnvironments)
    let links = manifests.flatMap { manifest in
      manifest.links.compactMap { reader.link($0, in: manifest) }
    }
    let unique = reader.withoutDuplicates(links)
    return (DesiredState(environment: values.environment, links: unique), reader.findings)
  }

  private mutating func link(_ entry: Node.Entry, in manifest: Manifest) -> DesiredLink? {
    var reader = NodeReader()
    let body = manifest.body(of: entry)
    let isIncluded = isIncluded(body, &reader)
    let overridden = overridden(body, of: entry.key, &reader)
    var linkReader = LinkReader(entry, values: values)
    let link = linkReader.link(overridden, fileDatabase: manifest.database)
    findings += reader.findings
    // What an environment leaves out is still read where it is whole by itself, for its mistakes;
    // what only its overrides make whole is not asked for.
    let known = reader.findings.map(\.location)
    findings += linkReader.findings.filter { finding in
      (isIncluded || !finding.isAboutGap)
        && !(finding.rule == .unknownKey && known.contains(finding.location))
    }
    return isIncluded ? link : nil
  }

  private mutating func isIncluded(_ body: Node, _ reader: inout NodeReader) -> Bool {
    guard let node = body["only"] else { return true }
    guard let names = reader.texts(node, named: "only") else { return true }
    for (name, item) in names { checkEnvironment(name, at: item.start) }
    return names.contains { $0.text.isIdentical(to: values.environment) }
  }

  private mutating func overridden(
    _ body: Node,
    of name: String,
    _ reader: inout NodeReader
  ) -> Node {
    guard let node = body["environments"],
      let entries = reader.mapping(node, named: "environments")
    else { return body }
    for entry in entries {
      checkEnvironment(entry.key, at: entry.keyNode.start)
      let keys = LinkReader.keys.filter { $0 != "environments" && $0 != "only" }
      _ = reader.fields(
        entry.value,
        of: "the overrides of '\(name.shown)' for \(entry.key.shown)",
        known: keys
      )
    }
    guard let overlay = node[values.environment], overlay.entries != nil else { return body }
    return body.merged(with: overlay, nullAlwaysRemoves: true)
  }

  private mutating func checkEnvironment(_ name: String, at place: SourceLocation) {
    let known = declared ?? ["default"]
    guard !known.contains(where: { $0.isIdentical(to: name) }) else { return }
    let advice =
      Suggestion.didYouMean(name, among: known)
      ?? "; linkctl.yaml declares \(declared.map { $0.joined(separator: ", ") } ?? "none")"
    findings.append(
      Diagnostic(
        .unknownEnvironment,
        kind: .form,
        severity: declared == nil ? .warning : .error,
        "unknown environment '\(name.shown)'\(advice)",
        at: place
      )
    )
  }

  private mutating func withoutDuplicates(_ links: [DesiredLink]) -> [DesiredLink] {
    var first: [LinkAddress: DesiredLink] = [:]
    for link in links {
      // A link whose name or database is wrong has been reported for that.
      guard !link.address.name.isEmpty, !link.address.database.isEmpty,
        let earlier = first[link.address]
      else {
        first[link.address] = link
        continue
      }
      findings.append(
        .form(
          .duplicateLink,
          "link \(link.address.description.shown) is declared twice; first at \(earlier.source)",
          at: link.source,
          related: earlier.source
        )
      )
    }
    return Array(first.values)
  }
}

extension Diagnostic {
  /// Whether it says that something is missing, which another environment may give.
  fileprivate var isAboutGap: Bool { rule == .missingField || rule == .badReference }
}
