internal import LinkCore

extension Validation: Reportable {
  var report: Report {
    Report(
      command: "validate",
      environment: environments.count == 1 ? environments[0] : nil,
      verdict: ValidationView(validation: self).summary,
      issues: findings.map { Report.Issue(Finding($0)) },
      cases: files.map(reportCase)
    )
  }

  /// The manifests, and what else something is wrong with.
  private var files: [String] {
    let found = findings.compactMap { $0.location.map { ExactText($0.file) } }
    return Set(manifests.map(ExactText.init) + found).sorted().map(\.text)
  }

  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent {
    switch kind {
    case .json: .json(ValidationView(validation: self).json)
    case .md: .text(ReportView(report: report, markup: .comment).text)
    case .html: .text(ReportView(report: report, markup: .page).text)
    case .sql: preconditionFailure("a validation has no statements")
    }
  }

  private func reportCase(_ file: String) -> Report.Case {
    let found = findings.filter { $0.location?.file.isIdentical(to: file) == true }
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
