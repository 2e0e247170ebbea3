internal import LinkCore

extension Drift: Reportable {
  var report: Report {
    let links = detected.links.filter { $0.status != .unmanaged }
    return Report(
      command: "drift",
      environment: detected.environment,
      verdict: detected.summaryLine,
      issues: detected.findings.map(Report.Issue.init) + links.compactMap(\.issue),
      cases: links.map(\.reportCase)
    )
  }

  func document(_ kind: DocumentKind, _ session: Session) -> ReportContent {
    switch kind {
    case .json: .json(detected.json)
    case .md: .text(DriftMarkdownView(drift: self).text)
    case .html: .text(HTMLPage(self).text)
    case .sql: .text(SQLView(detected).text)
    }
  }
}

extension LinkDrift {
  /// `nil` where nobody has anything to look at.
  fileprivate var issue: Report.Issue? {
    guard waiver == nil, status != .inSync else { return nil }
    let severity: Report.Severity = status.isAlarming ? .error : .note
    return Report.Issue(
      severity,
      status.rawValue,
      words,
      at: source,
      subject: address.description
    )
  }

  fileprivate var reportCase: Report.Case { Report.Case(address, at: source, outcome) }

  private var outcome: Report.Outcome {
    if waiver != nil || status == .unverifiable { return .skipped(words) }
    return status.isAlarming ? .failed(rule: status.rawValue, words) : .passed(words)
  }

  /// What is so, field by field.
  private var words: String {
    let folding = FoldedValue(limit: 240)
    let fields = fields.map { "\($0.path.description.shown) \($0.words(folding))" }
    let reasons = status == .unverifiable ? unverifiable.map(\.words) : []
    let details = fields + standing + reasons
    return ([status.words] + (details.isEmpty ? [] : [details.joined(separator: "; ")]))
      .joined(separator: ": ")
  }
}
