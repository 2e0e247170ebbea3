/// Rules in their order, with what tells at a glance which of them a text is worth trying for.
struct SecretRuleTable: Sendable {
  let rules: [SecretRule]
  /// Of every rule, one after the other, with its index.
  private let anchors: [(anchor: Anchor, isOfValue: Bool, rule: Int)]

  init(_ rules: [SecretRule]) {
    self.rules = rules
    anchors = rules.enumerated().flatMap { index, rule in
      rule.anchors.map { ($0, rule.scope == .value, index) }
    }
  }

  /// The first of the strictest rules that take a setting for a secret.
  func strictest(key keyText: String, value valueText: String) -> SecretFinding? {
    let glances = (key: Glance(keyText), value: Glance(valueText))
    var found: SecretRule?
    var tried = -1
    lazy var key = ByteText(keyText, glances.key)
    lazy var value = ByteText(valueText, glances.value)
    for (anchor, isOfValue, index) in anchors where index != tried {
      guard anchor.mayBe(in: isOfValue ? glances.value : glances.key) else { continue }
      tried = index
      let rule = rules[index]
      if let found, found.action >= rule.action { continue }
      if rule.matches(key: key, value: value) { found = rule }
      if found?.action == .refuse { break }
    }
    return found?.finding
  }
}
