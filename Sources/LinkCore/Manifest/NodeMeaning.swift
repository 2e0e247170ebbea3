extension Node {
  /// Bytes that two trees share exactly if they say the same: comments, places, quotes that change
  /// nothing and the order of keys leave no trace in them.
  ///
  /// Every piece begins with its kind and its length, so that no two trees can be confused.
  package var meaning: [UInt8] {
    var bytes = ByteWriter(room: 1 << 16)
    content.appendMeaning(to: &bytes)
    return bytes.bytes
  }
}

extension Node.Content {
  fileprivate func appendMeaning(to bytes: inout ByteWriter) {
    switch self {
    case .scalar(let scalar):
      bytes.append(scalar.kind.mark)
      bytes.append(lengthPrefixed: scalar.kind == .null ? "" : scalar.text)
    case .sequence(let items):
      bytes.append(UInt8(ascii: "["))
      bytes.append(length: items.count)
      for index in items.indices { items[index].content.appendMeaning(to: &bytes) }
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      bytes.append(length: entries.count)
      let order = entries.order
      for place in entries.indices {
        let index = order?[place] ?? place
        bytes.append(lengthPrefixed: entries[index].key)
        entries[index].value.content.appendMeaning(to: &bytes)
      }
    }
  }
}

extension [Node.Entry] {
  /// Their indices in byte order of the keys; `nil` where that is how they stand.
  fileprivate var order: [Int]? {
    for index in indices.dropFirst() where self[index].key.precedes(self[index - 1].key) {
      return indices.sorted { self[$0].key.precedes(self[$1].key) }
    }
    return nil
  }
}

extension ScalarKind {
  fileprivate var mark: UInt8 {
    switch self {
    case .null: UInt8(ascii: "~")
    case .yes, .no: UInt8(ascii: "b")
    case .number: UInt8(ascii: "n")
    case .quoted, .plainText: UInt8(ascii: "t")
    }
  }
}

extension ByteWriter {
  fileprivate mutating func append(length: Int) {
    append(bigEndian: UInt32(truncatingIfNeeded: length))
  }

  fileprivate mutating func append(lengthPrefixed text: String) {
    append(length: text.utf8.count)
    append(text)
  }
}
