/// A key that a type knows in its CONFIG or its CREDENTIALS.
///
/// A name that ends in `.*` stands for every key that begins with what is before the star.
package final class LinkKey: Sendable {
  package enum Clause: String, Hashable, Sendable {
    case config
    case credentials
  }

  package enum Requirement: String, Hashable, Sendable {
    /// A link without it cannot work.
    case required
    /// Most links have it.
    case usual
    case optional
  }

  /// How sure it is that the server knows the key, and where that was read.
  package enum Source: Hashable, Sendable {
    /// The server's own documentation has it, on the page named.
    case documented(String)
    /// Published code or notebooks use it.
    case observed(String)
    /// It follows from what the server is built on.
    case inferred(String)
  }

  package let name: String
  package let clause: Clause
  package let form: KeyForm
  package let requirement: Requirement
  /// Whether its value must never be printed, and comes by reference only.
  package let isSecret: Bool
  /// What it is for, in one short sentence without a full stop.
  package let meaning: String
  package let source: Source
  /// What to use instead; `nil` where the key is not deprecated.
  package let replacement: String?
  /// Whether published notebooks have it in CONFIG, though it belongs in CREDENTIALS: there it is
  /// worth a warning, and no leak.
  package let isSeenInConfig: Bool
  /// Whether it may stand in CONFIG by that name, and holds no secret.
  let isPublicInConfig: Bool
  /// What its name gives cause to say all the same.
  let nameFinding: SecretFinding?
  /// Its name as the rules about values see it.
  let observed: SecretRuleTable.Key
  private let pattern: KeyPattern

  private init(
    _ name: String,
    in clause: Clause,
    _ form: KeyForm,
    _ requirement: Requirement,
    isSecret: Bool,
    _ meaning: String,
    _ source: Source,
    replacement: String? = nil,
    isSeenInConfig: Bool = false
  ) {
    self.name = name
    self.clause = clause
    self.form = form
    self.requirement = requirement
    self.isSecret = isSecret
    self.meaning = meaning
    self.source = source
    self.replacement = replacement
    self.isSeenInConfig = isSeenInConfig
    pattern = KeyPattern(name)
    isPublicInConfig = !isSecret && !pattern.isFamily && (clause == .config || isSeenInConfig)
    let finding = isPublicInConfig ? SecretRules.key(at: [name]) : nil
    nameFinding = finding.flatMap { $0.action > .warn ? nil : $0 }
    observed = SecretRules.observed(name.asciiLowercased)
  }
}

extension LinkKey {
  /// A key of CONFIG.
  package static func config(
    _ name: String,
    _ meaning: String,
    _ source: Source,
    as form: KeyForm = .text,
    is requirement: Requirement = .optional
  ) -> LinkKey {
    LinkKey(name, in: .config, form, requirement, isSecret: false, meaning, source)
  }

  /// A key of CONFIG whose value is a secret all the same.
  package static func configSecret(
    _ name: String,
    _ meaning: String,
    _ source: Source
  ) -> LinkKey {
    LinkKey(name, in: .config, .text, .optional, isSecret: true, meaning, source)
  }

  /// A key of CREDENTIALS that names somebody or something, and may be written down.
  package static func identity(
    _ name: String,
    _ meaning: String,
    _ source: Source,
    is requirement: Requirement = .optional,
    isSeenInConfig: Bool = false
  ) -> LinkKey {
    LinkKey(
      name,
      in: .credentials,
      .text,
      requirement,
      isSecret: false,
      meaning,
      source,
      isSeenInConfig: isSeenInConfig
    )
  }

  /// A key of CREDENTIALS whose value comes by reference only.
  package static func secret(
    _ name: String,
    _ meaning: String,
    _ source: Source,
    as form: KeyForm = .text,
    is requirement: Requirement = .optional
  ) -> LinkKey {
    LinkKey(name, in: .credentials, form, requirement, isSecret: true, meaning, source)
  }

  /// The same key, with advice to use another.
  package func deprecated(insteadUse replacement: String) -> LinkKey {
    LinkKey(
      name,
      in: clause,
      form,
      requirement,
      isSecret: isSecret,
      meaning,
      source,
      replacement: replacement
    )
  }
}

extension LinkKey {
  /// Whether this is the key of that name, byte for byte, or stands for it.
  package func covers(_ name: String) -> Bool {
    pattern.covers(name)
  }

  /// Whether the name stands for many keys.
  package var isFamily: Bool { pattern.isFamily }
}

/// A key's name, or all the names that begin alike: `catalog.*`.
package struct KeyPattern: Sendable {
  package let name: String
  package let isFamily: Bool

  package init(_ name: String) {
    self.name = name
    isFamily = name.utf8.last == UInt8(ascii: "*")
  }

  /// Whether a key has this name, or begins as this family does and goes on.
  package func covers(_ key: String) -> Bool {
    guard isFamily else { return name.isIdentical(to: key) }
    let beginning = name.utf8.dropLast()
    return key.utf8.count > beginning.count && key.utf8.starts(with: beginning)
  }
}
