extension LinkType {
  /// A key that somebody may have meant.
  final class Suggestion: Sendable {
    let name: String
    let clause: LinkKey.Clause
    fileprivate let spelling: Spelling

    fileprivate init(_ name: String, in clause: LinkKey.Clause) {
      self.name = name
      self.clause = clause
      spelling = Spelling(name)
    }
  }

  /// Whether the library behind this type knows a key of that name.
  func knowsProperty(_ name: String) -> Bool {
    passThrough?.knows(name) ?? false
  }

  /// The key that a misspelt name is nearest to; `nil` where none is near.
  func nearest(to name: String) -> Suggestion? {
    let spelling = Spelling(name)
    guard spelling.letters.count > 3 else { return nil }
    return candidates.first { $0.spelling.letters == spelling.letters }
      ?? closest(to: spelling) ?? candidates.first { $0.spelling.endsAs(spelling) }
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
    candidates.first { spelling.endsAs($0.spelling) }
      ?? candidates.first { $0.spelling.beginsAs(spelling) }
      ?? candidates.first { $0.spelling.hasWords(of: spelling) }
  }

  private var candidates: [Suggestion] { LinkType.candidates[name] ?? [] }

  /// By type; taken apart once, for a file may hold many unknown keys.
  private static let candidates = Dictionary(
    uniqueKeysWithValues: all.map { type in
      let known = type.keys.filter { !$0.isFamily }.map { Suggestion($0.name, in: $0.clause) }
      let properties = (type.passThrough?.properties ?? []).sorted()
        .map { Suggestion($0.text, in: .config) }
      return (type.name, known + properties)
    }
  )

  /// The first of those with the fewest slips, where they are few enough.
  private func closest(to spelling: Spelling) -> Suggestion? {
    var best: (suggestion: Suggestion, slips: Int)?
    for candidate in candidates {
      let bound = best.map { $0.slips - 1 } ?? spelling.tolerance(strict: passesUnknownKeysThrough)
      guard bound > 0 else { break }
      if let slips = spelling.slips(to: candidate.spelling, atMost: bound) {
        best = (candidate, slips)
      }
    }
    return best?.suggestion
  }
}

/// A key's name, without what one easily gets wrong.
private struct Spelling: Sendable {
  /// Without what separates words.
  let letters: [UInt8]
  /// A bit for each kind of letter; kinds may share one.
  private let kinds: UInt64
  private let scalars: [Unicode.Scalar]
  private let words: [[UInt8]]

  init(_ name: String) {
    let text = LookAlike.skeleton(name).asciiLowercased
    scalars = Array(text.unicodeScalars)
    kinds = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    words = text.utf8.split { $0.isKeySeparator || $0.isSpace }.map(Array.init)
    letters = words.flatMap(\.self)
  }

  /// How many slips are taken for a slip: where unknown keys may well be right, fewer.
  func tolerance(strict: Bool) -> Int {
    switch scalars.count {
    case ..<6: 1
    case ..<14: 2
    default: strict ? 2 : 3
    }
  }

  func slips(to other: Spelling, atMost bound: Int) -> Int? {
    // A slip brings in one kind of letter at most, and loses one.
    let (lost, new) = (kinds & ~other.kinds, other.kinds & ~kinds)
    guard max(lost.nonzeroBitCount, new.nonzeroBitCount) <= bound else { return nil }
    return EditDistance.between(scalars, other.scalars, atMost: bound)
  }

  /// Whether this is the other with more words before it: `sasl.username` ends as `username`.
  func endsAs(_ other: Spelling) -> Bool {
    let fewer = other.words
    return words.count > fewer.count && words.suffix(fewer.count).elementsEqual(fewer)
  }

  /// Whether this is the other with more words behind it: `endpoint_url` begins as `endpoint`.
  func beginsAs(_ other: Spelling) -> Bool {
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
}
