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
    let places = Dictionary(
      document.changes.map { ($0.address, $0.source) },
      uniquingKeysWith: { first, _ in first }
    )
    let results = Dictionary(grouping: view.run.results, by: \.statement.address)
    return Report(
      command: "apply",
      environment: document.environment,
      verdict: view.summaryLine,
      issues: findings
        + view.run.results.compactMap { issue($0, at: places[$0.statement.address]) },
      cases: document.changes.map { change in
        Report.Case(change.address, at: change.source, outcome(of: results[change.address] ?? []))
      }
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

  private func issue(_ result: Run.Result, at place: SourceLocation?) -> Report.Issue? {
    guard result.status.isTrouble else { return nil }
    return Report.Issue(
      .error,
      "failed",
      words(for: result),
      at: place,
      subject: result.statement.address.description
    )
  }

  private func words(for result: Run.Result) -> String {
    let error = result.failure.map { ": \(shown($0))" } ?? ""
    return "\(result.statement.shownAction): \(result.status.words)\(error)"
  }

  /// What became of a link by its statements.
  private func outcome(of results: [Run.Result]) -> Report.Outcome {
    guard !results.isEmpty else { return .passed("nothing to do") }
    if let trouble = results.first(where: \.status.isTrouble) {
      return .failed(rule: "failed", words(for: trouble))
    }
    let open = results.first { $0.status == .notAttempted }
    return open.map { .skipped(words(for: $0)) }
      ?? .passed(results.map(words).joined(separator: "; "))
  }
}
