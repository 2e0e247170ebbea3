extension LinkCheck {
  /// A secret comes by reference only; the value itself is never shown.
  static let literalSecret = LinkCheck { link, _ in
    guard case .declared(let value) = link.credentials, let type = link.type,
      value.hidesLiteral
    else { return [] }
    return value.leaves(at: FieldPath(["credentials"])).flatMap { path, leaf in
      leaf.hiddenLiterals.map { $0.reveal() }
        .filter { literal in
          LiteralShape(literal) != nil
            || type.refusesLiteral(literal, credential: Array(path.components.dropFirst()))
        }
        .map { LinkFinding(.literalSecret, message($0, at: path), about: path, of: link) }
    }
  }

  private static func message(_ literal: JSONValue, at path: FieldPath) -> String {
    let name = path.shownBelowClause
    if let shape = LiteralShape(literal) {
      return "'\(name)' must be a reference; \(shape.advice)"
    }
    if let advice = sourceAdvice(path) { return "'\(name)' must be a reference; \(advice)" }
    return "'\(name)' must be a reference, such as { env: NAME }; its value does not belong in a"
      + " file"
  }

  /// What to tell who misspelt the key of a reference, or wrote only a part of one.
  private static func sourceAdvice(_ path: FieldPath) -> String? {
    guard path.components.count > 2, let last = path.components.last else { return nil }
    if ["prefix", "suffix"].contains(last) {
      return "it has no source yet: add env, file or value"
    }
    let words = last.asciiLowercased.split { $0 == "_" || $0 == "-" }.map(String.init)
    let sources = ["env", "file"]
    let meant = ([last] + words).lazy.compactMap { Suggestion.closest(to: $0, among: sources) }
      .first
    return meant.map { "did you mean '\($0)' for '\(last.shown)'?" }
  }
}

/// What somebody meant who wrote a text where a reference is due.
private enum LiteralShape {
  case shellVariable
  case template
  case reference(source: String)
  case referenceInText
  case redactionMark

  init?(_ literal: JSONValue) {
    guard let text = literal.text else { return nil }
    let bytes = Array(text.utf8)
    let words = text.split(separator: " ")
    if text.isIdentical(to: "<CREDENTIALS REDACTED>") {
      self = .redactionMark
    } else if bytes.starts(with: "env:".utf8) {
      self = .reference(source: "env")
    } else if bytes.starts(with: "file:".utf8) {
      self = .reference(source: "file")
    } else if bytes.starts(with: "${{".utf8) || bytes.starts(with: "{{".utf8) {
      self = .template
    } else if Self.isVariable(text) {
      self = .shellVariable
    } else if words.dropFirst().contains(where: { $0.hasPrefix("env:") || $0.hasPrefix("${") }) {
      self = .referenceInText
    } else {
      return nil
    }
  }

  /// `${NAME}`, `$(command)`, `$NAME` or `%NAME%`.
  private static func isVariable(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.starts(with: "${".utf8) || bytes.starts(with: "$(".utf8) { return true }
    let isQuotedByPercent = bytes.count > 2 && bytes[0] == 0x25 && bytes.last == 0x25
    let name = isQuotedByPercent ? bytes.dropFirst().dropLast() : bytes.dropFirst()
    return (bytes.first == UInt8(ascii: "$") || isQuotedByPercent) && !name.isEmpty
      && name.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") || $0.isDigit }
  }

  var advice: String {
    switch self {
    case .shellVariable: "${…} is not expanded, write { env: NAME }"
    case .template: "{{ … }} is not expanded, set a variable and write { env: NAME }"
    case .reference(let source): "write it as a map: { \(source): … }"
    case .referenceInText:
      "write { prefix: 'Bearer ', env: NAME } with the text before it as prefix"
    case .redactionMark: "this is what SingleStore shows instead of a secret, not a secret"
    }
  }
}
