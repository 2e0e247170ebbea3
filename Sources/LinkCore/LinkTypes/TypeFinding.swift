/// A finding about a link's keys, with the path of the field it is about.
package struct TypeFinding: Hashable, Sendable {
  package let rule: Rule
  /// `type`, `config`, `credentials` or a path below; of a key that is missing, the key that needs
  /// it, or else the clause.
  package let path: FieldPath
  package let message: String

  init(_ rule: Rule, at path: FieldPath, _ message: String) {
    self.rule = rule
    self.path = path
    self.message = message
  }
}

extension LinkType {
  /// All that is to be said about the keys of a link of this type.
  ///
  /// No message holds a value. Whether a value is a secret is another question:
  /// `secrets(inConfig:parse:)` and `refusesLiteral(_:credential:)`.
  ///
  /// - Parameters:
  ///   - config: its CONFIG; empty where there is none.
  ///   - credentials: its CREDENTIALS; `nil` where they are not managed, so that nobody knows them.
  /// - Returns: the findings, those about the whole link first.
  package func findings(
    config: [JSONValue.Member],
    credentials: [CredentialValue.Member]?
  ) -> [TypeFinding] {
    let settings = TypeSettings(of: self, config: config, credentials: credentials)
    var findings = deprecationFindings()
    findings += keyFindings(settings)
    findings += requirementFindings(settings)
    findings += transportFindings(settings)
    return findings
  }

  private func deprecationFindings() -> [TypeFinding] {
    guard let deprecation else { return [] }
    let path = FieldPath(["type"])
    return [TypeFinding(.deprecatedType, at: path, "type \(name) is deprecated: \(deprecation)")]
  }
}
