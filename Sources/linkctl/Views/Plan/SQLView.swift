import LinkCore

/// Statements as SQL, exact to the byte, with what stands out about some of them in comments above.
struct SQLView {
  /// No server takes it for SQL, so that nobody's password becomes the text of a reference.
  static let guardLine = "!! preview: references are not resolved"

  /// The statements for one link.
  struct Part {
    /// Each on one line.
    let comments: [String]
    let statements: [PlanDocument.ShownStatement]
  }

  let parts: [Part]

  var text: String {
    let lines = parts.flatMap { part in
      part.comments.map { "-- \($0)" } + part.statements.map { $0.sql + ";" }
    }
    let isGuarded = parts.contains { $0.statements.contains(where: \.hasHoles) }
    return ((isGuarded ? [Self.guardLine] : []) + lines).map { $0 + "\n" }.joined()
  }
}

extension SQLView {
  /// A plan's statements in their order.
  init(_ document: PlanDocument) {
    parts = document.actions.map { change in
      let words = change.retargetWords.map { "\(change.address.description.shown): \($0)" }
      return Part(comments: [words].compactMap(\.self), statements: change.statements)
    }
  }

  /// What an apply would send to bring the catalog back to what the manifests say; drops come last.
  init(_ report: DriftReport) {
    let shown = report.links.filter { $0.isShown && $0.waiver == nil }
    let parts = shown.map { link in
      let why = link.statements.isEmpty ? "; apply would send nothing" : ""
      let comment = "\(link.address.description.shown): \(link.status.words)\(why)"
      return (link.isAbsenceWanted, Part(comments: [comment], statements: link.statements))
    }
    self.parts = parts.filter { !$0.0 }.map(\.1) + parts.filter(\.0).map(\.1)
  }
}
