/// Reads one escape at a place of a text.
struct EscapeReader {
  let bytes: [UInt8]

  /// Appends what the escape stands for and gives its length, 0 where there is none.
  func read(_ escaping: Escaping, at index: Int, into result: inout [UInt8]) -> Int {
    let byte = bytes[index]
    switch escaping {
    case .backslash:
      return readBackslash(at: index, into: &result)
    case .sql where byte == UInt8(ascii: "\\"):
      return readBackslash(at: index, into: &result)
    case .sql, .quotes:
      guard at(index + 1) == byte else { return 0 }
      result.append(byte)
      return 2
    case .percent, .form:
      if byte == UInt8(ascii: "+") {
        result.append(UInt8(ascii: " "))
        return 1
      }
      return readByte(at: index, markLength: 1, into: &result)
    case .html:
      return readEntity(at: index, into: &result)
    }
  }

  private func at(_ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func readBackslash(at index: Int, into result: inout [UInt8]) -> Int {
    guard let mark = at(index + 1) else { return 0 }
    switch mark {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"): return readUnicode(at: index, into: &result)
    case UInt8(ascii: "x"): return readByte(at: index, markLength: 2, into: &result)
    default: result.append(mark)
    }
    return 2
  }

  /// Two hexadecimal digits behind a mark.
  private func readByte(at index: Int, markLength: Int, into result: inout [UInt8]) -> Int {
    guard let value = number(at: index + markLength, digits: 2) else { return 0 }
    result.append(UInt8(truncatingIfNeeded: value))
    return markLength + 2
  }

  private func readUnicode(at index: Int, into result: inout [UInt8]) -> Int {
    if at(index + 2) == UInt8(ascii: "{") {
      let digits = digitCount(at: index + 3, radix: 16, limit: 6)
      guard at(index + 3 + digits) == UInt8(ascii: "}"),
        append(number(at: index + 3, digits: digits), to: &result)
      else { return 0 }
      return digits + 4
    }
    guard let unit = number(at: index + 2, digits: 4) else { return 0 }
    if append(unit, to: &result) { return 6 }
    guard at(index + 6) == UInt8(ascii: "\\"), at(index + 7) == UInt8(ascii: "u"),
      let low = number(at: index + 8, digits: 4), (0xD800..<0xDC00).contains(unit),
      (0xDC00..<0xE000).contains(low),
      append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &result)
    else { return 0 }
    return 12
  }

  private static let entities: [(name: [UInt8], value: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&apos;".utf8), UInt8(ascii: "'")),
  ]

  private func readEntity(at index: Int, into result: inout [UInt8]) -> Int {
    guard at(index + 1) == UInt8(ascii: "#") else {
      for (name, value) in Self.entities where bytes[index...].starts(with: name) {
        result.append(value)
        return name.count
      }
      return 0
    }
    let isHexadecimal = at(index + 2) == UInt8(ascii: "x") || at(index + 2) == UInt8(ascii: "X")
    let start = index + (isHexadecimal ? 3 : 2)
    let radix = isHexadecimal ? 16 : 10
    let digits = digitCount(at: start, radix: radix, limit: 8)
    guard at(start + digits) == UInt8(ascii: ";"),
      append(number(at: start, digits: digits, radix: radix), to: &result)
    else { return 0 }
    return start + digits + 1 - index
  }

  private func append(_ value: UInt32?, to result: inout [UInt8]) -> Bool {
    guard let value, let scalar = Unicode.Scalar(value) else { return false }
    result.append(contentsOf: UTF8.encode(scalar) ?? .init())
    return true
  }

  private func digitCount(at index: Int, radix: Int, limit: Int) -> Int {
    var count = 0
    while count < limit, digit(at: index + count, radix: radix) != nil { count += 1 }
    return count
  }

  private func number(at index: Int, digits: Int, radix: Int = 16) -> UInt32? {
    guard digits > 0 else { return nil }
    var value: UInt32 = 0
    for offset in 0..<digits {
      guard let digit = digit(at: index + offset, radix: radix) else { return nil }
      value = value &* UInt32(radix) &+ digit
    }
    return value
  }

  private func digit(at index: Int, radix: Int) -> UInt32? {
    guard let byte = at(index) else { return nil }
    let value: UInt8
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = byte - UInt8(ascii: "A") + 10
    default: return nil
    }
    return value < radix ? UInt32(value) : nil
  }
}
