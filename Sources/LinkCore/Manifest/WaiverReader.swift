extension NodeReader {
  /// The `allow` list of a link.
  package mutating func waivers(_ node: Node) -> [Waiver] {
    (sequence(node, named: "allow") ?? []).compactMap { waiver($0) }
  }

  private mutating func waiver(_ node: Node) -> Waiver? {
    let keys = ["rule", "key", "reason", "until"]
    guard let fields = fields(node, of: "an item of allow", known: keys),
      let rule = required("rule", in: fields), let reason = required("reason", in: fields)
    else { return nil }
    if reason.text.isEmpty {
      report(.badValue, "an empty reason is none", at: reason.node)
    }
    let key = fields["key"].map { text($0, named: "key") } ?? .some(nil)
    let until = fields["until"].map { date($0) } ?? .some(nil)
    guard let subject = subject(rule.text, at: rule.node), let key, let until else { return nil }
    if let key, case .consent(let consent) = subject, let node = fields["key"] {
      checkKey(key, of: consent, at: node)
    }
    return Waiver(
      subject: subject,
      key: key,
      reason: reason.text,
      until: until,
      location: place(of: node)
    )
  }

  /// Some consents are about the whole link, others about its fields.
  private mutating func checkKey(_ key: String, of consent: Waiver.Consent, at node: Node) {
    switch consent {
    case .drop, .recreate, .adopt:
      report(.badValue, "key: '\(consent.rawValue)' is about the whole link", at: node)
    case .retarget, .drift:
      let roots = ["type", "description", "config", "rotation"]
      let root = FieldPath(parsing: key)?.components.first
      guard root.map(roots.contains) != true else { return }
      report(
        .badValue,
        "key: '\(key.shown)' is no path; expected description, config, config.KEY or"
          + " config.\"KEY.WITH.DOTS\"",
        at: node
      )
    }
  }

  private mutating func required(_ key: String, in fields: Fields) -> (text: String, node: Node)? {
    guard let node = fields[key] else {
      guard !fields.isMisspelt(key) else { return nil }
      report(.missingField, "an item of allow needs '\(key)'", at: fields.node)
      return nil
    }
    return text(node, named: key).map { ($0, node) }
  }

  private mutating func subject(_ word: String, at node: Node) -> Waiver.Subject? {
    if let consent = Waiver.Consent(rawValue: word) { return .consent(consent) }
    if let rule = Rule(rawValue: word), rule.isWaivable { return .rule(rule) }
    let isForm = Rule(rawValue: word) != nil
    let known = Waiver.Consent.allCases.map(\.rawValue) + Rule.waivable.map(\.rawValue)
    report(
      isForm
        ? .form(
          .badValue,
          "rule '\(word)' is about the form of the file and cannot be waived",
          at: place(of: node)
        )
        : .unknownWord(word, at: place(of: node), named: "rule", words: known)
    )
    return nil
  }

  private mutating func date(_ node: Node) -> CalendarDate?? {
    guard let text = text(node, named: "until") else { return .none }
    guard let date = CalendarDate(text) else {
      report(.badValue, "until: expected a date such as 2026-12-31", at: node)
      return .none
    }
    return .some(date)
  }
}

extension Rule {
  /// The rules of which a link may waive a finding, in order of their names.
  package static let waivable = allCases.filter(\.isWaivable)
    .sorted { $0.rawValue.precedes($1.rawValue) }

  /// Whether it is about a link and not about the form of its file.
  package var isWaivable: Bool {
    switch self {
    case .byteOrderMark, .noLinks, .noMatch, .incompleteCatalog, .serverRewrites, .unusedWaiver,
      .expiredWaiver, .secretInComment:
      false
    default: kind == .rule
    }
  }
}
