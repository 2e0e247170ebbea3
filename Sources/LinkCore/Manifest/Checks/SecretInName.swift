extension LinkCheck {
  /// Names stand in every listing, log and metric.
  static let secretInName = LinkCheck { link, _ in
    let names = [("database", link.address.database), ("link", link.address.name)]
    return names.compactMap { kind, name in
      guard let finding = SecretRules.value(name), finding.action != .warn else { return nil }
      return LinkFinding(
        Diagnostic(
          .secretInName,
          "the \(kind)'s name looks like \(finding.reason) (\(finding.id)); names are public",
          at: link.source
        )
      )
    }
  }
}
