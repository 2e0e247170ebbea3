/// A piece of a YAML document that knows its place in it.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// The entries in the order they were written; no key stands twice.
    case mapping([Entry])
  }

  /// A scalar's decoded text, and whether it was written without quotes.
  ///
  /// Only a plain one can be `true`, `false`, `null` or a number.
  package struct Scalar: Sendable {
    package let text: String
    package let isPlain: Bool

    package init(text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// A key with its value; `keyNode` is a scalar, for its place.
  package struct Entry: Sendable {
    package let keyNode: Node
    package let value: Node

    package init(keyNode: Node, value: Node) {
      self.keyNode = keyNode
      self.value = value
    }

    package var key: String {
      if case .scalar(let scalar) = keyNode.content { scalar.text } else { "" }
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
    entry(key)?.value
  }

  package func entry(_ key: String) -> Entry? {
    guard let entries else { return nil }
    for index in entries.indices where entries[index].key.isIdentical(to: key) {
      return entries[index]
    }
    return nil
  }

  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  package var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }
}
