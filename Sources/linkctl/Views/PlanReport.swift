internal import LinkCore

extension Session {
  /// A plan as the result, in the format that was asked for.
  func result(_ document: PlanDocument, as format: PlanFormat) throws {
    switch format {
    case .text: try result(text(of: document, on: .result))
    case .json: try result(json(of: document))
    case .sql: try result(SQLView(document: document).text)
    }
  }

  /// A plan for a person.
  func text(of document: PlanDocument, on stream: Output.Stream) -> String {
    let view = PlanView(
      document: document,
      style: style(of: stream),
      isSet: { environment[$0].map { !$0.isEmpty } ?? false }
    )
    return view.text
  }
}
