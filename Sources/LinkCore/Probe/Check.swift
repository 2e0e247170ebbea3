/// One thing that a look at a server has found.
package struct Check: Sendable {
  /// The raw value is part of the report's JSON.
  package enum Verdict: String, CaseIterable, Sendable {
    case fine
    /// Works, and is worth a look.
    case warning
    case failed
    /// The server does not tell.
    case unknown
  }

  package let name: String
  package let verdict: Verdict
  /// What was found; it may hold a server's own words.
  package let detail: String
  /// What to do, a line each.
  package let advice: [String]

  package init(_ name: String, _ verdict: Verdict, _ detail: String, advice: [String] = []) {
    self.name = name
    self.verdict = verdict
    self.detail = detail
    self.advice = advice
  }
}
