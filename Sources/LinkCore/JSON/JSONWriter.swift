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
    writer.endLine()
    return writer.bytes
  }
}

/// Writes values as JSON text, byte by byte.
struct JSONWriter: ~Copyable {
  private let isCanonical: Bool
  private var output = ByteWriter(room: 512)

  init(isCanonical: Bool) {
    self.isCanonical = isCanonical
  }

  var bytes: [UInt8] { output.bytes }

  mutating func endLine() { output.append(0x0A) }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: write(word: "null")
    case .bool(let bool): write(word: bool ? "true" : "false")
    case .number(let number): output.append(number.text)
    case .string(let string): write(string)
    case .array(let items): write(items, depth)
    case .object(let members): write(isCanonical ? members.sortedByKey : members, depth)
    }
  }

  private mutating func write(_ items: [JSONValue], _ depth: Int) {
    guard !items.isEmpty else { return write(word: "[]") }
    for index in items.indices {
      write(word: index == 0 ? "[" : ",")
      breakLine(depth + 1)
      write(items[index], depth: depth + 1)
    }
    breakLine(depth)
    write(word: "]")
  }

  private mutating func write(_ members: [JSONValue.Member], _ depth: Int) {
    guard !members.isEmpty else { return write(word: "{}") }
    for index in members.indices {
      write(word: index == 0 ? "{" : ",")
      breakLine(depth + 1)
      write(members[index].key)
      write(word: isCanonical ? ":" : ": ")
      write(members[index].value, depth: depth + 1)
    }
    breakLine(depth)
    write(word: "}")
  }

  private mutating func breakLine(_ depth: Int) {
    if !isCanonical { output.appendLine(indentedBy: depth * 2) }
  }

  mutating func write(word: StaticString) {
    word.withUTF8Buffer { output.append($0) }
  }

  mutating func write(_ string: String) {
    let isWritten: Void? = string.utf8.withContiguousStorageIfAvailable { write($0) }
    if isWritten == nil { Array(string.utf8).withUnsafeBufferPointer { write($0) } }
  }

  private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>) {
    if utf8.isPlainInJSON { return output.append(quoted: utf8) }
    output.append(UInt8(ascii: "\""))
    writePieces(of: utf8)
    output.append(UInt8(ascii: "\""))
  }

  /// Stretches of plain bytes as they are, the characters between them one by one.
  private mutating func writePieces(of utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in utf8.indices where utf8[index].needsCare || utf8[index] > lastPlain {
      guard index >= start else { continue }
      output.append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
      start = index + 1
      while start < utf8.count, utf8[start].isContinuation { start += 1 }
      write(character: UnsafeBufferPointer(rebasing: utf8[index..<start]))
    }
    output.append(UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  /// A byte beyond it may be a part of what is not written as it is.
  private var lastPlain: UInt8 { isCanonical ? .max : 0x7E }

  private mutating func write(character utf8: UnsafeBufferPointer<UInt8>) {
    switch utf8[0] {
    case UInt8(ascii: "\""): write(word: "\\\"")
    case UInt8(ascii: "\\"): write(word: "\\\\")
    case 0x0A: write(word: "\\n")
    case 0x0D: write(word: "\\r")
    case 0x09: write(word: "\\t")
    default:
      let text = String(decoding: utf8, as: UTF8.self)
      for scalar in text.unicodeScalars {
        let isEscaped = scalar.value < 0x20 || (!isCanonical && scalar.needsEscape)
        output.append(isEscaped ? scalar.jsonEscape : String(scalar))
      }
    }
  }
}

// MARK: - Piece by piece

extension JSONWriter {
  /// A text in quotes.
  static func text(_ text: String, isCanonical: Bool) -> [UInt8] {
    var writer = JSONWriter(isCanonical: isCanonical)
    writer.write(text)
    return writer.bytes
  }

  /// Some items of a list in canonical form, each but the first of the list after a comma.
  static func canonicalItems(_ items: some Sequence<JSONValue>, areFirst: Bool) -> [UInt8] {
    var writer = JSONWriter(isCanonical: true)
    var needsComma = !areFirst
    for item in items {
      if needsComma { writer.write(word: ",") }
      needsComma = true
      writer.write(item, depth: 0)
    }
    return writer.bytes
  }
}

extension UInt8 {
  /// Whether it is written otherwise in every text.
  @inline(__always)
  fileprivate var needsCare: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
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
