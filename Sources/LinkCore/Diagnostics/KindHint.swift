/// Tells who wrote a value of the wrong kind what to write instead.
enum KindHint {
  /// `; put it in quotes`, or nothing where there is nothing to tell.
  static func text(_ node: Node, _ expected: String) -> String {
    let hint =
      switch (expected, node.content) {
      case ("text", .scalar): "put it in quotes"
      case ("a list", .scalar): "write it in brackets: [ … ]"
      case ("a list", .mapping): "begin each item with '- '"
      case ("true or false", .scalar(let scalar)): bool(scalar)
      case (_, .scalar(let scalar)) where expected.hasPrefix("a map"): map(scalar)
      case (_, .sequence) where expected.hasPrefix("a map"):
        "write its keys without '- ' or brackets"
      default: nil as String?
      }
    return hint.map { "; " + $0 } ?? ""
  }

  private static func bool(_ scalar: Node.Scalar) -> String? {
    switch scalar.text {
    case "true", "false": "write it without quotes"
    case "True", "TRUE", "yes", "on", "y": "write true"
    case "False", "FALSE", "no", "off", "n": "write false"
    default: nil
    }
  }

  private static func map(_ scalar: Node.Scalar) -> String? {
    guard let first = scalar.text.unicodeScalars.first else { return nil }
    switch first {
    case "{": return "write it as YAML, without the quotes around it"
    case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}":
      return "it begins with the typographic quote \(first.codePoint)"
    default:
      if scalar.text.unicodeScalars.contains(":") { return "is a space missing behind a colon?" }
      if scalar.text.unicodeScalars.contains("=") { return "write ': ' for '='" }
      return ["none", "empty"].contains(scalar.text) ? "for none write {}" : nil
    }
  }
}
