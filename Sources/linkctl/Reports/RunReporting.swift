internal import LinkCore

/// What became of a plan.
struct RunResult: Reportable {
  let view: RunView
  let document: PlanDocument
  let exit: ExitCode
  /// A failure with its number, for anybody's eyes.
  let shown: (Run.Failure) -> String

  var report: Report {
    let findings = (view.plan.diagnostics + view.run.findings).map { Report.Issue(Finding($0)) }
    return Report(
      command: "apply",
      environment: document.environment,
      verdict: view.summaryLine,
      issues: findings + view.run.results.compactMap(issue),
      cases: document.changes.map { Report.Case($0.address, at: $0.source, outcome(of: $0)) }
    )
  }

  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent {
    switch kind {
    case .json: .json(view.json(exit: exit))
    case .md: .text(ReportView(report: report, markup: .comment).text)
    case .html: .text(ReportView(report: report, markup: .page).text)
    case .sql: .text(SQLView(document).text)
    }
  }

  private func issue(_ result: Run.Result) -> Report.Issue? {
    guard result.status.isTrouble else { return nil }
    let address = result.statement.address
    return Report.Issue(
      .error,
      "failed",
      words(for: result),
      at: document.changes.first { $0.address == address }?.source,
      subject: address.description
    )
  }

  private func words(for result: Run.Result) -> String {
    let error = result.failure.map { ": \(shown($0))" } ?? ""
    return "\(result.statement.shownAction): \(result.status.words)\(error)"
  }

  /// The last of a link's statements that anything was done about tells.
  private func outcome(of change: PlanDocument.Change) -> Report.Outcome {
    let results = view.run.results.filter { $0.statement.address == change.address }
    guard !results.isEmpty else { return .passed("nothing to do") }
    if let trouble = results.first(where: \.status.isTrouble) {
      return .failed(rule: "failed", words(for: trouble))
    }
    let open = results.first { $0.status == .notAttempted }
    return open.map { .skipped(words(for: $0)) }
      ?? .passed(results.map(words).joined(separator: "; "))
  }
}
