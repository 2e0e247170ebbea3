/// Rules in their order, with what tells at a glance which of them a text is worth trying for.
struct SecretRuleTable: Sendable {
  let rules: [SecretRule]
  private let ofKeys: AnchorTable
  private let ofValues: AnchorTable

  init(_ rules: [SecretRule]) {
    self.rules = rules
    ofKeys = AnchorTable(rules) { $0.scope != .value }
    ofValues = AnchorTable(rules) { $0.scope == .value }
  }

  /// A key as a table sees it, which may be made once for many values.
  struct Key: Sendable {
    fileprivate let text: ByteText
    /// A bit for each rule that it may match.
    fileprivate let candidates: UInt64
  }

  /// A key's path, in lower case and joined by dots.
  func key(_ path: String) -> Key {
    let text = ByteText(path)
    return Key(text: text, candidates: ofKeys.rules(worthTryingFor: text.glance))
  }

  /// The first of the strictest rules that take a setting for a secret.
  func strictest(key: Key, value text: String) -> SecretFinding? {
    var candidates = key.candidates
    let glance = Glance(text)
    // None is about an empty text.
    if !text.isEmpty { candidates |= ofValues.rules(worthTryingFor: glance) }
    guard candidates != 0 else { return nil }
    let value = ByteText(text, glance)
    var found: SecretRule?
    while candidates != 0, found?.action != .refuse {
      let rule = rules[candidates.trailingZeroBitCount]
      candidates &= candidates - 1
      if let found, found.action >= rule.action { continue }
      if rule.matches(key: key.text, value: value) { found = rule }
    }
    return found?.finding
  }
}

/// The anchors of some rules, so that all of them are looked for at once: a bit for each.
private struct AnchorTable: Sendable {
  private var anchors: [(anchor: Anchor, rule: Int)] = []
  /// By character, the anchors that it is in.
  private var exact = [UInt64](repeating: 0, count: 128)
  private var folded = [UInt64](repeating: 0, count: 128)
  /// The characters that any anchor has.
  private var allExact = ByteSet("")
  private var allFolded = ByteSet("")
  private var all: UInt64 = 0

  init(_ rules: [SecretRule], where isIncluded: (SecretRule) -> Bool) {
    for (index, rule) in rules.enumerated() where isIncluded(rule) {
      for anchor in rule.anchors { add(anchor, of: index) }
    }
    precondition(anchors.count <= 64 && rules.count <= 64, "a bit for each does not do any more")
  }

  private mutating func add(_ anchor: Anchor, of rule: Int) {
    let bit: UInt64 = 1 << UInt64(anchors.count)
    anchors.append((anchor, rule))
    all |= bit
    if anchor.isInAnyCase {
      allFolded.formUnion(anchor.set)
      anchor.set.eachCharacter { folded[Int($0)] |= bit }
    } else {
      allExact.formUnion(anchor.set)
      anchor.set.eachCharacter { exact[Int($0)] |= bit }
    }
  }

  /// A bit for each rule that a text may match.
  func rules(worthTryingFor text: Glance) -> UInt64 {
    var lacking: UInt64 = 0
    allExact.subtracting(text.set).eachCharacter { lacking |= exact[Int($0)] }
    allFolded.subtracting(text.folded).eachCharacter { lacking |= folded[Int($0)] }
    var rest = all & ~lacking
    var rules: UInt64 = 0
    while rest != 0 {
      let (anchor, rule) = anchors[rest.trailingZeroBitCount]
      rest &= rest - 1
      if anchor.fits(in: text) { rules |= 1 << UInt64(rule) }
    }
    return rules
  }
}
