internal import LinkCore

/// Text from manifests and from the server, written into Markdown so that none of it is Markdown,
/// HTML, a mention or a reference to an issue: in HTML, as code.
enum MarkdownText {
  /// As code within HTML; on one line, for an empty one ends HTML in Markdown.
  static func code(_ text: String) -> String {
    "<code>\(escaped(text.shown))</code>"
  }

  /// A comment that no reader sees, for whoever looks for it.
  ///
  /// `--` and `>` would end a comment: all but letters, digits, dots and single hyphens is written
  /// as `%XX`.
  static func marker(_ environment: String, _ command: String = "plan") -> String {
    var name = ""
    for byte in environment.utf8 {
      let isHyphen = byte == UInt8(ascii: "-") && !name.isEmpty && !name.hasSuffix("-")
      if byte.isPlainInMarker || isHyphen {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        name += "%" + String(repeating: "0", count: 2 - hex.count) + hex
      }
    }
    return "<!-- linkctl \(command) env=\(name) -->"
  }

  /// As text within HTML, also within an attribute's quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension UInt8 {
  fileprivate var isPlainInMarker: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default:
      false
    }
  }
}
