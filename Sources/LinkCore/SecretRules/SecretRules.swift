/// What tells a secret among settings that are public.
package enum SecretRules {
  /// Every rule, in the order of its id.
  package static let all: [SecretRule] = keyRules + valueRules + entropyRules

  private static let aboutKeys = SecretRuleTable(keyRules)
  private static let aboutValues = SecretRuleTable(valueRules + entropyRules)
  private static let aboutSureValues = SecretRuleTable(valueRules)

  /// What a key's path says, in lower case and joined by dots.
  package static func key(_ path: String) -> SecretFinding? {
    aboutKeys.strictest(key: aboutKeys.key(path), value: "")
  }

  /// What a value says by itself.
  package static func value(_ text: String) -> SecretFinding? {
    aboutValues.strictest(key: noKey, value: text)
  }

  /// What a text and its key say together; also what the text would say without the invisible and
  /// foreign characters by which it may hide.
  static func text(_ text: String, key: SecretRuleTable.Key) -> SecretFinding? {
    if let found = aboutValues.strictest(key: key, value: text) { return found }
    guard !text.utf8Span.isKnownASCII else { return nil }
    return aboutSureValues.strictest(key: noKey, value: LookAlike.skeleton(text))
  }

  static func text(_ text: String, key path: String) -> SecretFinding? {
    self.text(text, key: observed(path))
  }

  /// A key's path for the rules about values, in lower case and joined by dots.
  static func observed(_ path: String) -> SecretRuleTable.Key { aboutValues.key(path) }

  /// What no rule about keys may match.
  private static let noKey = aboutValues.key("")
}
