internal import LinkCore

/// One line of a change: a field, what it was and will be, and where that was written.
struct FieldRow {
  let path: String
  /// `nil` where there is nothing to compare with.
  let before: String?
  let after: String
  /// The layer that set the value, or where it would stand.
  let place: String
  let isSecret: Bool

  /// As one text.
  var value: String { before.map { "\($0) -> \(after)" } ?? after }
}

extension PlanDocument.Change {
  /// A line for each field that differs, and for each credential that is sent.
  func rows(_ folding: FoldedValue) -> [FieldRow] {
    fields.filter { action != .create || $0.after != nil }.map { row(of: $0, folding) }
      + sentRows(folding)
  }

  private func row(of field: FieldChange, _ folding: FoldedValue) -> FieldRow {
    let (before, after) = values(of: field, folding)
    return FieldRow(
      path: field.path.description.shown,
      before: action == .create ? nil : before,
      after: after,
      place: field.source.shownLine,
      isSecret: false
    )
  }

  private func values(
    of field: FieldChange,
    _ folding: FoldedValue
  ) -> (before: String, after: String) {
    if let before = field.before, let after = field.after, !field.isUnreadable {
      return folding.texts(of: before, after)
    }
    let shown = { (value: JSONValue?) in value.map(folding.text) ?? "(not set)" }
    let before = field.isUnreadable ? "(cannot be read here, not compared)" : shown(field.before)
    return (before, shown(field.after))
  }

  private func sentRows(_ folding: FoldedValue) -> [FieldRow] {
    (sent ?? []).map { field in
      FieldRow(
        path: field.path.description.shown,
        before: nil,
        after: words(for: field, folding),
        place: field.source.shownLine,
        isSecret: field.isSecret
      )
    }
  }

  private func words(for field: PlanDocument.SentField, _ folding: FoldedValue) -> String {
    if field.isNothing { return "(none needed)" }
    guard field.isSecret, let text = field.value.text else { return folding.text(of: field.value) }
    return "(secret, \(credentialWord))   \(text.shown)"
  }
}

extension PlanDocument.SentField {
  /// Whether it stands for credentials that hold nothing.
  fileprivate var isNothing: Bool {
    path.components.count == 1 && (value.members?.isEmpty == true || value.text == "")
  }
}
