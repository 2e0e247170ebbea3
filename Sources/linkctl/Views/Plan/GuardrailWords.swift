internal import LinkCore

/// What the views of a plan say of a guardrail in words.
extension PlanDocument.Guardrail {
  /// `Guardrail max_drops (hit): 2 links would be dropped, of at most 1 (--accept max_drops)`.
  var sentence: String { "Guardrail \(name.shown) (\(verdict.shown)): \(words)" }

  /// What is so, and what may be; with the way on where it is hit.
  var words: String {
    isHit ? "\(measure) (--accept \(name.shown) goes on)" : measure
  }

  private var measure: String {
    switch Guardrail.Kind(rawValue: name) {
    case .maxChangePercent:
      "\(actual) % of \(links(base ?? 0)) there would change, of at most \(limit) %"
    case .minLinks: "\(links(actual)) declared, of at least \(limit.grouped)"
    case .maxDrops: "\(links(actual)) would be dropped, of at most \(limit.grouped)"
    case nil: "\(actual.grouped), limit \(limit.grouped)"
    }
  }

  private func links(_ count: Int) -> String {
    "\(count.grouped) \(count == 1 ? "link" : "links")"
  }
}
