internal import LinkCore

extension PlanDocument: Reportable {
  var report: Report {
    Report(
      command: "plan",
      environment: environment,
      verdict: summary.line,
      issues: findings.map(Report.Issue.init) + blocked.map(\.blockIssue) + hits.map(\.issue),
      cases: changes.map(\.reportCase)
    )
  }

  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent {
    switch kind {
    case .json: .pieces { session.write(self, to: $0) }
    case .md: .text(MarkdownView(document: self).text)
    case .html: .text(HTMLPage(self).text)
    case .sql: .text(SQLView(self).text)
    }
  }
}

extension PlanDocument.Change {
  fileprivate var blockIssue: Report.Issue {
    Report.Issue(
      .error,
      block?.reason ?? reason,
      block.map { "\($0.message); \($0.advice)" } ?? "",
      at: source,
      subject: address.description
    )
  }

  fileprivate var reportCase: Report.Case { Report.Case(address, at: source, outcome) }

  private var outcome: Report.Outcome {
    if let block { return .failed(rule: block.reason, "\(block.message); \(block.advice)") }
    if let foreignWords { return .skipped("not ours: \(foreignWords)") }
    if isHeld { return .skipped("differs, and is left alone (update: never)") }
    return .passed(action == .none ? verb : "\(verb): \(reason)")
  }
}

extension PlanDocument.Guardrail {
  fileprivate var issue: Report.Issue { Report.Issue(.error, name, sentence, at: nil) }
}
