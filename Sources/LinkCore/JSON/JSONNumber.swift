/// A JSON number that keeps the digits it was written with.
package struct JSONNumber: Sendable {
  /// Valid by JSON's grammar.
  package let text: String

  package init(_ number: Int) {
    text = String(number)
  }

  /// `nil` where the text is no JSON number (`+1`, `.5`, `0x1F`, `01`, `1.`, …).
  package init?(_ text: String) {
    guard JSONNumber.isNumber(text.utf8) else { return nil }
    self.text = text
  }

  /// Whether both have the same value, however written: `3306`, `3306.0` and `3.306e3` do.
  package func hasValue(of other: JSONNumber) -> Bool {
    normalText.isIdentical(to: other.normalText)
  }

  /// The same text for every way to write a value: its significant digits, `e` and a power of ten;
  /// as it was written where that power is beyond what an `Int` holds.
  var normalText: String {
    Decimal(self).map { number in
      let digits = number.digits.isEmpty ? "0" : String(decoding: number.digits, as: UTF8.self)
      return (number.isNegative ? "-" : "") + digits + "e\(number.exponent)"
    } ?? text
  }
}

extension JSONNumber {
  private static func isNumber(_ bytes: String.UTF8View) -> Bool {
    // Most texts are seen at once to be none.
    guard let first = bytes.first, first.isDigit || first == UInt8(ascii: "-") else { return false }
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = takeDigits(&rest)
    guard whole == 1 || (whole > 1 && !startsWithZero(bytes)) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeDigits(&rest) > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard takeDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func startsWithZero(_ bytes: String.UTF8View) -> Bool {
    bytes.first { $0 != UInt8(ascii: "-") } == UInt8(ascii: "0")
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest.removeFirst(digits.count)
    return digits.count
  }
}

/// A number's value as significant digits and a power of ten, without rounding.
private struct Decimal {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  /// `nil` where the exponent of a number that is not zero is beyond what an `Int` holds.
  init?(_ number: JSONNumber) {
    let bytes = number.text.utf8
    let mantissa = bytes.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let parts = mantissa.drop { $0 == UInt8(ascii: "-") }.split(separator: UInt8(ascii: "."))
    let fraction = parts.dropFirst().first.map(Array.init) ?? []
    let all = (Array(parts[0]) + fraction).drop { $0 == UInt8(ascii: "0") }
    let significant = all.lastIndex { $0 != UInt8(ascii: "0") }.map { all[...$0] } ?? []
    digits = Array(significant)
    isNegative = bytes.first == UInt8(ascii: "-") && !digits.isEmpty
    guard !digits.isEmpty else {
      exponent = 0
      return
    }
    let power = bytes.dropFirst(mantissa.count + 1)
    let shift = all.count - significant.count - fraction.count
    guard let written = power.isEmpty ? 0 : Int(String(Substring(power))) else { return nil }
    let (sum, overflow) = written.addingReportingOverflow(shift)
    guard !overflow else { return nil }
    exponent = sum
  }
}
