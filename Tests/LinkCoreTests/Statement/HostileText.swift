import LinkCore

/// Texts that are hard to quote, made at random from a seed.
struct HostileText {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  private static let pieces = [
    "'", "\"", "`", "\\", "''", "\\'", "\\\\'", "'; DROP DATABASE x; -- ", "/*", "*/", "/*! 1 */",
    "--", "-- ", "#", ";", "\n", "\t", "%s", "%n%n", "${env:SECRET}", "${HOME}", "{0}", "\\u0027",
    "\\x27", "\\0", "\u{A0}", "e\u{301}", "é", "👩‍👩‍👧", "🇩🇪", "\u{FFFD}", "\u{10FFFF}", "{\"a\":1}",
    "{\"a\":\"{\\\"b\\\":\\\"'\\\"}\"}", "[linkctl:1:x]", "NULL", "CREDENTIALS '{}'", "CONFIG", " ",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIE'\\+/=\n-----END RSA PRIVATE KEY-----\n", "a", "0", "=",
    "<img src=x>", "&amp;", "?", ":name", "@@version", "\\N", "\\%", "\\_", "x'41'", "_utf8'a'",
  ]

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[int(0...(items.count - 1))]
  }

  /// Anything that the text policy lets pass.
  mutating func text(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<int(0...count) {
      if int(0...2) == 0 {
        text.unicodeScalars.append(scalar { !$0.isForbidden })
      } else {
        text += pick(Self.pieces)
      }
    }
    return text
  }

  /// Anything that may be a database's or a link's name.
  mutating func name() -> String {
    while true {
      let scalars = text(pieces: 6).unicodeScalars.filter { !$0.needsEscape }.prefix(64)
      let name = String(String.UnicodeScalarView(scalars))
      if NameRule.problem(of: name) == nil { return name }
    }
  }

  /// A scalar of any plane, those that are near to ASCII more often.
  private mutating func scalar(where isWanted: (Unicode.Scalar) -> Bool) -> Unicode.Scalar {
    while true {
      let limits = [0x7F, 0x2FF, 0xFFFF, 0x10FFFF]
      let value = UInt32(int(0...limits[int(0...3)]))
      if let scalar = Unicode.Scalar(value), isWanted(scalar) { return scalar }
    }
  }

  /// A JSON object as CONFIG may hold it.
  mutating func object(depth: Int = 2) -> JSONValue {
    var members: [JSONValue.Member] = []
    for _ in 0..<int(0...3) {
      let key = text(pieces: 3)
      guard !members.contains(where: { $0.key.isIdentical(to: key) }) else { continue }
      members.append(.init(key, value(depth: depth)))
    }
    return .object(members)
  }

  private static let numbers = ["0", "-0.0", "3306", "1.10", "1E+3", "9007199254740993", "0.1e-9"]

  private mutating func value(depth: Int) -> JSONValue {
    switch int(0...(depth > 0 ? 8 : 6)) {
    case 0: return .null
    case 1: return .bool(int(0...1) == 0)
    case 2: return JSONNumber(pick(Self.numbers)).map(JSONValue.number) ?? .null
    case 3: return .string(object(depth: 0).canonical)
    case 4...6: return .string(text(pieces: 4))
    case 7: return object(depth: depth - 1)
    default: return .array((0..<int(0...2)).map { _ in value(depth: depth - 1) })
    }
  }
}
