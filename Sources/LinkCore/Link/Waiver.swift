/// An author's written consent: to one finding of a rule, or to a change that needs one.
package struct Waiver: Sendable {
  /// What is consented to, beside rules.
  package enum Consent: String, CaseIterable, Sendable {
    case drop
    case recreate
    /// Making a link ours that has no tag of ours.
    case adopt
    /// Sending the credentials that a link has to another destination.
    case retarget
    /// A difference between catalog and manifest, which drift then only counts.
    case drift
  }

  package enum Subject: Hashable, Sendable {
    case rule(Rule)
    case consent(Consent)
  }

  package let subject: Subject
  /// The field it is about; `nil` means every field of the link.
  package let key: String?
  package let reason: String
  /// The last day on which it counts.
  package let until: CalendarDate?
  package let location: SourceLocation

  package func counts(on today: CalendarDate) -> Bool {
    until.map { today <= $0 } ?? true
  }

  /// Whether its key is a field, or what the field is in.
  func isAbout(_ path: FieldPath) -> Bool {
    key.flatMap { FieldPath(parsing: $0) }?.covers(path) ?? false
  }
}
