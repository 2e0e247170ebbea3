internal import LinkCore

/// Tells which texts may stand without quotes.
///
/// Only those that are the same text here and to every other reader of YAML, also to those that take
/// `no` for false, `12:30` for a number and `2026-11-22` for a date.
enum PlainText {
  static func isSafe(_ text: String, in place: ScalarPlace) -> Bool {
    isPlainSyntax(Array(text.utf8), in: place) && hasVisibleEnds(text) && isTextToAll(text)
  }

  // MARK: Syntax

  private static func isPlainSyntax(_ bytes: [UInt8], in place: ScalarPlace) -> Bool {
    guard let first = bytes.first, let last = bytes.last, !startsLikeMarker(bytes) else {
      return false
    }
    let followsDash = bytes.count > 1 && bytes[1] != .space
    guard !indicators.contains(first), first != UInt8(ascii: "-") || followsDash,
      last != UInt8(ascii: ":"), !place.isBrokenBy(bytes)
    else { return false }
    var previous: UInt8 = .space
    for byte in bytes {
      guard byte >= .space else { return false }
      if previous == .space, byte == UInt8(ascii: "#") { return false }
      if previous == UInt8(ascii: ":"), byte == .space { return false }
      previous = byte
    }
    return true
  }

  private static let indicators = Set("?:,[]{}#&*!|>'\"%@`".utf8)

  private static func startsLikeMarker(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8)
  }

  private static func hasVisibleEnds(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && !scalars.contains(where: \.needsYAMLEscape)
  }

  // MARK: Meaning

  private static let words: Set<String> = [
    "Y", "N", "YES", "NO", "ON", "OFF", "TRUE", "FALSE", "NULL", "~", "=", "<<",
  ]

  private static func isTextToAll(_ text: String) -> Bool {
    let scalar = Node.Scalar(text: text, isPlain: true)
    guard case .text = ScalarValue(scalar), !scalar.isNumberLookAlike else { return false }
    return !words.contains(text.uppercasedASCII) && !startsWithDate(Array(text.utf8))
  }

  /// `2026-11-22`, alone or with a time behind it.
  private static func startsWithDate(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    guard takeDigits(4...4, &rest), takeDash(&rest), takeDigits(1...2, &rest), takeDash(&rest),
      takeDigits(1...2, &rest)
    else { return false }
    guard let next = rest.first else { return true }
    return next.isBlank || next == UInt8(ascii: "T") || next == UInt8(ascii: "t")
  }

  private static func takeDigits(_ count: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>) -> Bool
  {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return count.contains(digits.count)
  }

  private static func takeDash(_ rest: inout ArraySlice<UInt8>) -> Bool {
    rest.popFirst() == UInt8(ascii: "-")
  }
}

extension ScalarPlace {
  private static let flowSigns = Set(",[]{}:?".utf8)

  /// Whether a text holds what would end it here.
  fileprivate func isBrokenBy(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .block: false
    case .key: bytes.contains(UInt8(ascii: ":"))
    case .flow: bytes.contains(where: Self.flowSigns.contains)
    }
  }
}
