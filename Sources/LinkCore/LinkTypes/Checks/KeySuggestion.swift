extension LinkType {
  /// A key that somebody may have meant.
  struct Suggestion {
    let name: String
    let clause: LinkKey.Clause
  }

  /// Whether the library behind this type knows a key of that name.
  func knowsProperty(_ name: String) -> Bool {
    guard let passThrough else { return false }
    return passThrough.aliases[name] != nil
      || passThrough.properties.contains { $0.isIdentical(to: name) }
  }

  /// The key that a misspelt name is nearest to; `nil` where none is near.
  func nearest(to name: String) -> Suggestion? {
    let spelling = Spelling(name)
    guard spelling.letters.count > 3 else { return nil }
    return candidates.first { Spelling($0.name).hasSameLetters(as: spelling) }
      ?? closest(to: spelling) ?? candidates.first { Spelling($0.name).endsAs(spelling) }
      ?? (passesUnknownKeysThrough ? nil : loosest(to: spelling))
  }

  /// Another type that has a key of exactly that name.
  func stranger(with name: String) -> LinkType? {
    LinkType.all.first { type in
      !type.name.isIdentical(to: self.name)
        && type.keys.contains { !$0.isFamily && $0.name.isIdentical(to: name) }
    }
  }

  /// A key that has words which the name lacks, or lacks words which the name has.
  private func loosest(to spelling: Spelling) -> Suggestion? {
    candidates.first { spelling.endsAs(Spelling($0.name)) }
      ?? candidates.first { Spelling($0.name).beginsAs(spelling) }
      ?? candidates.first { Spelling($0.name).hasWords(of: spelling) }
  }

  private var candidates: [Suggestion] {
    keys.filter { !$0.isFamily }.map { Suggestion(name: $0.name, clause: $0.clause) }
      + (passThrough?.properties ?? []).map { Suggestion(name: $0, clause: .config) }
  }

  /// The first of those with the fewest slips, where they are few enough.
  private func closest(to spelling: Spelling) -> Suggestion? {
    var best: (suggestion: Suggestion, slips: Int)?
    for candidate in candidates {
      let bound = best.map { $0.slips - 1 } ?? spelling.tolerance(strict: passesUnknownKeysThrough)
      guard bound > 0 else { break }
      if let slips = spelling.slips(to: Spelling(candidate.name), atMost: bound) {
        best = (candidate, slips)
      }
    }
    return best?.suggestion
  }
}

/// A key's name, without what one easily gets wrong.
private struct Spelling {
  let text: String

  init(_ name: String) {
    text = LookAlike.skeleton(name).asciiLowercased
  }

  /// How many slips are taken for a slip: where unknown keys may well be right, fewer.
  func tolerance(strict: Bool) -> Int {
    switch text.utf8.count {
    case ..<6: 1
    case ..<14: 2
    default: strict ? 2 : 3
    }
  }

  func slips(to other: Spelling, atMost bound: Int) -> Int? {
    EditDistance.between(text, other.text, atMost: bound)
  }

  /// Whether both are the same but for what separates their words.
  func hasSameLetters(as other: Spelling) -> Bool {
    letters.elementsEqual(other.letters)
  }

  /// Whether this is the other with more words before it: `sasl.username` ends as `username`.
  func endsAs(_ other: Spelling) -> Bool {
    let words = words
    let fewer = other.words
    return words.count > fewer.count && words.suffix(fewer.count).elementsEqual(fewer)
  }

  /// Whether this is the other with more words behind it: `endpoint_url` begins as `endpoint`.
  func beginsAs(_ other: Spelling) -> Bool {
    let words = words
    let fewer = other.words
    return words.count > fewer.count && words.prefix(fewer.count).elementsEqual(fewer)
  }

  /// Whether this is the other with words more in between: `aws_secret_key`.
  func hasWords(of other: Spelling) -> Bool {
    var rest = other.words[...]
    guard rest.count > 1 else { return false }
    for word in words where rest.first == word { rest.removeFirst() }
    return rest.isEmpty
  }

  var letters: [UInt8] { text.utf8.filter { !$0.isKeySeparator && !$0.isSpace } }

  private var words: [[UInt8]] {
    text.utf8.split { $0.isKeySeparator || $0.isSpace }.map(Array.init)
  }
}
