internal import LinkCore

/// The findings of one file, of which only so many are kept; the rest is counted.
struct Findings {
  private let limit: Int
  private var kept: [Diagnostic] = []
  private var firstHidden: Diagnostic?
  private var hiddenCount = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// The same findings with room for others.
  func raised(to limit: Int) -> Findings {
    var raised = Findings(limit: limit)
    raised.kept = kept
    return raised
  }

  var hasErrors: Bool { kept.contains { $0.severity == .error } }

  mutating func add(_ finding: Diagnostic) {
    if kept.count < limit { return kept.append(finding) }
    hiddenCount += 1
    if firstHidden == nil { firstHidden = finding }
  }

  /// Counts a finding that would not be kept; `false` where it has to be made and added.
  ///
  /// A file may hold a million of them.
  mutating func onlyCounts() -> Bool {
    guard firstHidden != nil else { return false }
    hiddenCount += 1
    return true
  }

  /// The kept ones by place, then one that tells how many are left out.
  var diagnostics: [Diagnostic] {
    guard let firstHidden else { return kept.sorted() }
    let message = "\(hiddenCount) more findings of this file are not shown"
    return kept.sorted() + [.form(firstHidden.rule, message, at: firstHidden.location)]
  }
}
