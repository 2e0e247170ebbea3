extension LinkType {
  /// Keys that are missing, and keys that do not go together.
  func requirementFindings(_ settings: TypeSettings) -> [TypeFinding] {
    var check = RequirementCheck(type: self, settings: settings)
    for combination in combinations { check.look(at: combination) }
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
    guard !isExcused else { return }
    let message = "\(type.name) needs '\(key.name)' in \(key.clause.rawValue)"
    reportMissing(key.name, at: FieldPath([key.clause.rawValue]), message)
  }

  mutating func look(at combination: KeyCombination) {
    guard let cause = cause(of: combination.condition) else { return }
    let why = combination.why
    switch combination.demand {
    case .all(let keys):
      for key in keys {
        reportMissing(key, at: cause.path, "\(cause.name) needs \(place(of: key)): \(why)")
      }
    case .oneOf(let keys):
      guard settings.first(of: keys) == nil, let first = keys.first,
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
    let list = values.joined(separator: " or ")
    guard let setting = settings.first(key) else {
      reportMissing(
        key,
        at: cause.path,
        "\(cause.name) needs \(place(of: key)) to be \(list): \(why)"
      )
      return
    }
    guard let choice = setting.choice, isChoice(choice, of: key),
      !values.contains(where: { $0.asciiLowercased.isIdentical(to: choice) })
    else { return }
    let message = "\(cause.name) needs '\(setting.name.shown)' to be \(list): \(why)"
    findings.append(TypeFinding(.conflictingKeys, at: cause.path, message))
  }

  /// A value that the key does not know is reported as such, and means nothing here.
  private func isChoice(_ choice: String, of key: String) -> Bool {
    guard case .choice(let choices)? = type.key(key)?.form else { return true }
    return choices.contains { $0.asciiLowercased.isIdentical(to: choice) }
  }

  /// Reports each key once, and none that may be among credentials nobody knows.
  private mutating func reportMissing(_ key: String, at path: FieldPath, _ message: String) {
    guard settings.first(key) == nil, !missing.contains(where: key.isIdentical) else { return }
    if isCredential(key), !settings.knowsCredentials { return }
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
    let name: String
    let path: FieldPath
  }

  private func cause(of condition: KeyCombination.Condition) -> Cause? {
    switch condition {
    case .anyOf(let keys):
      guard let setting = settings.first(of: keys) else { return nil }
      return Cause(name: "'\(setting.name.shown)'", path: setting.path)
    case .value(let key, let values):
      guard let setting = settings.first(key), let choice = setting.choice,
        let value = values.first(where: { $0.asciiLowercased.isIdentical(to: choice) })
      else { return nil }
      return Cause(name: "'\(setting.name.shown)' \(value)", path: setting.path)
    }
  }
}
