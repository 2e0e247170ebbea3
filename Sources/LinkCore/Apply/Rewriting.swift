/// What a server made of a value that it took: every plan would change it again for ever, so that it
/// has to be told.
package struct Rewriting: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A number came back as text.
    case numberAsText
    /// Spaces at an end of a text are gone.
    case trimmed
    /// A key that nobody sent is there.
    case added
    /// A key that was null is not there.
    case nullDropped
  }

  package let path: FieldPath
  package let kind: Kind
}

extension LinkDefinition {
  /// What a server made of these clauses; `nil` where what it shows was not made of them.
  func rewritings(in current: CatalogLink) -> [Rewriting]? {
    guard current.hasType(type.name) else { return nil }
    let (sent, shown) = (description ?? "", current.description ?? "")
    var found: [Rewriting] = []
    if !sent.isIdentical(to: shown) {
      guard shown.isTrimmed(from: sent) else { return nil }
      found.append(Rewriting(path: ["description"], kind: .trimmed))
    }
    guard case .readable(let config) = current.config else { return found }
    guard let rest = self.config.orEmpty.rewritings(in: config.orEmpty, at: ["config"]) else {
      return nil
    }
    return found + rest
  }
}

extension JSONValue {
  fileprivate func rewritings(in shown: JSONValue, at path: FieldPath) -> [Rewriting]? {
    if let mine = members, let theirs = shown.members {
      return Self.rewritings(of: mine, in: theirs, at: path)
    }
    if shown.isRedacted || means(shown) { return [] }
    switch (self, shown) {
    case (.number(let number), .string(let text)):
      return text.isIdentical(to: number.text) ? [Rewriting(path: path, kind: .numberAsText)] : nil
    case (.string(let sent), .string(let text)):
      return text.isTrimmed(from: sent) ? [Rewriting(path: path, kind: .trimmed)] : nil
    case (.array(let mine), .array(let theirs)) where mine.count == theirs.count:
      // A list is one field: it is told once, whatever became of its items.
      let parts = zip(mine, theirs).map { $0.rewritings(in: $1, at: path) }
      return parts.contains { $0 == nil } ? nil : Array(Set(parts.compactMap(\.self).joined()))
    default: return nil
    }
  }

  private static func rewritings(
    of sent: [Member],
    in shown: [Member],
    at path: FieldPath
  ) -> [Rewriting]? {
    let mine = Dictionary(sent.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    let theirs = Dictionary(shown.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    var found: [Rewriting] = []
    for key in Set(mine.keys).union(theirs.keys).sorted() {
      let path = path.appending(key.text)
      switch (mine[key], theirs[key]) {
      case (let mine?, let theirs?):
        guard let rest = mine.rewritings(in: theirs, at: path) else { return nil }
        found += rest
      case (nil, _?): found.append(Rewriting(path: path, kind: .added))
      case (.null?, nil): found.append(Rewriting(path: path, kind: .nullDropped))
      default: return nil
      }
    }
    return found
  }
}

extension String {
  /// Whether it is another text without some of the spaces at its ends.
  fileprivate func isTrimmed(from text: String) -> Bool {
    utf8.count < text.utf8.count && trimmed.isIdentical(to: text.trimmed)
  }

  /// Without the spaces and line breaks at its ends.
  fileprivate var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in " \t\n\r".unicodeScalars.contains(scalar) }
    let rest = unicodeScalars.drop(while: isSpace)
    guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(rest[...last])
  }
}

extension Diagnostic {
  /// That a server keeps a link in another way than it was sent.
  static func rewrites(_ address: LinkAddress, _ rewritings: [Rewriting]) -> Diagnostic {
    let words = rewritings.map { "\($0.path.description.shown) \($0.kind.words)" }
    return Diagnostic(
      .serverRewrites,
      "\(address.description.shown): this server keeps what it was sent in another way:"
        + " \(words.capped(at: 3)); write it so in the manifest, or list it under 'ignore', for else"
        + " every plan changes it again",
      at: nil
    )
  }
}

extension Rewriting.Kind {
  fileprivate var words: String {
    switch self {
    case .numberAsText: "came back as text"
    case .trimmed: "came back without the spaces at its ends"
    case .added: "was added"
    case .nullDropped: "was null, and is gone"
    }
  }
}
