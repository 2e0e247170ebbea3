/// One manifest file: what its links share, and the links by name.
package struct Manifest: Sendable {
  package static let keys = ["database", "defaults", "links"]

  fileprivate static let notAList =
    "expected a map of links, got a list; write each link as NAME: with its keys below, without '- '"
  fileprivate static let belongsToLink =
    "is a key of a link, and stands where a link's name is due; indent it below its link's name"

  package let file: String
  package let database: Node?
  package let defaults: Node?
  package let links: [Node.Entry]

  /// Reads the top of a file; what is wrong with it is among the findings.
  package static func read(_ root: Node, file: String) -> (manifest: Manifest?, [Diagnostic]) {
    var reader = NodeReader(file: file)
    let hints = ["link": "; did you mean 'links'?", "db": "; did you mean 'database'?"]
    guard let fields = reader.fields(root, of: "a manifest", known: keys, hint: { hints[$0] })
    else {
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
      report(.tooMany("defaults", limit: SizeLimit.ofDefaults, at: place(of: node)))
      return nil
    }
    return fields(node, of: "defaults", known: LinkReader.keys)?.node
  }

  fileprivate mutating func links(_ fields: Fields, _ root: Node) -> [Node.Entry] {
    guard let node = fields["links"] else {
      // A key that is misspelt has been reported, and may be this one.
      guard fields.entries.allSatisfy({ Manifest.keys.contains($0.key) }) else { return [] }
      report(Diagnostic(.noLinks, "this manifest declares no links", at: place(of: root)))
      return []
    }
    guard node.items == nil else {
      report(.wrongKind, "links: \(Manifest.notAList)", at: node)
      return []
    }
    guard let entries = mapping(node, named: "links") else { return [] }
    if entries.isEmpty {
      report(Diagnostic(.noLinks, "this manifest declares no links", at: place(of: node)))
    }
    // Most are all maps, and stay one list with the file's.
    if entries.indices.allSatisfy({ entries[$0].value.isMapping }) { return entries }
    return entries.filter { entry in
      if entry.value.isMapping { return true }
      let isMisplaced = LinkReader.keys.contains(entry.key) && entry.value.scalar?.isMissing != true
      guard !isMisplaced else {
        report(.wrongKind, "'\(entry.key)' \(Manifest.belongsToLink)", at: entry.keyNode)
        return false
      }
      return mapping(entry.value, named: "link '\(entry.key)'") != nil
    }
  }
}
