/// A rule about one link, as a value; one a file.
package struct LinkCheck: Sendable {
  package let findings: @Sendable (DesiredLink, CheckContext) -> [LinkFinding]

  package init(_ findings: @escaping @Sendable (DesiredLink, CheckContext) -> [LinkFinding]) {
    self.findings = findings
  }

  /// Every check that looks at one link.
  package static let all: [LinkCheck] = [
    .secretInConfig, .secretInName, .secretInDescription, .tagInDescription, .literalSecret,
    .referenceNotAllowed, .ownPassword, .numberLookAlike, .lookAlikeKeys, .typeKeys,
  ]
}

/// What a check has to know of the project.
package struct CheckContext: Sendable {
  package let policy: SecretPolicy
  /// Where the project lies, for references to files in it.
  package let folder: String
  /// Where linkctl's own passwords come from.
  package let ownSources: [Reference.Source]

  package init(policy: SecretPolicy, folder: String, ownSources: [Reference.Source]) {
    self.policy = policy
    self.folder = folder
    self.ownSources = ownSources
  }
}

/// A finding about one link, with the field it is about, so that the link can waive it.
package struct LinkFinding: Sendable {
  package let diagnostic: Diagnostic
  package let path: FieldPath?

  package init(_ diagnostic: Diagnostic, about path: FieldPath? = nil) {
    self.diagnostic = diagnostic
    self.path = path
  }

  /// A finding of a rule about a field, at the place where it was written.
  package init(_ rule: Rule, _ message: String, about path: FieldPath, of link: DesiredLink) {
    self.init(Diagnostic(rule, message, at: link.place(of: path)), about: path)
  }
}
