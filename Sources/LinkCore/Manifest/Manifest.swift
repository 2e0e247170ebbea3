/// One manifest file: what its links share, and the links by name.
package struct Manifest: Sendable {
  package static let keys = ["database", "defaults", "links"]

  package let file: String
  package let database: Node?
  package let defaults: Node?
  package let links: [Node.Entry]

  /// Reads the top of a file; what is wrong with it is among the findings.
  package static func read(_ root: Node, file: String) -> (manifest: Manifest?, [Diagnostic]) {
    var reader = NodeReader()
    let hints = ["link": "; did you mean 'links'?"]
    guard let fields = reader.fields(root, of: "a manifest", known: keys, hints: hints) else {
      return (nil, reader.findings)
    }
    let defaults = fields["defaults"].flatMap { reader.defaults($0) }
    let links = reader.links(fields, root)
    return (
      Manifest(file: file, database: fields["database"], defaults: defaults, links: links),
      reader.findings
    )
  }

  /// A link's map with the defaults under it, and its name.
  package func body(of link: Node.Entry) -> Node {
    defaults?.merged(with: link.value, nullAlwaysRemoves: false) ?? link.value
  }
}

extension NodeReader {
  fileprivate mutating func defaults(_ node: Node) -> Node? {
    guard !node.holdsMore(than: SizeLimit.ofDefaults) else {
      report(.tooMany("defaults", limit: SizeLimit.ofDefaults, at: node.start))
      return nil
    }
    return fields(node, of: "defaults", known: LinkReader.keys)?.node
  }

  fileprivate mutating func links(_ fields: Fields, _ root: Node) -> [Node.Entry] {
    guard let node = fields["links"] else {
      report(Diagnostic(.noLinks, "this manifest declares no links", at: root.start))
      return []
    }
    guard let entries = mapping(node, named: "links") else { return [] }
    if entries.isEmpty {
      report(Diagnostic(.noLinks, "this manifest declares no links", at: node.start))
    }
    return entries.filter { entry in
      mapping(entry.value, named: "link '\(entry.key)'") != nil
    }
  }
}
