import Foundation

/// Looks for secrets in whatever a program wrote, in every form that a program may write them in.
struct LeakSearch {
  private struct Needle {
    let secret: String
    let form: String
    let bytes: Data
  }

  private let needles: [Needle]

  /// Secrets by name.
  ///
  /// A fragment is a piece of a secret that must not be seen by itself either.
  init(_ secrets: [String: String], fragments: [String: String] = [:]) {
    let whole = secrets.flatMap { name, value in
      SecretForms(value).all.map { Needle(secret: name, form: $0.form, bytes: Data($0.bytes)) }
    }
    let pieces = fragments.flatMap { name, value in
      SecretForms(value).plain.map {
        Needle(secret: name, form: "fragment, \($0.form)", bytes: Data($0.bytes))
      }
    }
    needles = whole + pieces
  }

  /// What was found, as `NAME (form)`.
  func leaks(in bytes: [UInt8]) -> [String] {
    let data = Data(bytes)
    return needles.filter { data.range(of: $0.bytes) != nil }.map { "\($0.secret) (\($0.form))" }
      .sorted()
  }

  func leaks(in ended: Ended) -> [String] {
    leaks(in: ended.output).map { "stdout: \($0)" }
      + leaks(in: ended.messages).map { "stderr: \($0)" }
  }

  /// In the contents and names of everything below a folder.
  func leaks(below folder: String) -> [String] {
    TestProject.files(below: folder).flatMap { path in
      let contents = (try? Array(Data(contentsOf: URL(filePath: path)))) ?? []
      return (leaks(in: contents) + leaks(in: Array(path.utf8))).map { "\(path): \($0)" }
    }
  }
}

/// The ways of writing a secret down; made by hand and apart from what the program masks them with.
struct SecretForms {
  typealias Form = (form: String, bytes: [UInt8])

  private let text: String
  private var bytes: [UInt8] { Array(text.utf8) }

  init(_ text: String) {
    self.text = text
  }

  /// Forms that keep a text of letters and digits as it is are left out where they are the same.
  var all: [Form] {
    var seen: Set<[UInt8]> = []
    return (plain + escaped).filter { seen.insert($0.bytes).inserted }
  }

  /// Those that any text has.
  var plain: [Form] {
    [("raw", bytes)] + hex + base64
  }

  private var hex: [Form] {
    let digits = bytes.map { String(format: "%02x", $0) }.joined()
    return [("hex", digits), ("HEX", digits.uppercased())].map { ($0, Array($1.utf8)) }
  }

  /// The part of each alignment that does not depend on what stands around.
  private var base64: [Form] {
    (0..<3).flatMap { shift -> [Form] in
      let padded = [UInt8](repeating: 0, count: shift) + bytes
      let text = Data(padded).base64EncodedString().prefix { $0 != "=" }
      let first = (shift * 8 + 5) / 6
      let last = padded.count * 8 / 6
      let body = String(Array(text)[first..<max(first, last)])
      let urlSafe = body.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
      return [
        ("base64, \(shift) bytes in", Array(body.utf8)),
        ("base64url, \(shift) bytes in", Array(String(urlSafe).utf8)),
      ].filter { $0.1.count >= 6 }
    }
  }

  private var escaped: [Form] {
    let json = [
      ("JSON", json(text)), ("JSON, ASCII", jsonASCII(json(text))),
      ("JSON, ASCII in capitals", jsonASCII(json(text), isUpper: true)),
      ("JSON with \\/", json(text).replacing("/", with: "\\/")),
    ]
    let sql = json + [("raw", text)]
    let inSQL = sql.flatMap { form, text in
      [
        ("SQL of \(form)", self.sql(text, quote: "''")),
        ("SQL of \(form), \\'", self.sql(text, quote: "\\'")),
        ("SQL of \(form), quotes only", text.replacing("'", with: "''")),
      ]
    }
    let shown = [
      ("line breaks shown", text.replacing("\n", with: "\\n")), ("HTML", html(text)),
      ("JSON in JSON", self.json(self.json(text))),
    ]
    return (json + inSQL + shown + urls).map { ($0.0, Array($0.1.utf8)) }
  }

  private var urls: [(String, String)] {
    let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    let strict = percent(keeping: unreserved)
    let loose = percent(keeping: unreserved + "!$&'()*+,;=:@/?")
    return [
      ("URL", strict), ("URL, loose", loose), ("form", strict.replacing("%20", with: "+")),
      ("URL in small letters", percent(keeping: unreserved, isUpper: false)),
      ("URL, all", percent(keeping: "")),
      ("URL, letters and digits kept", percent(keeping: String(unreserved.dropLast(4)))),
      ("URL, quotes only", text.replacing("'", with: "%27")),
    ]
  }

  private func percent(keeping kept: String, isUpper: Bool = true) -> String {
    text.utf8.map { byte in
      if kept.utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
      return String(format: isUpper ? "%%%02X" : "%%%02x", byte)
    }.joined()
  }

  private func json(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      case "\0"..<" ": String(format: "\\u%04x", scalar.value)
      default: String(scalar)
      }
    }.joined()
  }

  private func jsonASCII(_ text: String, isUpper: Bool = false) -> String {
    text.utf16.map { unit in
      unit < 0x80
        ? String(Unicode.Scalar(UInt8(unit)))
        : String(format: isUpper ? "\\u%04X" : "\\u%04x", unit)
    }.joined()
  }

  private func sql(_ text: String, quote: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: quote)
  }

  private func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
