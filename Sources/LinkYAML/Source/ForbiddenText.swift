internal import LinkCore

extension Unicode.Scalar {
  /// What a finding calls a scalar that no text may hold: `control character U+001B`.
  var forbiddenName: String { "\(forbiddenClass) \(codePoint)" }

  /// The scalar as Unicode writes it: `U+001B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private var forbiddenClass: String {
    switch value {
    case 0x85, 0x2028, 0x2029: "invisible line break"
    case 0xFFFE, 0xFFFF: "noncharacter"
    default: isBidirectionalControl ? "bidirectional control" : "control character"
    }
  }
}
