/// Reads what a manifest wants of one environment; every manifest by itself, in any order.
package struct DesiredLinksReader: Sendable {
  private let values: EnvironmentValues
  /// Every environment of the project; `nil` where the project declares none.
  private let declared: [String]?

  package init(values: EnvironmentValues, declaredEnvironments: [String]?) {
    self.values = values
    declared = declaredEnvironments
  }

  /// What a manifest wants, and what is wrong with it.
  package struct Reading: Sendable {
    /// By address, those of one address in the order they were written.
    package let links: [DesiredLink]
    package let findings: [Diagnostic]
    /// Whether no address stands twice.
    let areDistinct: Bool
  }

  package func read(_ manifest: Manifest) -> Reading {
    var links: [DesiredLink] = []
    var findings: [Diagnostic] = []
    links.reserveCapacity(manifest.links.count)
    for entry in manifest.links {
      if let link = link(entry, in: manifest, &findings) { links.append(link) }
    }
    // Sorting keeps links of one address in their order.
    links.sort { $0.address < $1.address }
    let areDistinct = zip(links, links.dropFirst()).allSatisfy { $0.address != $1.address }
    return Reading(links: links, findings: findings, areDistinct: areDistinct)
  }

  private func link(
    _ entry: Node.Entry,
    in manifest: Manifest,
    _ findings: inout [Diagnostic]
  ) -> DesiredLink? {
    var reader = NodeReader(file: manifest.file)
    let body = manifest.body(of: entry)
    let isIncluded = isIncluded(body, &reader)
    let overridden = overridden(body, of: entry.key, &reader)
    var linkReader = LinkReader(entry, file: manifest.file, values: values)
    let link = linkReader.link(overridden, fileDatabase: manifest.database)
    findings += reader.findings
    // What an environment leaves out is still read where it is whole by itself, for its mistakes;
    // what only its overrides make whole is not asked for.
    findings += linkReader.findings.filter { finding in
      (isIncluded || !finding.isAboutGap)
        && !(finding.rule == .unknownKey
          && reader.findings.contains { $0.location == finding.location })
    }
    return isIncluded ? link : nil
  }

  private func isIncluded(_ body: Node, _ reader: inout NodeReader) -> Bool {
    guard let node = body["only"] else { return true }
    guard let names = reader.texts(node, named: "only") else { return true }
    for (name, item) in names { checkEnvironment(name, at: item, &reader) }
    return names.contains { $0.text.isIdentical(to: values.environment) }
  }

  private func overridden(_ body: Node, of name: String, _ reader: inout NodeReader) -> Node {
    guard let node = body["environments"],
      let entries = reader.mapping(node, named: "environments")
    else { return body }
    let keys = LinkReader.keys.filter { $0 != "environments" && $0 != "only" }
    for entry in entries {
      checkEnvironment(entry.key, at: entry.keyNode, &reader)
      _ = reader.fields(
        entry.value,
        of: "the overrides of '\(name.shown)' for \(entry.key.shown)",
        known: keys
      )
    }
    guard let overlay = node[values.environment], overlay.entries != nil else { return body }
    return body.merged(with: overlay, nullAlwaysRemoves: true)
  }

  private func checkEnvironment(_ name: String, at node: Node, _ reader: inout NodeReader) {
    let known = declared ?? ["default"]
    guard !known.contains(where: { $0.isIdentical(to: name) }) else { return }
    let advice =
      Suggestion.didYouMean(name, among: known)
      ?? "; linkctl.yaml declares \(declared.map { $0.joined(separator: ", ") } ?? "none")"
    reader.report(
      Diagnostic(
        .unknownEnvironment,
        kind: .form,
        severity: declared == nil ? .warning : .error,
        "unknown environment '\(name.shown)'\(advice)",
        at: reader.place(of: node)
      )
    )
  }
}

extension Diagnostic {
  /// Whether it says that something is missing, which another environment may give.
  fileprivate var isAboutGap: Bool { rule == .missingField || rule == .badReference }
}
