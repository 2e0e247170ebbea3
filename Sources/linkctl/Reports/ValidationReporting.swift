internal import LinkCore

extension Validation: Reportable {
  var report: Report {
    Report(
      command: "validate",
      environment: environments.count == 1 ? environments[0] : nil,
      verdict: ValidationView(validation: self).summary,
      issues: findings.map { Report.Issue(Finding($0)) },
      cases: cases
    )
  }

  /// The manifests, and what else something is wrong with.
  private var cases: [Report.Case] {
    let located = findings.filter { $0.location != nil }
    let found = Dictionary(grouping: located) { ExactText($0.location?.file ?? "") }
    return Set(manifests.map(ExactText.init)).union(found.keys).sorted().map { file in
      reportCase(file.text, found[file] ?? [])
    }
  }

  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent {
    switch kind {
    case .json: .json(ValidationView(validation: self).json)
    case .md: .text(ReportView(report: report, markup: .comment).text)
    case .html: .text(ReportView(report: report, markup: .page).text)
    case .sql: preconditionFailure("a validation has no statements")
    }
  }

  private func reportCase(_ file: String, _ found: [Diagnostic]) -> Report.Case {
    let worst = found.first { $0.severity == .error }
    let outcome: Report.Outcome =
      worst.map { .failed(rule: $0.rule.rawValue, $0.message) }
      ?? .passed(found.isEmpty ? "no finding" : "only warnings")
    return Report.Case(
      group: "manifests",
      name: file,
      place: SourceLocation(file: file, line: 1, column: 1),
      outcome: outcome
    )
  }
}
