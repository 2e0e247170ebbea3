/// Every name that a type speaks of, with a bit for each: the bits of a link's keys settle at a
/// glance most of what these ask of each other.
struct KeyVocabulary: Sendable {
  /// A bit for each name; a family's is set by every key that it covers.
  typealias Bits = UInt128

  /// What a type makes of a key's name.
  struct Word: Sendable {
    fileprivate(set) var config: LinkKey?
    fileprivate(set) var credential: LinkKey?
    /// The key that it is another name of, or its own name.
    fileprivate(set) var meant: String
    /// Whether the type, or the library behind it, knows the name.
    fileprivate(set) var isKnown: Bool
    fileprivate(set) var bits: Bits
  }

  private let keys: [LinkKey]
  private let patterns: [KeyPattern]
  private let words: [ExactText: Word]

  init(of keys: [LinkKey], namedToo others: [String], behind library: LinkType.PassThrough?) {
    self.keys = keys
    let names = Set((keys.map(\.name) + others).map(ExactText.init)).sorted().map(\.text)
    precondition(names.count <= Bits.bitWidth, "a type speaks of more names than there are bits")
    patterns = names.map(KeyPattern.init)
    var words: [ExactText: Word] = [:]
    for name in names where !KeyPattern(name).isFamily {
      words[ExactText(name)] = Self.word(name, of: keys, patterns, isKnown: false)
    }
    for name in library?.properties ?? [] {
      words[ExactText(name)] = Self.word(name, of: keys, patterns, isKnown: true)
    }
    for (alias, name) in library?.aliases ?? [:] {
      words[ExactText(alias)] = Self.word(name, of: [], patterns, isKnown: true)
    }
    self.words = words
  }

  private static func word(
    _ name: String,
    of keys: [LinkKey],
    _ patterns: [KeyPattern],
    isKnown: Bool
  ) -> Word {
    let config = keys.first { $0.clause == .config && $0.covers(name) }
    let credential = keys.first { $0.clause == .credentials && $0.covers(name) }
    let bits = patterns.enumerated().reduce(0 as Bits) { bits, pattern in
      pattern.element.covers(name) ? bits | 1 << Bits(pattern.offset) : bits
    }
    return Word(
      config: config,
      credential: credential,
      meant: name,
      isKnown: isKnown || config != nil || credential != nil,
      bits: bits
    )
  }

  subscript(name: String) -> Word {
    words[ExactText(name)] ?? Self.word(name, of: keys, patterns, isKnown: false)
  }

  /// The bits of names as they are written, families among them.
  func bits(of names: [String]) -> Bits {
    patterns.enumerated().reduce(0) { bits, pattern in
      names.contains { $0.isIdentical(to: pattern.element.name) }
        ? bits | 1 << Bits(pattern.offset) : bits
    }
  }
}

/// As much of a combination as the bits of a link's keys can tell.
struct CombinationGlance: Sendable {
  private enum Demand {
    case all
    case oneOf
    case noneOf
    /// It asks for a value, which has to be looked at.
    case value
  }

  private let cause: KeyVocabulary.Bits
  private let wanted: KeyVocabulary.Bits
  private let demand: Demand

  init(_ combination: KeyCombination, _ vocabulary: KeyVocabulary) {
    switch combination.condition {
    case .anyOf(let keys): cause = vocabulary.bits(of: keys)
    case .value(let key, _): cause = vocabulary.bits(of: [key])
    }
    switch combination.demand {
    case .all(let keys): (demand, wanted) = (.all, vocabulary.bits(of: keys))
    case .oneOf(let keys): (demand, wanted) = (.oneOf, vocabulary.bits(of: keys))
    case .noneOf(let keys): (demand, wanted) = (.noneOf, vocabulary.bits(of: keys))
    case .value: (demand, wanted) = (.value, 0)
    }
  }

  /// Whether it surely finds nothing wrong.
  func isSettled(by present: KeyVocabulary.Bits) -> Bool {
    guard present & cause != 0 else { return true }
    return switch demand {
    case .all: present & wanted == wanted
    case .oneOf: present & wanted != 0
    case .noneOf: present & wanted == 0
    case .value: false
    }
  }
}

extension KeyCombination {
  /// Every name in it.
  var names: [String] {
    let causes =
      switch condition {
      case .anyOf(let keys): keys
      case .value(let key, _): [key]
      }
    switch demand {
    case .all(let keys), .oneOf(let keys), .noneOf(let keys): return causes + keys
    case .value(let key, _): return causes + [key]
    }
  }
}
