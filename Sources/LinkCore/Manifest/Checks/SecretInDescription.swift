extension LinkCheck {
  /// Descriptions are shown by every listing of links.
  static let secretInDescription = LinkCheck { link, _ in
    guard let description = link.description, let finding = SecretRules.value(description),
      finding.action != .warn
    else { return [] }
    let path = FieldPath(["description"])
    // Prose may speak of a password and mean none.
    let severity: Diagnostic.Severity = finding.id == "V10" ? .warning : .error
    return [
      LinkFinding(
        Diagnostic(
          .secretInDescription,
          kind: .rule,
          severity: severity,
          "the description looks like \(finding.reason) (\(finding.id)); it is shown to everybody"
            + " who may list links",
          at: link.place(of: path)
        ),
        about: path
      )
    ]
  }
}
