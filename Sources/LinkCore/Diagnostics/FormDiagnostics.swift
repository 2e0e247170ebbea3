/// Findings that a manifest or project file is not of its form.
extension Diagnostic {
  package static func wrongKind(
    _ node: Node,
    named name: String,
    expected: String
  ) -> Diagnostic {
    if node.scalar?.isMissing == true {
      return .form(
        .wrongKind,
        "'\(name.shown)' has no value; give it one or remove the key",
        at: node.start
      )
    }
    return .form(
      .wrongKind,
      "\(name.shown): expected \(expected), got \(node.shownKind)\(node.kindHint(expected))",
      at: node.start
    )
  }

  package static func unknownField(
    _ entry: Node.Entry,
    of owner: String,
    known: [String],
    hints: [String: String]
  ) -> Diagnostic {
    let hint = hints[entry.key] ?? Suggestion.didYouMean(entry.key, among: known)
    let advice = hint ?? "; known here: \(known.joined(separator: ", "))"
    return .form(
      .unknownKey,
      "unknown key '\(entry.key.shown)' in \(owner)\(advice)",
      at: entry.keyNode.start
    )
  }

  package static func unknownWord(
    _ word: String,
    at location: SourceLocation,
    named name: String,
    words: [String]
  ) -> Diagnostic {
    let advice =
      Suggestion.didYouMean(word, among: words) ?? "; expected \(words.joined(separator: ", "))"
    return .form(.badValue, "\(name): unknown value '\(word.shown)'\(advice)", at: location)
  }
}

extension Node {
  /// What it is, in the words of a message; a short word is quoted, longer text is not shown.
  fileprivate var shownKind: String {
    switch content {
    case .mapping: return "a map"
    case .sequence: return "a list"
    case .scalar(let scalar):
      switch ScalarValue(scalar) {
      case .null: return "null"
      case .bool(let bool): return "\(bool)"
      case .number: return "a number"
      case .text(let text):
        let isBooleanWord = ["yes", "no", "on", "off", "y", "n", "True", "False", "TRUE", "FALSE"]
          .contains(text)
        return isBooleanWord ? "'\(text)'" : "text"
      }
    }
  }

  fileprivate func kindHint(_ expected: String) -> String {
    guard let scalar else { return "" }
    if expected == "text" { return "; put it in quotes" }
    guard expected.hasPrefix("a map"), let first = scalar.text.unicodeScalars.first else {
      return ""
    }
    switch first {
    case "{": return "; write it as YAML, without the quotes around it"
    case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}":
      return
        " that begins with the typographic quote U+\(String(first.value, radix: 16)); write a map"
    default:
      return scalar.text.unicodeScalars.contains(":") ? "; is a space missing behind a colon?" : ""
    }
  }
}
