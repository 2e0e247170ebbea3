/// Every name that a type speaks of, with a bit for each: the bits of a link's keys settle at a
/// glance most of what these ask of each other.
struct KeyVocabulary: Sendable {
  /// A bit for each name; a family's is set by every key that it covers.
  typealias Bits = UInt128

  /// What a type makes of a key's name.
  final class Word: Sendable {
    let config: LinkKey?
    let credential: LinkKey?
    /// The key that it is another name of, or its own name.
    let meant: String
    /// Whether the type, or the library behind it, knows the name.
    let isKnown: Bool
    let bits: Bits

    fileprivate init(
      meant: String,
      config: LinkKey? = nil,
      credential: LinkKey? = nil,
      isOfLibrary: Bool = false,
      bits: Bits
    ) {
      self.meant = meant
      self.config = config
      self.credential = credential
      isKnown = isOfLibrary || config != nil || credential != nil
      self.bits = bits
    }
  }

  private let bits: [ExactText: Bits]
  private let families: [(pattern: KeyPattern, bits: Bits)]
  private let familyKeys: [LinkKey]
  private let library: LinkType.PassThrough?
  private var words: [ExactText: Word] = [:]

  init(of keys: [LinkKey], namedToo others: [String], behind library: LinkType.PassThrough?) {
    bits = Self.numbered(keys.map(\.name) + others)
    families = bits.map { (KeyPattern($0.text), $1) }.filter(\.0.isFamily)
    familyKeys = keys.filter(\.isFamily)
    self.library = library
    for key in keys where !key.isFamily {
      let name = ExactText(key.name)
      let known = words[name]
      words[name] = Word(
        meant: key.name,
        config: key.clause == .config ? key : known?.config,
        credential: key.clause == .credentials ? key : known?.credential,
        bits: bits(covering: key.name)
      )
    }
    for (alias, name) in library?.aliases ?? [:] {
      words[ExactText(alias)] = Word(meant: name, isOfLibrary: true, bits: bits(covering: name))
    }
  }

  subscript(name: String) -> Word { words[ExactText(name)] ?? word(name) }

  private static func numbered(_ names: [String]) -> [ExactText: Bits] {
    var bits: [ExactText: Bits] = [:]
    for name in names.map(ExactText.init) where bits[name] == nil { bits[name] = 1 << bits.count }
    precondition(bits.count <= Bits.bitWidth, "a type speaks of more names than there are bits")
    return bits
  }

  /// A name that at most a family of keys or the library behind the type covers.
  private func word(_ name: String) -> Word {
    Word(
      meant: name,
      config: familyKeys.first { $0.clause == .config && $0.covers(name) },
      credential: familyKeys.first { $0.clause == .credentials && $0.covers(name) },
      isOfLibrary: library?.knows(name) ?? false,
      bits: bits(covering: name)
    )
  }

  /// The bits that a key of that name sets.
  private func bits(covering name: String) -> Bits {
    families.reduce(bits[ExactText(name)] ?? 0) { bits, family in
      family.pattern.covers(name) ? bits | family.bits : bits
    }
  }

  /// The bits of names as they are written, families among them.
  func bits(of names: [String]) -> Bits {
    names.reduce(0) { $0 | (bits[ExactText($1)] ?? 0) }
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
