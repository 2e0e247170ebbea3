extension Node {
  /// Appends bytes that two trees share exactly if they say the same: comments, places, quotes that
  /// change nothing and the order of keys leave no trace in them.
  ///
  /// Every piece begins with its kind and its length, so that no two trees can be confused.
  package func appendMeaning(to bytes: inout [UInt8]) {
    switch content {
    case .scalar(let scalar):
      let value = ScalarValue(scalar)
      bytes.append(value.mark)
      bytes.append(lengthPrefixed: value.isNull ? "" : scalar.text)
    case .sequence(let items):
      bytes.append(UInt8(ascii: "["))
      bytes.append(count: items.count)
      for item in items { item.appendMeaning(to: &bytes) }
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      bytes.append(count: entries.count)
      for entry in entries.sorted(by: { $0.key.precedes($1.key) }) {
        bytes.append(lengthPrefixed: entry.key)
        entry.value.appendMeaning(to: &bytes)
      }
    }
  }
}

extension ScalarValue {
  fileprivate var isNull: Bool { if case .null = self { true } else { false } }

  fileprivate var mark: UInt8 {
    switch self {
    case .null: UInt8(ascii: "~")
    case .bool: UInt8(ascii: "b")
    case .number: UInt8(ascii: "n")
    case .text: UInt8(ascii: "t")
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(count: Int) {
    let count = UInt32(truncatingIfNeeded: count)
    for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: count >> UInt32(shift))) }
  }

  fileprivate mutating func append(lengthPrefixed text: String) {
    append(count: text.utf8.count)
    append(contentsOf: text.utf8)
  }
}
