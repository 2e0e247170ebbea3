import LinkCore

/// A plan's statements as SQL, exact to the byte; above one that sends credentials to another
/// destination a comment says so.
struct SQLView {
  /// No server takes it for SQL, so that nobody's password becomes the text of a reference.
  static let guardLine = "!! preview: references are not resolved"

  let document: PlanDocument

  var text: String {
    let statements = document.statements
    let lines = document.actions.flatMap { change in
      let comment = change.retargetWords.map { ["-- \(change.address.description.shown): \($0)"] }
      return (comment ?? []) + change.statements.map { $0.sql + ";" }
    }
    let guarded = statements.contains(where: \.hasHoles) ? [SQLView.guardLine] + lines : lines
    return guarded.map { $0 + "\n" }.joined()
  }
}
