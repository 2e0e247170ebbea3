internal import LinkCore

/// Where a scalar stands; brackets leave a plain text less room.
enum ScalarPlace {
  case block
  case flow
  /// A key of a map in block style.
  case key
}

extension LaidScalar {
  /// Written as nothing at all.
  var isMissing: Bool { scalar.isMissing }

  /// A value on one line; texts without quotes where that is safe.
  func value(in place: ScalarPlace) -> String {
    switch ScalarValue(scalar) {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number.text
    case .text(let text): isMissing ? "" : notation(of: text, in: place)
    }
  }

  /// A key on one line; a key is a text, whatever it reads like.
  func key(in place: ScalarPlace) -> String {
    notation(of: scalar.text, in: place)
  }

  private func notation(of text: String, in place: ScalarPlace) -> String {
    let hasEscapes =
      text.unicodeScalars.contains(where: \.needsYAMLEscape)
      || showsInvisible && text.unicodeScalars.contains(where: \.isInvisible)
    if hasEscapes { return doubleQuoted(text) }
    if PlainText.isSafe(text, in: place) { return text }
    let escaped = text.utf8.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    let doubled = text.utf8.count { $0 == UInt8(ascii: "'") }
    return escaped > doubled ? singleQuoted(text) : doubleQuoted(text)
  }

  private func singleQuoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted += "'" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  private func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.needsYAMLEscape || showsInvisible && scalar.isInvisible:
        quoted += scalar.yamlEscape
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// Whether it can stand on a line of a quoted text only as an escape.
  var needsYAMLEscape: Bool {
    switch value {
    case 0x09, 0x0A, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: isForbidden
    }
  }

  fileprivate var yamlEscape: String {
    let digits = String(value, radix: 16, uppercase: true)
    let width = value > 0xFFFF ? 8 : 4
    let zeros = String(repeating: "0", count: width - digits.count)
    return (value > 0xFFFF ? "\\U" : "\\u") + zeros + digits
  }
}
