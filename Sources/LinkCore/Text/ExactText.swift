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
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
  }
}

extension String {
  /// Whether both texts have the same UTF-8 bytes.
  package func isIdentical(to other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return comparing(to: other) { $0.isIdentical(to: $1) } ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether this text stands before the other in byte order.
  package func precedes(_ other: String) -> Bool {
    comparing(to: other) { $0.precedes($1) } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// `nil` where the bytes do not lie one behind the other, as those of no text from a file do.
  private func comparing(
    to other: String,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool? {
    utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in body(mine, theirs) }
    }?.flatMap(\.self)
  }
}
