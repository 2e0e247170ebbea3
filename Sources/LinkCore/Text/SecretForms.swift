/// How a secret's text may stand in an output: as it is, and in the encodings that carry it there.
///
/// These are found whatever stands before them. Other spellings of an escape (some bytes of a URL,
/// `\u0027` for a quote) are found by undoing escapes.
struct SecretForms {
  /// Encodings shorter than this would be found everywhere.
  static let leastLength = 4

  private(set) var patterns: Set<[UInt8]> = []

  /// The forms of the whole text and of each of its lines that are long enough to tell, as PEM has.
  init(of text: String) {
    add(text)
    let lines = text.utf8.split { $0 == 0x0A || $0 == 0x0D }
    if lines.count == 1, lines[0].count == text.utf8.count { return }
    for line in lines {
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      let start = line.drop(while: isBlank)
      let length = start.reversed().drop(while: isBlank).count
      if length >= 8 { add(String(decoding: start.prefix(length), as: UTF8.self)) }
    }
  }

  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    let json = Self.body(JSONValue.string(text).canonical)
    let written = [
      text, json, Self.body(String(JSONValue.string(text).document.dropLast())),
      Self.sql(text), Self.sql(json), Self.html(text),
    ]
    patterns.formUnion(written.map { Array($0.utf8) })
    let bytes = Array(text.utf8)
    let encoded = Self.percent(bytes) + Self.hexadecimal(bytes) + Self.base64(bytes)
    patterns.formUnion(encoded.filter { $0.count >= Self.leastLength })
  }
}

extension SecretForms {
  /// What stands between a JSON text's quotes.
  private static func body(_ json: String) -> String {
    String(json.utf8.dropFirst().dropLast()) ?? json
  }

  private static func sql(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "'": "''"
      default: nil
      }
    }
  }

  private static func html(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  private static func replacing(
    _ text: String,
    _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = replacement(scalar) {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SecretForms {
  private static let digits = (
    lower: Array("0123456789abcdef".utf8),
    upper: Array("0123456789ABCDEF".utf8)
  )

  private static func hexadecimal(_ bytes: [UInt8]) -> [[UInt8]] {
    [digits.lower, digits.upper].map { digits in
      bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
  }

  /// As URLs and forms have it, with hexadecimal digits of both cases.
  private static func percent(_ bytes: [UInt8]) -> [[UInt8]] {
    [digits.lower, digits.upper].flatMap { digits in
      [Array("%20".utf8), Array("+".utf8)].map { space in
        bytes.flatMap { byte in
          if byte == 0x20 { return space }
          if isUnreserved(byte) { return [byte] }
          return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }
}

extension SecretForms {
  /// By itself with and without padding, and the digits that no neighbour has a share in where it
  /// stands one or two bytes into a longer text.
  private static func base64(_ bytes: [UInt8]) -> [[UInt8]] {
    [Base64.standard, .url].flatMap { base64 in
      let whole = base64.digits(of: bytes)
      let padding = [UInt8](repeating: UInt8(ascii: "="), count: (3 - bytes.count % 3) % 3)
      let shifted = (0...2).map { shift in
        let digits = base64.digits(of: [UInt8](repeating: 0, count: shift) + bytes)
        let own = digits.prefix((bytes.count + shift) * 8 / 6).dropFirst((shift * 8 + 5) / 6)
        return Array(own)
      }
      return shifted + [whole, whole + padding]
    }
  }
}
