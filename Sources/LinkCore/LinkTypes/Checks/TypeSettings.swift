/// The keys of a link as a type sees them.
struct TypeSettings {
  /// A class, for every check hands it on.
  final class Setting {
    let name: String
    let clause: LinkKey.Clause
    /// Of the shape it will have; what comes by reference is an empty text.
    let value: JSONValue
    /// As it was declared, where it is a credential.
    let credential: CredentialValue?
    /// The known key that an unknown one is nearest to.
    let near: LinkType.Suggestion?
    /// Of what is meant.
    let bits: KeyVocabulary.Bits
    private let word: KeyVocabulary.Word

    fileprivate init(
      _ name: String,
      in clause: LinkKey.Clause,
      of type: LinkType,
      _ value: JSONValue,
      _ credential: CredentialValue?
    ) {
      let word = type.vocabulary[name]
      let near = word.isKnown ? nil : type.nearest(to: name)
      bits = near.map { type.vocabulary[$0.name].bits } ?? word.bits
      self.word = word
      self.near = near
      self.name = name
      self.clause = clause
      self.value = value
      self.credential = credential
    }

    /// The key that the type knows in this clause; `nil` where it knows none of that name there.
    var key: LinkKey? { clause == .config ? word.config : word.credential }

    /// What the type knows it as, also where it is misspelt or stands in the other clause.
    var meant: String { near?.name ?? word.meant }

    var path: FieldPath { FieldPath([clause.rawValue, name]) }

    /// Its text in lower case; `nil` where it is no text, or not known yet.
    var choice: String? {
      guard let text = value.text, !text.isEmpty else { return nil }
      return text.asciiLowercased
    }
  }

  let all: [Setting]
  /// Which names of the type are there.
  let present: KeyVocabulary.Bits
  /// Whether it is known which credentials there are.
  let knowsCredentials: Bool

  init(
    of type: LinkType,
    config: [JSONValue.Member],
    credentials: [CredentialValue.Member]?
  ) {
    var all: [Setting] = []
    all.reserveCapacity(config.count + (credentials?.count ?? 0))
    for member in config {
      all.append(Setting(member.key, in: .config, of: type, member.value, nil))
    }
    for member in credentials ?? [] {
      all.append(Setting(member.key, in: .credentials, of: type, member.value.shape, member.value))
    }
    self.all = all
    present = all.reduce(0) { $0 | $1.bits }
    knowsCredentials = credentials != nil
  }

  /// Those of CONFIG come first.
  var hasCredentials: Bool { all.last?.clause == .credentials }

  /// The first setting of a name, which may end in `.*`.
  func first(_ name: String) -> Setting? {
    let pattern = KeyPattern(name)
    return all.first { pattern.covers($0.meant) }
  }

  func first(of names: [String]) -> Setting? {
    for name in names {
      if let setting = first(name) { return setting }
    }
    return nil
  }

  func has(_ name: String) -> Bool {
    let pattern = KeyPattern(name)
    return all.contains { pattern.covers($0.meant) }
  }
}
