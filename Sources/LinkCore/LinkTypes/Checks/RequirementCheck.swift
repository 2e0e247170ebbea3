extension LinkType {
  /// Keys that are missing, and keys that do not go together.
  func requirementFindings(_ settings: TypeSettings) -> [TypeFinding] {
    var check = RequirementCheck(type: self, settings: settings)
    for (glance, combination) in zip(glances, combinations)
    where !glance.isSettled(by: settings.present) {
      check.look(at: combination)
    }
    guard settings.present & requiredBits != requiredBits else { return check.findings }
    for key in keys where key.requirement == .required { check.require(key) }
    return check.findings
  }
}

private struct RequirementCheck {
  let type: LinkType
  let settings: TypeSettings
  private(set) var findings: [TypeFinding] = []
  /// Keys that have been reported as missing.
  private var missing: [String] = []

  init(type: LinkType, settings: TypeSettings) {
    self.type = type
    self.settings = settings
  }

  /// A key without which no link of this type works.
  mutating func require(_ key: LinkKey) {
    let isExcused =
      key.clause == .credentials && type.allowsEmptyCredentials && !settings.hasCredentials
    guard !isExcused, lacks(key.name) else { return }
    let message = "\(type.name) needs '\(key.name)' in \(key.clause.rawValue)"
    reportMissing(key.name, at: [key.clause.rawValue], message)
  }

  mutating func look(at combination: KeyCombination) {
    guard let cause = cause(of: combination.condition) else { return }
    let why = combination.why
    switch combination.demand {
    case .all(let keys):
      for key in keys where lacks(key) {
        reportMissing(key, at: cause.path, "\(cause.name) needs \(place(of: key)): \(why)")
      }
    case .oneOf(let keys):
      guard settings.first(of: keys) == nil, let first = keys.first, lacks(first),
        settings.knowsCredentials || !keys.contains(where: isCredential)
      else { return }
      let list = keys.map(place).joined(separator: " or ")
      reportMissing(first, at: cause.path, "\(cause.name) needs \(list): \(why)")
    case .noneOf(let keys):
      guard let other = settings.first(of: keys) else { return }
      let message = "\(cause.name) and '\(other.name.shown)' exclude each other: \(why)"
      findings.append(TypeFinding(.conflictingKeys, at: other.path, message))
    case .value(let key, let values):
      look(at: key, values, cause: cause, why: why)
    }
  }

  private mutating func look(at key: String, _ values: [String], cause: Cause, why: String) {
    guard let setting = settings.first(key) else {
      guard lacks(key) else { return }
      let wanted = "\(place(of: key)) to be \(values.joined(separator: " or "))"
      reportMissing(key, at: cause.path, "\(cause.name) needs \(wanted): \(why)")
      return
    }
    guard let choice = setting.choice, isChoice(choice, of: key),
      !values.contains(where: choice.isIdenticalInAnyCase)
    else { return }
    let wanted = "'\(setting.name.shown)' to be \(values.joined(separator: " or "))"
    let message = "\(cause.name) needs \(wanted): \(why)"
    findings.append(TypeFinding(.conflictingKeys, at: cause.path, message))
  }

  /// A value that the key does not know is reported as such, and means nothing here.
  private func isChoice(_ choice: String, of key: String) -> Bool {
    guard case .choice(let choices)? = type.key(key)?.form else { return true }
    return choices.contains(where: choice.isIdenticalInAnyCase)
  }

  /// Whether a key is not there and has to be reported: each once, and none that may be among
  /// credentials nobody knows.
  private func lacks(_ key: String) -> Bool {
    !settings.has(key) && !missing.contains(where: key.isIdentical)
      && (settings.knowsCredentials || !isCredential(key))
  }

  private mutating func reportMissing(_ key: String, at path: FieldPath, _ message: String) {
    missing.append(key)
    findings.append(TypeFinding(.missingKey, at: path, message))
  }

  private func isCredential(_ key: String) -> Bool { type.key(key)?.clause == .credentials }

  private func place(of key: String) -> String {
    "'\(key)' in \((type.key(key)?.clause ?? .config).rawValue)"
  }
}

extension RequirementCheck {
  /// The setting by which a condition holds.
  struct Cause {
    let setting: TypeSettings.Setting
    /// The value that makes the condition hold; `nil` where the key alone does.
    let value: String?

    var name: String { "'\(setting.name.shown)'" + (value.map { " " + $0 } ?? "") }
    var path: FieldPath { setting.path }
  }

  private func cause(of condition: KeyCombination.Condition) -> Cause? {
    switch condition {
    case .anyOf(let keys):
      return settings.first(of: keys).map { Cause(setting: $0, value: nil) }
    case .value(let key, let values):
      guard let setting = settings.first(key), let choice = setting.choice,
        let value = values.first(where: choice.isIdenticalInAnyCase)
      else { return nil }
      return Cause(setting: setting, value: value)
    }
  }
}
