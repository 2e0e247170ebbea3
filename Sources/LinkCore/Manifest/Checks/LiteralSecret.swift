extension LinkCheck {
  /// A secret comes by reference only; the value itself is never shown.
  static let literalSecret = LinkCheck { link, _ in
    guard case .declared(let value) = link.credentials else { return [] }
    return value.leaves(at: FieldPath(["credentials"])).flatMap { path, leaf in
      leaf.hiddenLiterals.map { literal in
        LinkFinding(rule(of: literal, at: path), message(literal, at: path), about: path, of: link)
      }
    }
  }

  /// A header that is no credential, such as a content type, is only worth a warning.
  private static func rule(of literal: HiddenLiteral, at path: FieldPath) -> Rule {
    let components = path.components
    guard components.count == 3, components[1].isIdentical(to: "headers") else {
      return .literalSecret
    }
    let isCredential =
      SecretRules.key(components[2].asciiLowercased) != nil
      || literal.reveal().text.flatMap(SecretRules.value) != nil
      || literal.reveal().text.map(LiteralShape.init(_:)).flatMap { $0 } != nil
    return isCredential ? .literalSecret : .headerLiteral
  }

  private static func message(_ literal: HiddenLiteral, at path: FieldPath) -> String {
    let name = path.shownBelowClause
    if rule(of: literal, at: path) == .headerLiteral {
      return "header '\(name)' is written out; if it is a credential, write { env: NAME }"
    }
    if let shape = literal.reveal().text.flatMap(LiteralShape.init(_:)) {
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

  init?(_ text: String) {
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
