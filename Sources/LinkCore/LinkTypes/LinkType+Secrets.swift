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
    (config.members ?? []).flatMap { member -> [(path: FieldPath, finding: SecretFinding)] in
      let found = SecretRules.scan(
        .object([member]),
        isPublic: { $0.count == 1 && isPublic(config: $0[0]) },
        parse: parse
      )
      guard key(member.key)?.isSecret == true else { return found }
      let path = FieldPath(["config", member.key])
      let strict = found.first { $0.path == path && $0.finding.action > .warn }
      return [(path, strict?.finding ?? Self.secretOfType)]
    }
  }

  /// Whether the key of a CONFIG is documented to be there, and holds no secret.
  private func isPublic(config name: String) -> Bool {
    guard let key = key(name) else { return passThrough?.aliases[name] != nil }
    return !key.isSecret && !key.isFamily && (key.clause == .config || key.isSeenInConfig)
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
