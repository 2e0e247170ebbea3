/// A bound that an environment sets on what one plan may do to it.
package struct Guardrail: Sendable {
  /// Its name, as the project file, a plan's JSON and `--accept` have it.
  package enum Kind: String, CaseIterable, Sendable {
    /// Of the declared links that are there, how many in a hundred are changed; rounded up.
    case maxChangePercent = "max_change_percent"
    /// How many links are declared to be there.
    case minLinks = "min_links"
    /// How many links are dropped, for good or to be created again.
    case maxDrops = "max_drops"
  }

  package enum Verdict: String, Sendable {
    case pass
    case hit
    /// Hit, and a person said that it may be.
    case accepted
  }

  package let kind: Kind
  package let limit: Int
  package let actual: Int
  /// What a percentage is taken of.
  package let base: Int?
  package let verdict: Verdict
}

extension Guardrail {
  /// What the bounds of an environment look at.
  struct Measure: Sendable {
    /// The links that are declared to be there, selected or not.
    let declared: Int
    /// The declared links that are there, selected or not.
    let existing: Int
    /// Of these, how many are changed in some way.
    let changed: Int
    let dropped: Int

    init(desired: DesiredState, existing: Int, changes: [LinkChange]) {
      declared = desired.links.count { !$0.isAbsent }
      self.existing = existing
      changed = changes.count { $0.action != .none && $0.action != .create }
      dropped = changes.count { $0.action == .drop || $0.action == .recreate }
    }
  }

  init(_ kind: Kind, limit: Int, _ measure: Measure, accepted: Set<PlanOptions.Override>) {
    self.kind = kind
    self.limit = limit
    switch kind {
    case .maxChangePercent:
      base = measure.existing
      actual = measure.changed.percentage(of: measure.existing)
    case .minLinks: (base, actual) = (nil, measure.declared)
    case .maxDrops: (base, actual) = (nil, measure.dropped)
    }
    let isKept = kind == .minLinks ? actual >= limit : actual <= limit
    verdict = isKept ? .pass : accepted.contains(kind.override) ? .accepted : .hit
  }
}

extension Guardrail.Kind {
  /// What lets a plan through that hits it.
  package var override: PlanOptions.Override {
    switch self {
    case .maxChangePercent: .maxChangePercent
    case .minLinks: .minLinks
    case .maxDrops: .maxDrops
    }
  }

  /// The greatest limit that means something; `nil` where any does.
  package var greatestLimit: Int? { self == .maxChangePercent ? 100 : nil }
}

extension Int {
  /// Rounded up, so that a bound is hit by the least that is over it.
  fileprivate func percentage(of whole: Int) -> Int {
    whole == 0 ? 0 : (self * 100 + whole - 1) / whole
  }
}
