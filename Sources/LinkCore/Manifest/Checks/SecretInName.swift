extension LinkCheck {
  /// Names stand in every listing, log and metric.
  static let secretInName = LinkCheck { link, _ in
    finding("database", link.address.database, of: link)
      + finding("link", link.address.name, of: link)
  }

  private static func finding(_ kind: String, _ name: String, of link: DesiredLink) -> [LinkFinding]
  {
    guard let finding = SecretRules.value(name), finding.action != .warn else { return [] }
    return [
      LinkFinding(
        Diagnostic(
          .secretInName,
          "the \(kind)'s name looks like \(finding.reason) (\(finding.id)); names are public",
          at: link.source
        )
      )
    ]
  }
}
