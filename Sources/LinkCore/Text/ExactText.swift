/// A text that equals another only where both have the same UTF-8 bytes.
///
/// Swift's own `String ==` also merges texts that are canonically equivalent (`é` as one scalar or
/// as two), which a server tells apart. Use this wherever a name or key is looked up.
package struct ExactText: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (one: ExactText, other: ExactText) -> Bool {
    one.text.isIdentical(to: other.text)
  }

  package static func < (one: ExactText, other: ExactText) -> Bool {
    one.text.precedes(other.text)
  }

  package func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Whether both texts have the same UTF-8 bytes; most that have not differ in how many there are.
  @inline(__always)
  package func isIdentical(to other: String) -> Bool {
    utf8.count == other.utf8.count && hasBytes(of: other)
  }

  /// Where both have as many.
  private func hasBytes(of other: String) -> Bool {
    withBytes { mine in other.withBytes { mine.isIdentical(to: $0) } }
  }

  /// Whether the text's UTF-8 bytes are these.
  package func isIdentical(to bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes { $0.count == bytes.count && $0.isIdentical(to: bytes) }
  }

  /// Whether this text stands before the other in byte order.
  package func precedes(_ other: String) -> Bool {
    withBytes { mine in other.withBytes { mine.precedes($0) } }
  }
}
