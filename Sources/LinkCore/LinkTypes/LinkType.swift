/// What a type of link accepts, requires and excludes.
///
/// A class, for it is large, never changes, and every link knows its own.
package final class LinkType: Sendable {
  /// As statements and previews write it: `S3`, `KAFKA`.
  package let name: String
  /// What such a link leads to, in a sentence or two.
  package let summary: String
  package let keys: [LinkKey]
  package let combinations: [KeyCombination]
  /// Whether `credentials: {}` makes a link that can work.
  package let allowsEmptyCredentials: Bool
  /// Keys that the server hands on to a library; `nil` where it reads all keys itself.
  package let passThrough: PassThrough?
  /// Keys whose value is a URL that the credentials are used at.
  package let endpoints: [String]
  /// How such a link is told to encrypt; `nil` where it has no such choice.
  package let encryption: Encryption?
  /// What to use instead; `nil` where the type is not deprecated.
  package let deprecation: String?
  /// The version that brought the type; `nil` where every version that has links has it.
  package let since: Introduction?
  let vocabulary: KeyVocabulary
  /// Of each combination, what bits can tell of it.
  let glances: [CombinationGlance]
  /// The bits of the keys without which a link cannot work.
  let requiredBits: KeyVocabulary.Bits

  /// Since when there is a type.
  package struct Introduction: Sendable {
    package let version: ServerVersion
    /// `nil` where it was there for everybody from the beginning.
    package var preview: Preview?
  }

  /// A type that has to be switched on.
  package struct Preview: Sendable {
    package let version: ServerVersion
    /// The server's variable that switches it on.
    package let variable: String
    /// Says that it is on.
    package let capability: Capability
  }

  /// The library behind a type, and keys of it that are right though no page of the server's names
  /// them.
  package struct PassThrough: Sendable {
    package let library: String
    /// Other names of keys that the type knows.
    package let aliases: [String: String]
    private let makeProperties: @Sendable () -> Set<ExactText>

    /// The properties are asked for where a link has a key that its type does not know.
    package init(
      library: String,
      properties: @autoclosure @escaping @Sendable () -> Set<ExactText>,
      aliases: [String: String] = [:]
    ) {
      self.library = library
      self.aliases = aliases
      makeProperties = properties
    }

    package var properties: Set<ExactText> { makeProperties() }

    /// Whether the library has a property of that name, or the type a key that it is another name of.
    func knows(_ name: String) -> Bool {
      aliases[name] != nil || properties.contains(ExactText(name))
    }
  }

  /// The key that says whether a link encrypts what it sends.
  package struct Encryption: Sendable {
    package let key: String
    /// Its values, in lower case, with which nothing is encrypted.
    package let plain: [String]
    package let byDefault: String
    /// The keys that are sent; a name may end in `.*`.
    package let secrets: [String]
  }

  package init(
    name: String,
    summary: String,
    keys: [LinkKey],
    combinations: [KeyCombination] = [],
    allowsEmptyCredentials: Bool = true,
    passThrough: PassThrough? = nil,
    endpoints: [String] = [],
    encryption: Encryption? = nil,
    deprecation: String? = nil,
    since: Introduction? = nil
  ) {
    self.name = name
    self.summary = summary
    self.keys = keys
    self.combinations = combinations
    self.allowsEmptyCredentials = allowsEmptyCredentials
    self.passThrough = passThrough
    self.endpoints = endpoints
    self.encryption = encryption
    self.deprecation = deprecation
    self.since = since
    let secrets = encryption.map { [$0.key] + $0.secrets } ?? []
    let vocabulary = KeyVocabulary(
      of: keys,
      namedToo: combinations.flatMap(\.names) + endpoints + secrets,
      behind: passThrough
    )
    self.vocabulary = vocabulary
    glances = combinations.map { CombinationGlance($0, vocabulary) }
    requiredBits = vocabulary.bits(of: keys.filter { $0.requirement == .required }.map(\.name))
  }
}

extension LinkType {
  /// Every type there is, in the order of the server's grammar.
  package static let all = byName.map { $0.type() }

  /// With their names, so that none is made that nobody looks for.
  private static let byName: [(name: String, type: @Sendable () -> LinkType)] = [
    ("S3", { s3 }), ("AZURE", { azure }), ("GCS", { gcs }), ("HDFS", { hdfs }),
    ("HTTP", { http }), ("KAFKA", { kafka }), ("MONGODB", { mongodb }), ("MYSQL", { mysql }),
  ]

  /// Their names, for a message.
  package static var list: String { all.map(\.name).joined(separator: ", ") }

  /// The type of a name, in any case of its ASCII letters.
  package static func named(_ name: String) -> LinkType? {
    byName.first { $0.name.isIdenticalInAnyCase(to: name) }?.type()
  }
}

extension LinkType {
  /// Whether keys that it does not know are handed on to a library that may.
  package var passesUnknownKeysThrough: Bool { passThrough != nil }

  /// The key of that name in that clause, also as one of a family such as `catalog.*`.
  package func key(_ name: String, in clause: LinkKey.Clause) -> LinkKey? {
    let word = vocabulary[name]
    return clause == .config ? word.config : word.credential
  }

  /// The key of that name in whichever clause it belongs.
  package func key(_ name: String) -> LinkKey? {
    let word = vocabulary[name]
    return word.credential ?? word.config
  }
}
