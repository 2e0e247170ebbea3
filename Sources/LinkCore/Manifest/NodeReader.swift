/// Reads nodes of a file as what a place asks for, and reports what is not of that kind.
package struct NodeReader {
  package let file: String
  package private(set) var findings: [Diagnostic] = []

  package init(file: String) {
    self.file = file
  }

  package mutating func report(_ finding: Diagnostic) {
    findings.append(finding)
  }

  /// Reports that a node is not of the form it has to be.
  package mutating func report(_ rule: Rule, _ message: String, at node: Node) {
    report(.form(rule, message, at: place(of: node)))
  }

  package func place(of node: Node) -> SourceLocation {
    SourceLocation(file: file, node.start)
  }

  /// The entries of a map whose keys are all known; unknown ones are reported and left out.
  package mutating func fields(
    _ node: Node,
    of owner: @autoclosure () -> String,
    known: [String],
    hint: (String) -> String? = { _ in nil }
  ) -> Fields? {
    guard let entries = mapping(node, named: owner()) else { return nil }
    for index in entries.indices where !known.holds(entries[index].key) {
      let key = entries[index].key
      let place = place(of: entries[index].keyNode)
      report(.unknownField(key, at: place, of: owner(), known: known, hint: hint(key)))
    }
    return Fields(entries: entries, node: node, known: known)
  }

  package mutating func mapping(
    _ node: Node,
    named name: @autoclosure () -> String
  ) -> [Node.Entry]? {
    if let entries = node.entries { return entries }
    reportKind(of: node, named: name(), expected: "a map (key: value)")
    return nil
  }

  package mutating func sequence(_ node: Node, named name: String) -> [Node]? {
    if let items = node.items { return items }
    reportKind(of: node, named: name, expected: "a list")
    return nil
  }

  package mutating func text(_ node: Node, named name: String) -> String? {
    if let scalar = node.scalar, !scalar.isMissing, case .text(let text) = ScalarValue(scalar) {
      return text
    }
    reportKind(of: node, named: name, expected: "text")
    return nil
  }

  package mutating func bool(_ node: Node, named name: String) -> Bool? {
    if let scalar = node.scalar, case .bool(let bool) = ScalarValue(scalar) { return bool }
    reportKind(of: node, named: name, expected: "true or false")
    return nil
  }

  /// One of a few words.
  package mutating func word(_ node: Node, named name: String, among words: [String]) -> String? {
    guard let scalar = node.scalar, !scalar.isMissing, case .text(let text) = ScalarValue(scalar)
    else {
      reportKind(of: node, named: name, expected: words.joined(separator: " or "))
      return nil
    }
    if words.contains(where: { $0.isIdentical(to: text) }) { return text }
    report(.unknownWord(text, at: place(of: node), named: name, words: words))
    return nil
  }

  package mutating func texts(_ node: Node, named name: String) -> [(text: String, node: Node)]? {
    guard let items = sequence(node, named: name) else { return nil }
    return items.compactMap { item in
      text(item, named: "each item of \(name)").map { ($0, item) }
    }
  }

  /// Reports that a node is of another kind than is expected.
  package mutating func reportKind(of node: Node, named name: String, expected: String) {
    report(.wrongKind(node, at: place(of: node), named: name, expected: expected))
  }
}

/// The entries of a map, looked up by key.
package struct Fields {
  package let entries: [Node.Entry]
  package let node: Node
  package let known: [String]

  package subscript(key: String) -> Node? {
    entry(key)?.value
  }

  package func entry(_ key: String) -> Node.Entry? {
    node.entry(key)
  }

  /// Whether a key is missing because it is misspelt, which has been reported as that.
  package func isMisspelt(_ key: String) -> Bool {
    entries.contains { entry in
      !known.holds(entry.key)
        && Suggestion.closest(to: entry.key, among: known)?.isIdentical(to: key) == true
    }
  }
}

extension [String] {
  /// Whether this very text is one of a few.
  fileprivate func holds(_ text: String) -> Bool {
    for index in indices where self[index].isIdentical(to: text) { return true }
    return false
  }
}
