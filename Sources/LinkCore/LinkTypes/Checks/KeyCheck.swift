extension LinkType {
  /// What each key of a link gives cause to say by itself.
  func keyFindings(_ settings: TypeSettings) -> [TypeFinding] {
    var findings: [TypeFinding] = []
    for setting in settings.all {
      guard let key = setting.key else {
        if let finding = placeFinding(setting) { findings.append(finding) }
        continue
      }
      add(formFindings: &findings, setting, of: key)
      add(headerFindings: &findings, setting)
      if let finding = ageFinding(setting, key) { findings.append(finding) }
    }
    return findings
  }

  /// A key that this clause does not know.
  private func placeFinding(_ setting: TypeSettings.Setting) -> TypeFinding? {
    if let key = key(setting.name) { return clauseFinding(setting, key) }
    guard !knowsProperty(setting.name) else { return nil }
    guard let advice = advice(on: setting) else {
      return passesUnknownKeysThrough ? nil : unknown(setting, "")
    }
    return unknown(setting, "; " + advice)
  }

  private func unknown(_ setting: TypeSettings.Setting, _ advice: String) -> TypeFinding {
    TypeFinding(
      .unknownKey,
      at: setting.path,
      "unknown key '\(setting.name.shown)' for \(name)\(advice)"
    )
  }

  /// A secret in CONFIG is an error of its own, which says where it belongs.
  private func clauseFinding(_ setting: TypeSettings.Setting, _ key: LinkKey) -> TypeFinding? {
    let secret = SecretRules.key(setting.name.lowercased()).map { $0.action > .warn } ?? false
    if setting.clause == .config, key.isSecret || (secret && !key.isSeenInConfig) { return nil }
    let message =
      "'\(setting.name.shown)' of \(name) belongs in \(key.clause.rawValue), "
      + "not in \(setting.clause.rawValue)"
    return TypeFinding(.wrongClause, at: setting.path, message)
  }

  /// What to write instead of an unknown key; `nil` where nobody knows.
  private func advice(on setting: TypeSettings.Setting) -> String? {
    if let flat = flatName(of: setting) {
      return "write '\(flat)' as one key"
    }
    if let stranger = stranger(with: setting.name) {
      return "it is a key of \(stranger.name)"
    }
    if let near = setting.near {
      let clause =
        near.clause == setting.clause ? "" : ", which belongs in \(near.clause.rawValue)"
      return "did you mean '\(near.name)'\(clause)?"
    }
    if setting.clause == .credentials, let map = keys.first(where: { $0.form == .textMap }) {
      return "did you mean '\(map.name)' with '\(setting.name.shown)' in it?"
    }
    return nil
  }

  /// The key with dots that somebody wrote as a map in a map.
  private func flatName(of setting: TypeSettings.Setting) -> String? {
    setting.value.members?.lazy
      .map { setting.name + "." + $0.key }
      .first { key($0).map { !$0.isFamily } ?? knowsProperty($0) }
  }
}

extension LinkType {
  /// A value that is of another form than the key asks for.
  private func add(
    formFindings findings: inout [TypeFinding],
    _ setting: TypeSettings.Setting,
    of key: LinkKey
  ) {
    if key.form == .textMap, let members = setting.value.members {
      for member in members where member.value.text == nil {
        let path = setting.path.appending(member.key)
        findings.append(wrongKind(member.key, at: path, .text, member.value))
      }
    } else if !key.form.accepts(setting.value) {
      findings.append(wrongKind(setting.name, at: setting.path, key.form, setting.value))
    } else if let finding = choiceFinding(setting, of: key) {
      findings.append(finding)
    }
  }

  private func wrongKind(
    _ key: String,
    at path: FieldPath,
    _ form: KeyForm,
    _ value: JSONValue
  ) -> TypeFinding {
    let message = "'\(key.shown)' of \(name) has to be \(form.wanted), not \(value.kindInWords)"
    return TypeFinding(.wrongJSONType, at: path, message + form.advice(on: value))
  }

  private func choiceFinding(_ setting: TypeSettings.Setting, of key: LinkKey) -> TypeFinding? {
    guard case .choice(let choices) = key.form, let text = setting.choice,
      !choices.contains(where: text.isIdenticalInAnyCase)
    else { return nil }
    let near = choices.first { EditDistance.between($0.asciiLowercased, text, atMost: 2) != nil }
    let advice = near.map { "; did you mean '\($0)'?" } ?? ""
    let list = choices.joined(separator: ", ")
    return TypeFinding(
      .suspiciousConfig,
      at: setting.path,
      "'\(setting.name.shown)' of \(name) is one of \(list)\(advice)"
    )
  }

  /// Headers that are written down, and are no credentials.
  private func add(headerFindings findings: inout [TypeFinding], _ setting: TypeSettings.Setting) {
    guard let members = setting.credential?.members else { return }
    for member in members {
      guard let value = member.value.writtenText,
        let header = header(at: [setting.name, member.key]),
        !refusesLiteral(value, credential: [setting.name, header])
      else { continue }
      let message =
        "header '\(header.shown)' is written down; it is no credential by its name and value"
      findings.append(
        TypeFinding(.headerLiteral, at: setting.path.appending(header), message)
      )
    }
  }

  private func ageFinding(_ setting: TypeSettings.Setting, _ key: LinkKey) -> TypeFinding? {
    guard let replacement = key.replacement else { return nil }
    let message = "'\(key.name)' of \(name) is deprecated; use '\(replacement)'"
    return TypeFinding(.deprecatedKey, at: setting.path, message)
  }
}

extension KeyForm {
  /// What makes the value one of this form, where quotes or brackets do.
  fileprivate func advice(on value: JSONValue) -> String {
    switch (self, value) {
    case (.number, .string(let text)) where JSONNumber(text) != nil: "; write it without quotes"
    case (.boolean, .string(let text)): Self.advice(onBoolean: text)
    case (.text, .number), (.text, .bool), (.choice, .number), (.choice, .bool),
      (.booleanText, .bool):
      "; put it in quotes"
    case (.textList, .string): "; write it in brackets: [ … ]"
    default: ""
    }
  }

  private static func advice(onBoolean text: String) -> String {
    switch text.asciiLowercased {
    case "true", "false": "; write it without quotes, in small letters"
    case "yes", "on": "; write true"
    case "no", "off": "; write false"
    default: ""
    }
  }
}

extension JSONValue {
  /// What a person calls this kind of value.
  fileprivate var kindInWords: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a map"
    }
  }
}
