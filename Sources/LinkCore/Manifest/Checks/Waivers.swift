/// Lets a link's own `allow` take findings away, and notes which waivers did.
package struct WaiverLedger: Sendable {
  private let today: CalendarDate
  private var used: Set<SourceLocation> = []

  package init(today: CalendarDate) {
    self.today = today
  }

  /// The findings that no waiver of the link covers.
  package mutating func unwaived(_ findings: [LinkFinding], of link: DesiredLink) -> [Diagnostic] {
    findings.filter { finding in
      let waivers = link.waivers.filter { $0.covers(finding) && $0.counts(on: today) }
      for waiver in waivers { used.insert(waiver.location) }
      return waivers.isEmpty
    }.map(\.diagnostic)
  }

  package mutating func merge(_ other: WaiverLedger) {
    used.formUnion(other.used)
  }

  /// What is to be said of waivers that did nothing.
  package func findings(on links: [DesiredLink]) -> [Diagnostic] {
    links.flatMap(\.waivers).compactMap { waiver in
      if !waiver.counts(on: today) {
        let day = waiver.until.map { "\($0)" } ?? ""
        return Diagnostic(
          .expiredWaiver,
          "this counted until \(day) and counts no more",
          at: waiver.location
        )
      }
      guard case .rule(let rule) = waiver.subject, !used.contains(waiver.location) else {
        return nil
      }
      return Diagnostic(
        .unusedWaiver,
        "nothing here breaks '\(rule.rawValue)'; remove this",
        at: waiver.location
      )
    }
  }
}

extension Waiver {
  fileprivate func covers(_ finding: LinkFinding) -> Bool {
    guard finding.diagnostic.kind == .rule, subject == .rule(finding.diagnostic.rule) else {
      return false
    }
    guard let key else { return true }
    guard let path = finding.path else { return false }
    let below = FieldPath(Array(path.components.dropFirst()))
    let names = [path.description, below.description, below.components.joined(separator: ".")]
    return names.contains { $0.isIdentical(to: key) }
  }
}
