internal import LinkCore

extension HTMLPage {
  /// A plan.
  init(_ document: PlanDocument) {
    title = "linkctl plan \(document.environment)"
    parts = MarkdownView(document: document, markup: .page).parts
  }

  /// A drift.
  init(_ drift: Drift) {
    title = "linkctl drift \(drift.detected.environment)"
    parts = DriftMarkdownView(drift: drift, markup: .page).parts
  }
}
