extension LinkCheck {
  /// CONFIG is public by the server's own rule; nothing secret may stand in it.
  static let secretInConfig = LinkCheck { link, _ in
    guard let config = link.config else { return [] }
    let found = SecretRules.scan(config) { try? JSONValue(reading: $0) }
    return found.compactMap { path, finding in
      guard !link.documents(path, finding) else { return nil }
      return LinkFinding(
        link.stricter(finding, at: path),
        secretMessage(path, finding, config),
        about: path,
        of: link
      )
    } + unruledSecrets(link, config, found.map(\.path))
  }

  /// Keys that the type knows as secrets, and no rule of the list found.
  private static func unruledSecrets(
    _ link: DesiredLink,
    _ config: JSONValue,
    _ found: [FieldPath]
  ) -> [LinkFinding] {
    (config.members ?? []).compactMap { member in
      let path = FieldPath(["config", member.key])
      guard link.type?.key(member.key)?.isSecret == true,
        !found.contains(where: { $0.covers(path) || path.covers($0) })
      else { return nil }
      return LinkFinding(
        .secretInConfig,
        "'\(member.key.shown)' is a secret and belongs in credentials; CONFIG is shown to"
          + " everybody who may list links",
        about: path,
        of: link
      )
    }
  }

  private static func secretMessage(
    _ path: FieldPath,
    _ finding: SecretFinding,
    _ config: JSONValue
  ) -> String {
    let name = path.shownBelowClause
    let advice =
      finding.action == .warn
      ? "make sure that it is none, for CONFIG is shown to everybody who may list links"
      : "it belongs in credentials; CONFIG is shown to everybody who may list links"
    return "'\(name)' looks like \(finding.reason) (\(finding.id)); \(advice)"
  }
}

extension DesiredLink {
  /// Whether the type has the key in CONFIG by its own documentation, or official notebooks do;
  /// then a mild rule says nothing that the author does not know.
  fileprivate func documents(_ path: FieldPath, _ finding: SecretFinding) -> Bool {
    guard path.components.count == 2, let type else { return false }
    let name = path.components[1]
    if finding.id == "K07" { return SecretRules.isNamedInConfig(name) }
    return finding.action == .warn && type.key(name, in: .config)?.isSecret == false
  }

  /// A key that the type knows as a secret is one, however mild its rule.
  fileprivate func stricter(_ finding: SecretFinding, at path: FieldPath) -> Rule {
    let isKnownSecret = path.components.dropFirst().first.flatMap { type?.key($0)?.isSecret }
    return isKnownSecret == true ? .secretInConfig : finding.rule
  }
}

extension SecretRules {
  /// Names of users that official notebooks write into CONFIG, and no secrets.
  package static func isNamedInConfig(_ key: String) -> Bool {
    ["sasl.username", "schema.registry.username"].contains { $0.isIdentical(to: key) }
  }
}
