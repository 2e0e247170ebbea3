extension ByteWriter {
  /// A text in quotes, as JSON has it; a document's has every control or invisible character
  /// escaped, the canonical form only what must be.
  mutating func append(json text: String, isCanonical: Bool) {
    text.withBytes { append(json: $0, isCanonical) }
  }

  /// Most texts are plain, and written as they are.
  private mutating func append(json utf8: UnsafeBufferPointer<UInt8>, _ isCanonical: Bool) {
    if utf8.isPlainInJSON { return append(quoted: utf8) }
    append(UInt8(ascii: "\""))
    appendPieces(of: utf8, isCanonical)
    append(UInt8(ascii: "\""))
  }

  /// Stretches of plain bytes as they are, the characters between them one by one.
  private mutating func appendPieces(of utf8: UnsafeBufferPointer<UInt8>, _ isCanonical: Bool) {
    // A byte beyond it may be a part of what is not written as it is.
    let lastPlain: UInt8 = isCanonical ? .max : 0x7E
    var start = 0
    for index in utf8.indices where utf8[index].needsCare || utf8[index] > lastPlain {
      guard index >= start else { continue }
      append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
      start = index + 1
      while start < utf8.count, utf8[start].isContinuation { start += 1 }
      append(character: UnsafeBufferPointer(rebasing: utf8[index..<start]), isCanonical)
    }
    append(UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  private mutating func append(
    character utf8: UnsafeBufferPointer<UInt8>,
    _ isCanonical: Bool
  ) {
    switch utf8[0] {
    case UInt8(ascii: "\""): append("\\\"" as StaticString)
    case UInt8(ascii: "\\"): append("\\\\" as StaticString)
    case 0x0A: append("\\n" as StaticString)
    case 0x0D: append("\\r" as StaticString)
    case 0x09: append("\\t" as StaticString)
    default:
      let text = String(decoding: utf8, as: UTF8.self)
      for scalar in text.unicodeScalars {
        let isEscaped = scalar.value < 0x20 || (!isCanonical && scalar.needsEscape)
        append(isEscaped ? scalar.jsonEscape : String(scalar))
      }
    }
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
