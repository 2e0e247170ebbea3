/// A way in which a text's bytes are written otherwise, and how to read them back.
enum Escaping: CaseIterable, Sendable {
  /// `\n`, `\"`, `\/`, `\u00e9`, `\u{E9}`, `\xe9`; before any other byte the backslash falls away.
  case backslash
  /// As `backslash`, and quotes stand doubled: what a SQL literal holds.
  case sql
  /// Quotes stand doubled and backslashes mean themselves, as in SQL by its standard.
  case quotes
  /// `%2F` in any case, however many of the bytes are written so.
  case percent
  /// As `percent`, and a space is a `+`.
  case form
  /// `&amp;`, `&#39;`, `&#x27;`.
  case html
}

/// A text as its bytes read once escapes are undone, that knows where each byte was written.
struct Unescaped: Sendable {
  private(set) var bytes: [UInt8]
  /// The place of each byte in the text as written, and at last that text's length.
  private var places: [Int32]

  init(_ written: [UInt8]) {
    bytes = written
    places = (0...Int32(written.count)).map { $0 }
  }

  /// Where these bytes stand in the text as written.
  func written(_ range: Range<Int>) -> Range<Int> {
    Int(places[range.lowerBound])..<Int(places[range.upperBound])
  }

  /// The same text with one more layer undone; `nil` where there is none.
  func undoing(_ escaping: Escaping) -> Unescaped? {
    guard bytes.contains(where: escaping.begins) else { return nil }
    var result = Unescaped([])
    result.bytes.reserveCapacity(bytes.count)
    result.places.reserveCapacity(bytes.count + 1)
    result.places.removeLast()
    let reader = EscapeReader(bytes: bytes)
    var index = 0
    while index < bytes.count {
      let before = result.bytes.count
      let length =
        escaping.begins(bytes[index]) ? reader.read(escaping, at: index, into: &result.bytes) : 0
      if length == 0 { result.bytes.append(bytes[index]) }
      for _ in before..<result.bytes.count { result.places.append(places[index]) }
      index += max(length, 1)
    }
    result.places.append(places[bytes.count])
    return result.bytes.count == bytes.count && result.bytes == bytes ? nil : result
  }
}

extension Escaping {
  /// Whether an escape of this kind can begin with the byte.
  @inline(__always)
  func begins(_ byte: UInt8) -> Bool {
    switch self {
    case .backslash: byte == UInt8(ascii: "\\")
    case .sql:
      byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "`")
    case .quotes:
      byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
    case .percent: byte == UInt8(ascii: "%")
    case .form: byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+")
    case .html: byte == UInt8(ascii: "&")
    }
  }
}
