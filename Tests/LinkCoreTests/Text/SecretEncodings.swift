/// Ways to write a text, made apart from the code that finds them.
struct SecretEncoding: CustomStringConvertible, Sendable {
  let description: String
  let encode: @Sendable (String) -> String

  /// Whether the redactor looks for this very writing, whatever stands before it.
  var isExact: Bool {
    let exact = [
      Self.raw, .json, .sql, .json.within(.sql), .percentUpper, .percentLower, .form, .html,
    ]
    return (exact + [.hexLower, .hexUpper] + Self.shifted).contains {
      $0.description == description
    }
  }

  init(_ description: String, _ encode: @escaping @Sendable (String) -> String) {
    self.description = description
    self.encode = encode
  }

  /// This one's result, written in the other encoding.
  func within(_ outer: SecretEncoding) -> SecretEncoding {
    SecretEncoding("\(description) in \(outer)") { outer.encode(encode($0)) }
  }
}

extension SecretEncoding {
  static let raw = SecretEncoding("raw") { $0 }

  static let json = jsonEncoding("JSON", escaping: "")
  static let jsonASCII = SecretEncoding("JSON in ASCII") { text in
    scalars(text) { scalar in
      scalar.isASCII ? shortEscape(scalar, "") : units(scalar).map { "\\u" + hex($0, 4) }.joined()
    }
  }
  static let jsonUnits = SecretEncoding("JSON in upper-case units") { text in
    scalars(text) { units($0).map { "\\u" + hex($0, 4).uppercased() }.joined() }
  }
  static let jsonForHTML = jsonEncoding("JSON for HTML", escaping: "<>&'\u{7F}")
  static let jsonSlashes = SecretEncoding("JSON with \\/") { text in
    scalars(text) { $0 == "/" ? "\\/" : shortEscape($0, "") }
  }

  static let sql = SecretEncoding("SQL") {
    scalars($0) { $0 == "\\" ? "\\\\" : $0 == "'" ? "''" : nil }
  }
  static let sqlBackslash = SecretEncoding("SQL with \\'") { text in
    scalars(text) { "\\'\"".unicodeScalars.contains($0) ? "\\" + String($0) : nil }
  }

  static let percentUpper = percent("URL", keeping: "-._~") { $0.uppercased() }
  static let percentLower = percent("url", keeping: "-._~") { $0 }
  static let percentComponent = percent("URL component", keeping: "-._~!'()*") { $0.uppercased() }
  static let percentPath = percent("URL path", keeping: "-._~/:@&=+$,") { $0.uppercased() }
  static let percentAll = SecretEncoding("URL, every byte") { text in
    text.utf8.map { "%" + hex(UInt32($0), 2) }.joined()
  }
  static let form = SecretEncoding("form") { percentUpper.encode($0).replacing("%20", with: "+") }

  static let html = SecretEncoding("HTML") { text in
    scalars(text) { scalar in
      ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"][scalar]
    }
  }
  static let htmlHexadecimal = SecretEncoding("HTML in hexadecimal") { text in
    scalars(text) { $0 == "a" || !$0.isASCII ? nil : "&#x" + hex($0.value, 1) + ";" }
  }
  static let htmlDecimal = SecretEncoding("HTML in decimal") { text in
    scalars(text) { "&#\($0.value);" }
  }

  static let hexLower = SecretEncoding("hex") { $0.utf8.map { hex(UInt32($0), 2) }.joined() }
  static let hexUpper = SecretEncoding("HEX") { hexLower.encode($0).uppercased() }

  /// The digits of base64 that a text shares with nothing, so many bytes into another one.
  static func base64(shift: Int, isURL: Bool) -> SecretEncoding {
    SecretEncoding("base64\(isURL ? "url" : "") + \(shift)") { text in
      let bits = ([UInt8](repeating: 0x55, count: shift) + Array(text.utf8)).flatMap { byte in
        (0..<8).map { byte >> (7 - $0) & 1 }
      }
      let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
      let alphabet = Array(letters + (isURL ? "-_" : "+/"))
      let first = [0, 2, 3][shift]
      return String(
        (first..<bits.count / 6).map { index in
          alphabet[bits[(index * 6)..<(index * 6 + 6)].reduce(0) { $0 << 1 | Int($1) }]
        }
      )
    }
  }

  static let simple = [
    raw, json, jsonASCII, jsonUnits, jsonForHTML, jsonSlashes, sql, sqlBackslash, percentUpper,
    percentLower, percentComponent, percentPath, percentAll, form, html, htmlHexadecimal,
    htmlDecimal, hexLower, hexUpper,
  ]

  static let layered = [
    json.within(sql), jsonSlashes.within(sql), json.within(sql).within(json), sql.within(json),
    json.within(json), json.within(html), sql.within(html), json.within(sql).within(html),
    percentUpper.within(json), form.within(json), percentUpper.within(percentUpper),
    percentComponent.within(html), json.within(percentUpper), json.within(form),
    json.within(json).within(json), jsonASCII.within(sql), jsonForHTML.within(json),
  ]

  static let shifted = [0, 1, 2].flatMap { shift in
    [false, true].map { base64(shift: shift, isURL: $0) }
  }
}

extension SecretEncoding {
  private static func jsonEncoding(_ name: String, escaping more: String) -> SecretEncoding {
    SecretEncoding(name) { scalars($0) { shortEscape($0, more) } }
  }

  private static func percent(
    _ name: String,
    keeping kept: String,
    _ digits: @escaping @Sendable (String) -> String
  ) -> SecretEncoding {
    SecretEncoding(name) { text in
      text.utf8.map { byte in
        let scalar = Unicode.Scalar(byte)
        let isKept =
          byte < 128 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        if isKept || kept.unicodeScalars.contains(scalar) && byte < 128 { return String(scalar) }
        return "%" + digits(hex(UInt32(byte), 2))
      }.joined()
    }
  }

  private static func shortEscape(_ scalar: Unicode.Scalar, _ more: String) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    default:
      scalar.value < 0x20 || more.unicodeScalars.contains(scalar)
        ? "\\u" + hex(scalar.value, 4) : nil
    }
  }

  private static func scalars(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    text.unicodeScalars.map { escape($0) ?? String($0) }.joined()
  }

  private static func units(_ scalar: Unicode.Scalar) -> [UInt32] {
    String(scalar).utf16.map { UInt32($0) }
  }

  private static func hex(_ number: UInt32, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
