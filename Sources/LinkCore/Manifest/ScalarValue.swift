/// What kind of value a scalar is: only a plain one can be something else than text.
enum ScalarKind: Sendable {
  case quoted
  case plainText
  case null
  case yes
  case no
  case number

  /// Of a scalar without quotes.
  init(plain text: String) {
    switch text.utf8.first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"):
      self = Self.word(text) ?? .plainText
    default:
      self = JSONNumber(text) == nil ? .plainText : .number
    }
  }

  private static func word(_ text: String) -> ScalarKind? {
    if text.isIdentical(to: "~") || text.isIdentical(to: "null") { return .null }
    if text.isIdentical(to: "true") { return .yes }
    return text.isIdentical(to: "false") ? .no : nil
  }
}

/// What a scalar means.
package enum ScalarValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case text(String)

  package init(_ scalar: Node.Scalar) {
    switch scalar.kind {
    case .null: self = .null
    case .yes: self = .bool(true)
    case .no: self = .bool(false)
    case .number: self = JSONNumber(scalar.text).map(ScalarValue.number) ?? .text(scalar.text)
    case .quoted, .plainText: self = .text(scalar.text)
    }
  }

  package var json: JSONValue {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    }
  }
}

extension Node.Scalar {
  /// Written as nothing at all: `key:` with no value behind it.
  package var isMissing: Bool { isPlain && text.isEmpty }

  /// Whether it reads like a number to a person or another YAML reader, and is text here, or is a
  /// number whose last zeros may have been meant: `0o17`, `+1`, `.5`, `1_000`, `12:30:45`, `1.10`.
  package var isNumberLookAlike: Bool {
    guard isPlain, let first = text.utf8.first, first.beginsNumber else { return false }
    if kind == .number { return hasTrailingFractionZero }
    return NumberLookAlike(text).matches
  }

  private var hasTrailingFractionZero: Bool {
    text.utf8.contains(UInt8(ascii: ".")) && text.utf8.last == UInt8(ascii: "0")
      && !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) && !text.hasSuffix(".0")
  }
}

/// The notations that YAML 1.1, YAML 1.2 or a programming language take for a number.
private struct NumberLookAlike {
  private let body: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let isSigned = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
    body = Array(bytes.dropFirst(isSigned ? 1 : 0))
  }

  var matches: Bool {
    isBased || isDecimal || isSexagesimal || isNamed
  }

  private var isBased: Bool {
    guard body.count > 2, body[0] == UInt8(ascii: "0") else { return false }
    let digits = body.dropFirst(2)
    switch body[1] | 0x20 {
    case UInt8(ascii: "x"): return digits.allSatisfy { $0.isHexDigit || $0.isUnderscore }
    case UInt8(ascii: "o"), UInt8(ascii: "b"):
      return digits.allSatisfy { $0.isDigit || $0.isUnderscore }
    default: return false
    }
  }

  /// Digits with leading zeros, underscores, a sign, or a point at an end.
  private var isDecimal: Bool {
    var points = 0
    var hasDigit = false
    var previousIsExponent = false
    for (index, byte) in body.enumerated() {
      let isExponent = byte | 0x20 == UInt8(ascii: "e")
      switch byte {
      case _ where byte.isDigit: hasDigit = true
      case _ where byte.isUnderscore: guard hasDigit else { return false }
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"): guard previousIsExponent else { return false }
      case _ where isExponent: guard hasDigit, index < body.count - 1 else { return false }
      default: return false
      }
      previousIsExponent = isExponent
    }
    return hasDigit && points <= 1
  }

  private var isSexagesimal: Bool {
    let parts = body.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return false }
    let seconds = last.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let whole = parts.dropLast() + seconds.prefix(1)
    return seconds.count <= 2 && seconds.dropFirst().allSatisfy { $0.allSatisfy(\.isDigit) }
      && whole.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
      && whole.dropFirst().allSatisfy { $0.count <= 2 }
  }

  private var isNamed: Bool {
    let name = String(decoding: body.map { $0 | 0x20 }, as: UTF8.self)
    return name == ".inf" || name == ".nan"
  }
}

extension UInt8 {
  /// Whether a number may begin so, in whatever notation.
  fileprivate var beginsNumber: Bool {
    isDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }

  fileprivate var isUnderscore: Bool { self == UInt8(ascii: "_") }
}
