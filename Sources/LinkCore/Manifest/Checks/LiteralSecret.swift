extension LinkCheck {
  /// A secret comes by reference only; the value itself is never shown.
  static let literalSecret = LinkCheck { link, _ in
    guard case .declared(let value) = link.credentials, let type = link.type else { return [] }
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
    return "'\(name)' must be a reference, such as { env: NAME }; its value does not belong in a"
      + " file"
  }
}

/// What somebody meant who wrote a text where a reference is due.
private enum LiteralShape {
  case shellVariable
  case reference(source: String)
  case referenceInText
  case redactionMark

  init?(_ literal: JSONValue) {
    guard let text = literal.text else { return nil }
    let bytes = Array(text.utf8)
    if text.isIdentical(to: "<CREDENTIALS REDACTED>") {
      self = .redactionMark
    } else if bytes.starts(with: "env:".utf8) {
      self = .reference(source: "env")
    } else if bytes.starts(with: "file:".utf8) {
      self = .reference(source: "file")
    } else if bytes.starts(with: "${".utf8) || bytes.starts(with: "$(".utf8) {
      self = .shellVariable
    } else if text.split(separator: " ").dropFirst().contains(where: { $0.hasPrefix("env:") }) {
      self = .referenceInText
    } else {
      return nil
    }
  }

  var advice: String {
    switch self {
    case .shellVariable: "${…} is not expanded, write { env: NAME }"
    case .reference(let source): "write it as a map: { \(source): … }"
    case .referenceInText:
      "write { prefix: 'Bearer ', env: NAME } with the text before it as prefix"
    case .redactionMark: "this is what SingleStore shows instead of a secret, not a secret"
    }
  }
}
