// What `\` begins in a text.

extension JSONReader {
  /// Takes an escape, and adds the character that it stands for.
  mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard index + 1 < bytes.count else { throw error("unfinished escape") }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"): return try unicodeEscape(into: &text)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    default: throw error("no such escape")
    }
    index += 2
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONError) {
    let start = index
    guard let first = takeUnit() else { throw error("unfinished escape", at: start) }
    var units = [first]
    if UTF16.isLeadSurrogate(first), let second = takeUnit() { units.append(second) }
    guard let character = String(validating: units, as: UTF16.self) else {
      throw error("lone surrogate", at: start)
    }
    text.append(contentsOf: character.utf8)
  }

  /// The number of an escape such as `\u00e9` that stands here; `nil`, and no step taken, where none does.
  private mutating func takeUnit() -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    var unit: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    index += 6
    return unit
  }
}
