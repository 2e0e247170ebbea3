import LinkCore

/// What became of one statement, on one line.
struct ResultView {
  /// Counted from 0.
  let index: Int
  let total: Int
  let result: Run.Result
  /// A failure for anybody's eyes.
  let shown: (Run.Failure) -> String

  var line: String {
    let error = result.failure.map { ": \(shown($0))" } ?? ""
    return
      "[\(index + 1)/\(total)] \(result.statement.shownAction): \(result.status.words)\(error)\n"
  }
}

extension Run.Status {
  var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}

extension Statement {
  /// `replace prod.orders`.
  var shownAction: String { "\(verb) \(address.description.shown)" }
}
