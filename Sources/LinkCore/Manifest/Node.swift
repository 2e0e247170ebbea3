/// A piece of a YAML document that knows its place in it.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// The entries in the order they were written; no key stands twice.
    case mapping([Entry])
  }

  /// A scalar's decoded text, and what it stands for.
  package struct Scalar: Sendable {
    package let text: String
    let kind: ScalarKind

    package init(text: String, isPlain: Bool) {
      kind = isPlain ? ScalarKind(plain: text) : .quoted
      self.text = text
    }

    /// Whether it was written without quotes.
    package var isPlain: Bool { kind != .quoted }
  }

  /// A key with its value.
  package struct Entry: Sendable {
    package let key: String
    private let isPlainKey: Bool
    /// Where the key begins.
    package let keyStart: Mark
    private let keyEnd: Mark
    package let value: Node

    /// A key that stands between two places.
    package init(_ key: Scalar, from start: Mark, to end: Mark, value: Node) {
      self.key = key.text
      isPlainKey = key.isPlain
      keyStart = start
      keyEnd = end
      self.value = value
    }

    /// The same key with another value.
    package init(_ entry: Entry, value: Node) {
      key = entry.key
      isPlainKey = entry.isPlainKey
      keyStart = entry.keyStart
      keyEnd = entry.keyEnd
      self.value = value
    }

    package var keyNode: Node {
      Node(.scalar(Scalar(text: key, isPlain: isPlainKey)), start: keyStart, end: keyEnd)
    }
  }

  package var content: Content
  /// Where it begins.
  package let start: Mark
  /// The place behind its last character.
  package let end: Mark

  package init(_ content: Content, start: Mark, end: Mark) {
    self.content = content
    self.start = start
    self.end = end
  }
}

extension Node {
  /// The value of a key, where this is a mapping that has it.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content, let index = entries.index(of: key) else {
      return nil
    }
    return entries[index].value
  }

  package func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries) = content, let index = entries.index(of: key) else {
      return nil
    }
    return entries[index]
  }

  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  package var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  var isScalar: Bool {
    if case .scalar = content { true } else { false }
  }

  var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }
}

extension [Node.Entry] {
  /// Where the entry of a key is.
  func index(of key: String) -> Int? {
    for index in indices where self[index].key.isIdentical(to: key) { return index }
    return nil
  }
}
