internal import LinkCore

extension Session {
  /// A plan as the result, in the format that was asked for.
  func result(_ document: PlanDocument, as format: PlanFormat, isVerbose: Bool) throws {
    switch format {
    case .text: try result(text(of: document, on: .result, isVerbose: isVerbose))
    case .markdown: try result(MarkdownView(document: document).text)
    case .html: try result(HTMLPage(document).text)
    case .json: try output.write { write(document, to: $0) }
    case .sql: try result(SQLView(document).text)
    }
  }

  /// A plan for a person.
  func text(
    of document: PlanDocument,
    on stream: Output.Stream,
    isVerbose: Bool = false
  ) -> String {
    let layout = PlanLayout(
      style: style(of: stream),
      width: terminal(of: stream).width,
      isVerbose: isVerbose
    )
    let view = PlanView(
      document: document,
      layout: layout,
      isSet: { environment[$0].map { !$0.isEmpty } ?? false }
    )
    return view.text
  }
}
