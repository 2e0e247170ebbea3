/// What tells a secret among settings that are public.
package enum SecretRules {
  /// Every rule, in the order of its id.
  package static let all: [SecretRule] = keyRules + valueRules + entropyRules

  /// What a key's path says, in lower case and joined by dots.
  package static func key(_ path: String) -> SecretFinding? {
    strictest(of: keyRules, key: ByteText(path))
  }

  /// What a value says by itself.
  package static func value(_ text: String) -> SecretFinding? {
    strictest(of: valueRules + entropyRules, value: ByteText(text))
  }

  /// What a text and its key say together; also what the text would say without the invisible and
  /// foreign characters by which it may hide.
  static func text(_ text: String, key path: String) -> SecretFinding? {
    let plain = LookAlike.skeleton(text)
    let found = strictest(
      of: valueRules + entropyRules,
      key: ByteText(path),
      value: ByteText(text)
    )
    guard found == nil, !plain.isIdentical(to: text) else { return found }
    return strictest(of: valueRules, value: ByteText(plain))
  }

  /// The first of the strictest rules that match.
  private static func strictest(
    of rules: [SecretRule],
    key: ByteText = ByteText(""),
    value: ByteText = ByteText("")
  ) -> SecretFinding? {
    var found: SecretRule?
    for rule in rules {
      if let found, found.action >= rule.action { continue }
      if rule.matches(key: key, value: value) { found = rule }
      if found?.action == .refuse { break }
    }
    return found?.finding
  }
}
