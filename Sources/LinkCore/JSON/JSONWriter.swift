extension JSONValue {
  /// Compact, with keys in byte order: the form that statements carry and digests are taken of.
  package var canonical: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The bytes of `canonical`.
  package var canonicalBytes: [UInt8] {
    var writer = JSONWriter(isCanonical: true)
    writer.write(self, depth: 0)
    return writer.bytes
  }

  /// Indented by two spaces, members in their own order, with a line end: for files and stdout.
  ///
  /// Every control or invisible character stands escaped.
  package var document: String { String(decoding: documentBytes, as: UTF8.self) }

  /// The bytes of `document`.
  package var documentBytes: [UInt8] {
    var writer = JSONWriter(isCanonical: false)
    writer.write(self, depth: 0)
    return writer.bytes + "\n".utf8
  }
}

/// Writes values as JSON text, byte by byte.
struct JSONWriter {
  private let isCanonical: Bool
  private(set) var bytes: [UInt8] = []

  init(isCanonical: Bool) {
    self.isCanonical = isCanonical
  }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: write(word: "null")
    case .bool(let bool): write(word: bool ? "true" : "false")
    case .number(let number): bytes += number.text.utf8
    case .string(let string): write(string)
    case .array(let items):
      writeList(items, between: ("[", "]"), depth: depth) { writer, item in
        writer.write(item, depth: depth + 1)
      }
    case .object(let members):
      let ordered = isCanonical ? members.sortedByKey : members
      writeList(ordered, between: ("{", "}"), depth: depth) { writer, member in
        writer.write(member.key)
        writer.write(word: writer.isCanonical ? ":" : ": ")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item],
    between marks: (StaticString, StaticString),
    depth: Int,
    _ writeItem: (inout JSONWriter, Item) -> Void
  ) {
    write(word: marks.0)
    for (index, item) in items.enumerated() {
      if index > 0 { write(word: ",") }
      breakLine(depth + 1)
      writeItem(&self, item)
    }
    if !items.isEmpty { breakLine(depth) }
    write(word: marks.1)
  }

  private mutating func breakLine(_ depth: Int) {
    guard !isCanonical else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { write(word: "  ") }
  }

  mutating func write(word: StaticString) {
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    if string.withUTF8({ !$0.contains(where: needsCare) }) {
      string.withUTF8 { bytes.append(contentsOf: $0) }
    } else {
      for scalar in string.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte may be, or be a part of, what is not written as it is.
  private func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || (byte >= 0x7F && !isCanonical)
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": write(word: "\\\"")
    case "\\": write(word: "\\\\")
    case "\n": write(word: "\\n")
    case "\r": write(word: "\\r")
    case "\t": write(word: "\\t")
    default:
      let isEscaped = scalar.value < 0x20 || (!isCanonical && scalar.needsEscape)
      bytes += (isEscaped ? scalar.jsonEscape : String(scalar)).utf8
    }
  }
}

// MARK: - Piece by piece

extension JSONWriter {
  /// Items of a list in canonical form, with commas between them.
  static func canonicalItems(_ items: some Sequence<JSONValue>) -> [UInt8] {
    var writer = JSONWriter(isCanonical: true)
    for item in items {
      if !writer.bytes.isEmpty { writer.write(word: ",") }
      writer.write(item, depth: 0)
    }
    return writer.bytes
  }

  /// An object in canonical form; one of its members is a list whose items are written already, so
  /// that many can do it at once.
  static func canonical(
    _ members: [JSONValue.Member],
    settingItems parts: [[UInt8]],
    of key: String
  ) -> [UInt8] {
    var writer = JSONWriter(isCanonical: true)
    for (index, member) in members.sortedByKey.enumerated() {
      writer.write(word: index == 0 ? "{" : ",")
      writer.write(member.key)
      writer.write(word: ":")
      if member.key.isIdentical(to: key) {
        writer.bytes += [UInt8(ascii: "[")] + parts.joined(separator: [UInt8(ascii: ",")])
        writer.write(word: "]")
      } else {
        writer.write(member.value, depth: 1)
      }
    }
    writer.write(word: "}")
    return writer.bytes
  }
}

extension Unicode.Scalar {
  /// `\u00XX`, as a surrogate pair where one unit does not hold it.
  fileprivate var jsonEscape: String {
    String(self).utf16.map { unit in
      let hex = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined()
  }
}
