extension LinkCheck {
  /// CONFIG is public by the server's own rule; nothing secret may stand in it.
  static let secretInConfig = LinkCheck { link, _ in
    link.configSecrets
      .filter { !isDocumented($0.path, $0.finding, link.type) }
      .map { path, finding in
        LinkFinding(finding.rule, message(path, finding), about: path, of: link)
      }
  }

  /// Whether a mild rule is about a key that documentation has in CONFIG, such as a keytab's path;
  /// it would say nothing that the author does not know.
  private static func isDocumented(
    _ path: FieldPath,
    _ finding: SecretFinding,
    _ type: LinkType?
  ) -> Bool {
    guard finding.action == .warn, path.components.count == 2 else { return false }
    return type?.key(path.components[1], in: .config)?.isSecret == false
  }

  private static func message(_ path: FieldPath, _ finding: SecretFinding) -> String {
    let advice =
      finding.action == .warn
      ? "make sure that it is none, for CONFIG is shown to everybody who may list links"
      : "it belongs in credentials; CONFIG is shown to everybody who may list links"
    return "'\(path.shownBelowClause)' looks like \(finding.reason) (\(finding.id)); \(advice)"
  }
}
