extension Diagnostic {
  /// A warning where a comment looks like it holds a secret.
  package static func secret(inComment text: String, at place: SourceLocation) -> Diagnostic? {
    guard let finding = SecretRules.value(text), finding.action != .warn else { return nil }
    return Diagnostic(
      .secretInComment,
      "this comment looks like \(finding.reason) (\(finding.id)); remove it, and change the secret",
      at: place
    )
  }
}
