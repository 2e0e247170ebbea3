/// A finding: an author's mistake, or something worth a second look, as a value.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error
    case warning
  }

  /// What an error means for the run: the file is not of its form (exit 65), or it breaks a rule
  /// that may be waived (exit 3).
  package enum Kind: Hashable, Sendable {
    case form
    case rule
  }

  package let rule: Rule
  package var severity: Severity
  package let kind: Kind
  package let message: String
  /// `nil` where the finding is about no place in a file.
  package let location: SourceLocation?
  /// Another place the author has to look at, such as the first of two declarations.
  package let related: SourceLocation?

  /// A finding with the kind and severity that its rule has by itself.
  package init(
    _ rule: Rule,
    _ message: String,
    at location: SourceLocation?,
    related: SourceLocation? = nil
  ) {
    self.init(
      rule,
      kind: rule.kind,
      severity: rule.severity,
      message,
      at: location,
      related: related
    )
  }

  package init(
    _ rule: Rule,
    kind: Kind,
    severity: Severity,
    _ message: String,
    at location: SourceLocation?,
    related: SourceLocation? = nil
  ) {
    self.rule = rule
    self.kind = kind
    self.severity = severity
    self.message = message
    self.location = location
    self.related = related
  }

  /// A finding that the file is not of its form, whatever the rule says by itself.
  package static func form(
    _ rule: Rule,
    _ message: String,
    at location: SourceLocation?,
    related: SourceLocation? = nil
  ) -> Diagnostic {
    Diagnostic(rule, kind: .form, severity: .error, message, at: location, related: related)
  }
}

extension Diagnostic: Comparable {
  /// By place, findings without one first; at one place by rule and message.
  package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
    switch (one.location, other.location) {
    case (nil, _?): return true
    case (_?, nil): return false
    case (let here?, let there?) where here != there: return here < there
    default: break
    }
    if one.rule != other.rule { return one.rule.rawValue.precedes(other.rule.rawValue) }
    return one.message.precedes(other.message)
  }
}
