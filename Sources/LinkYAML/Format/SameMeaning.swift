internal import LinkCore

extension Node {
  /// Whether both say the same, however they are written; the order of keys says nothing.
  func meansTheSame(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let one), .scalar(let other)):
      return one.isMissing == other.isMissing && ScalarValue(one).isSame(as: ScalarValue(other))
    case (.sequence(let one), .sequence(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { $0.meansTheSame(as: $1) }
    case (.mapping(let one), .mapping(let other)):
      guard one.count == other.count else { return false }
      let values = Dictionary(
        other.map { (ExactText($0.key), $0.value) },
        uniquingKeysWith: { first, _ in first }
      )
      return one.allSatisfy { values[ExactText($0.key)]?.meansTheSame(as: $0.value) == true }
    default: return false
    }
  }
}

extension ScalarValue {
  /// Whether both are the same value, a number with the same digits.
  fileprivate func isSame(as other: ScalarValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): one.text.isIdentical(to: other.text)
    case (.text(let one), .text(let other)): one.isIdentical(to: other)
    default: false
    }
  }
}
