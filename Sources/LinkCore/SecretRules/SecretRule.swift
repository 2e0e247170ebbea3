/// One way to tell a secret by its key or its value.
package final class SecretRule: Sendable {
  package enum Scope: String, Sendable {
    case key
    case value
    case keyAndValue = "key+value"
  }

  /// What is done about a match, the mildest first.
  package enum Action: Int, Comparable, Sendable {
    /// Worth a second look.
    case warn
    /// An error, which documentation itself gives reason to waive.
    case waivable
    /// An error.
    case refuse

    package static func < (one: Action, other: Action) -> Bool { one.rawValue < other.rawValue }
  }

  package let id: String
  package let scope: Scope
  package let action: Action
  /// What a match is, as in "looks like …".
  package let reason: String
  /// One of these is in the key, or in the value where only that counts, or the rule does not match.
  let anchors: [Anchor]
  private let match: @Sendable (_ key: ByteText, _ value: ByteText) -> Bool

  private init(
    _ id: String,
    _ scope: Scope,
    _ action: Action,
    _ reason: String,
    _ anchors: [Anchor],
    match: @escaping @Sendable (ByteText, ByteText) -> Bool
  ) {
    self.id = id
    self.scope = scope
    self.action = action
    self.reason = reason
    self.anchors = anchors
    self.match = match
  }
}

extension SecretRule {
  /// A rule about a key's path, in lower case and joined by dots.
  static func key(
    _ id: String,
    _ reason: String,
    _ action: Action = .refuse,
    holding words: [String],
    _ match: @escaping @Sendable (ByteText) -> Bool
  ) -> SecretRule {
    SecretRule(id, .key, action, reason, words.map { Anchor($0) }) { key, _ in match(key) }
  }

  /// A rule about a value, whatever its key.
  static func value(
    _ id: String,
    _ reason: String,
    _ action: Action = .refuse,
    holding anchors: [Anchor],
    _ match: @escaping @Sendable (ByteText) -> Bool
  ) -> SecretRule {
    SecretRule(id, .value, action, reason, anchors) { _, value in match(value) }
  }

  /// A rule about a value that takes its key into account.
  static func keyAndValue(
    _ id: String,
    _ reason: String,
    _ action: Action,
    holding words: [String],
    _ match: @escaping @Sendable (_ key: ByteText, _ value: ByteText) -> Bool
  ) -> SecretRule {
    SecretRule(id, .keyAndValue, action, reason, words.map { Anchor($0) }, match: match)
  }

  /// Whether this rule takes the setting for a secret; what its scope leaves out may be empty.
  func matches(key: ByteText, value: ByteText) -> Bool {
    match(key, value)
  }

  /// What a match is reported as.
  package var finding: SecretFinding { SecretFinding(id: id, action: action, reason: reason) }
}

/// A setting taken for a secret, by which rule and what follows; never the secret itself.
package struct SecretFinding: Hashable, Sendable {
  package let id: String
  package let action: SecretRule.Action
  package let reason: String

  package init(id: String, action: SecretRule.Action, reason: String) {
    self.id = id
    self.action = action
    self.reason = reason
  }

  /// What a finding in CONFIG is reported under.
  package var rule: Rule { action == .warn ? .suspiciousConfig : .secretInConfig }
}
