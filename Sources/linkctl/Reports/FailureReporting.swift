internal import LinkCore

/// A command that ended without its result.
struct FailedCommand: Reportable {
  let command: String
  let environment: String?
  let failure: Failure
  /// Of the document that a result would have been.
  let kind: String

  /// The findings that led to it, or what it says itself where none is an error.
  var report: Report {
    let findings = failure.findings.map { Report.Issue(Finding($0)) }
    let isTold = findings.contains { $0.severity == .error }
    let own = Report.Issue(.error, failure.exit.name, failure.message, at: nil)
    return Report(
      command: command,
      environment: environment,
      verdict: failure.message,
      issues: findings + (isTold ? [] : [own]),
      cases: []
    )
  }

  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent {
    switch kind {
    case .json: .json(FailureView(failure: failure, kind: self.kind).json)
    case .md: .text(ReportView(report: report, markup: .comment).text)
    case .html: .text(ReportView(report: report, markup: .page).text)
    case .sql: .text("!! no statements: \(failure.message.shown)\n")
    }
  }
}
