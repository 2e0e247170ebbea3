/// Findings that a manifest or project file is not of its form.
extension Diagnostic {
  package static func wrongKind(
    _ node: Node,
    at place: SourceLocation,
    named name: String,
    expected: String
  ) -> Diagnostic {
    let name = name.shown
    let message =
      node.scalar?.isMissing == true
      ? "\(name.asSubject) has no value; \(gapHint(of: name, expected))"
      : "\(name): expected \(expected), got \(node.shownKind)\(KindHint.text(node, expected))"
    return .form(.wrongKind, message, at: place)
  }

  private static func gapHint(of name: String, _ expected: String) -> String {
    guard expected.hasPrefix("a map") else { return "give it one or remove the key" }
    return name == "credentials"
      ? "indent its keys below it; where the link needs none, write {}"
      : "indent what belongs to it below it, or remove it"
  }

  package static func unknownField(
    _ key: String,
    at place: SourceLocation,
    of owner: String,
    known: [String],
    hint: String?
  ) -> Diagnostic {
    let hint = hint ?? Suggestion.didYouMean(key, among: known)
    let advice = hint ?? "; known here: \(known.joined(separator: ", "))"
    return .form(.unknownKey, "unknown key '\(key.shown)' in \(owner)\(advice)", at: place)
  }

  package static func unknownWord(
    _ word: String,
    at location: SourceLocation,
    named name: String,
    words: [String],
    noun: String = "value"
  ) -> Diagnostic {
    let advice =
      Suggestion.didYouMean(word, among: words) ?? "; expected \(words.joined(separator: ", "))"
    return .form(.badValue, "\(name): unknown \(noun) '\(word.shown)'\(advice)", at: location)
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
}

extension String {
  /// With quotes around it where it is a key, and not several words with one in quotes.
  fileprivate var asSubject: String { utf8.contains(0x27) ? self : "'\(self)'" }
}
