extension LinkType {
  /// Whether the value at a path below `credentials` is a secret: it is never shown, and comes by
  /// reference only.
  ///
  /// A key that the type knows decides for all that is below it. Of one that it does not know, only
  /// what is plainly the name of somebody or something is no secret: whoever writes a key into
  /// CREDENTIALS that nobody documents had a reason to.
  package func isSecret(credential path: [String]) -> Bool {
    guard let name = path.first else { return true }
    if let key = key(name), !key.isFamily { return key.isSecret }
    if let alias = passThrough?.aliases[name] { return isSecret(credential: [alias]) }
    return path.contains { !$0.isNameOfIdentity }
  }

  /// Whether a value written down below `credentials` is a secret that gives itself away.
  ///
  /// Every header of an HTTP link is a secret to the server; one that is no credential by name and
  /// value (`Content-Type: application/json`) may stand in the open all the same.
  package func refusesLiteral(_ value: JSONValue, credential path: [String]) -> Bool {
    guard isSecret(credential: path) else { return false }
    guard let header = header(at: path), let text = value.text else { return true }
    return header.isNameOfCredential || SecretRules.text(text, key: header.asciiLowercased) != nil
  }

  /// The header that a path leads to; `nil` where it leads elsewhere.
  func header(at path: [String]) -> String? {
    guard path.count == 2, key(path[0], in: .credentials)?.form == .textMap else { return nil }
    return path[1]
  }
}

extension LinkType {
  /// Every setting of a CONFIG that is taken for a secret, at any depth, with its path.
  ///
  /// What the type itself knows goes before the names of keys: a secret of the type is refused
  /// whatever the rules say of it, and a public key is none because of its name
  /// (`iceberg_vended_credentials`).
  package func secrets(
    inConfig config: JSONValue,
    parse: @escaping SecretRules.Parse
  ) -> [(path: FieldPath, finding: SecretFinding)] {
    let suspects = (config.members ?? []).filter { !isHarmless($0) }
    guard !suspects.isEmpty else { return [] }
    var found = SecretRules.scan(.object(suspects), keyFinding: keyFinding, parse: parse)
    for member in suspects where key(member.key)?.isSecret == true {
      let path = FieldPath(["config", member.key])
      let strict = found.first { $0.path == path && $0.finding.action > .warn }
      found.removeAll { path.covers($0.path) }
      found.append((path, strict?.finding ?? Self.secretOfType))
    }
    return found
  }

  /// Whether a member is what most are: a documented key with a plain value in which nothing is
  /// found.
  private func isHarmless(_ member: JSONValue.Member) -> Bool {
    guard let key = vocabulary[member.key].config, key.isPublicInConfig, key.nameFinding == nil
    else { return false }
    return switch member.value {
    case .null, .bool, .number: true
    case .string(let text): SecretRules.isPlain(text, key: key.observed)
    case .array, .object: false
    }
  }

  /// What the name of a key says; of one that is documented to be there it gives no reason to
  /// refuse the key.
  private func keyFinding(_ path: [String]) -> SecretFinding? {
    guard path.count == 1 else { return SecretRules.key(at: path) }
    if let key = key(path[0]) {
      return key.isPublicInConfig ? key.nameFinding : SecretRules.key(at: path)
    }
    let isAlias = passThrough?.aliases[path[0]] != nil
    return SecretRules.key(at: path).flatMap { isAlias && $0.action > .warn ? nil : $0 }
  }

  private static let secretOfType = SecretFinding(
    id: "T01",
    action: .refuse,
    reason: "a secret of this type of link"
  )
}

extension String {
  /// Whether a key of this name holds who or where somebody is: `tenant_id`, `proxy.user`.
  fileprivate var isNameOfIdentity: Bool {
    let words = asciiLowercased.split { $0 == "." || $0 == "_" || $0 == "-" }
    guard let last = words.last else { return false }
    return ["account", "arn", "id", "name", "region", "user", "username"].contains(last)
      && !words.contains { ["key", "password", "secret", "session", "token"].contains($0) }
  }

  /// Whether a header of this name says who is asking.
  fileprivate var isNameOfCredential: Bool {
    let name = asciiLowercased
    let words = name.split { $0 == "_" || $0 == "-" || $0 == "." }.map(String.init)
    let found = SecretRules.key(name)
    return (found.map { $0.action > .warn } ?? false)
      || words.contains { word in
        ["auth", "authorization", "cookie", "csrf", "jwt", "key", "session", "signature", "xsrf"]
          .contains(word) || ["password", "secret", "token"].contains { word.hasSuffix($0) }
      }
  }
}
