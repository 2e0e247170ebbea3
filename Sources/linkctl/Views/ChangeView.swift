import LinkCore

/// The lines of one change: what happens to which link, then a line a field.
struct ChangeView {
  let change: PlanDocument.Change
  let width: Width
  let style: Style

  var lines: [String] {
    if let block = change.block { return blockLines(block) }
    return [headline] + rows.aligned.map { "      " + $0 } + asides
  }

  private var headline: String {
    let address = change.address.description.shown.padded(to: width.address + 3)
    let type = change.linkType.shown.padded(to: width.type + 3)
    return "\(symbol) \(address)\(type)\(place)"
  }

  private var place: String {
    "\(change.source.file.shown):\(change.source.line)"
  }

  /// Right-aligned in three columns.
  private var symbol: String {
    if change.block != nil { return style.red("  !") }
    return switch change.action {
    case .create: style.green("  +")
    case .update: style.yellow("  ~")
    case .recreate: style.red("-/+")
    case .drop: style.red("  -")
    case .none: style.dim("  =")
    }
  }

  private func blockLines(_ block: PlanDocument.Block) -> [String] {
    let address = change.address.description.shown.padded(to: width.address + 3)
    return ["\(symbol) \(address)\(block.message) (\(block.reason))"]
      + rows.aligned.map { "      " + $0 } + ["      \(place)   \(block.advice)"]
  }

  private var rows: [(String, String)] {
    let fields = change.fields.filter { change.action != .create || $0.after != nil }.map { field in
      (field.path.description.shown, FieldView(field: field, change: change).text)
    }
    return fields + change.credentialRows
  }

  private var asides: [String] {
    var lines: [String] = []
    if change.isHeld { lines.append("left alone (update: never)") }
    if !change.pipelines.isEmpty, change.action == .update {
      let running = change.pipelines.count { $0.state.uppercasedASCII == "RUNNING" }
      let noun = change.pipelines.count == 1 ? "pipeline" : "pipelines"
      lines.append(
        "used by \(change.pipelines.count) \(noun) (\(running) running), cursors kept"
      )
    }
    return lines.map { "      " + $0 }
  }
}

/// What a field was and will be.
private struct FieldView {
  let field: FieldChange
  let change: PlanDocument.Change

  var text: String {
    let after = field.after.map(\.shown) ?? "(not set)"
    if change.action == .create { return after }
    if field.isUnreadable { return "(cannot be read here, not compared) -> \(after)" }
    return "\(field.before.map(\.shown) ?? "(not set)") -> \(after)"
  }
}

extension PlanDocument.Change {
  /// What is sent as credentials, without any secret.
  fileprivate var credentialRows: [(String, String)] {
    guard let sent else { return [] }
    guard !sent.isEmpty else { return [("credentials", "(none needed)")] }
    return sent.map { field in
      let value = field.isSecret ? field.value.text?.shown : nil
      return (
        field.path.description.shown,
        value.map { "(secret, \(credentialWord))   \($0)" } ?? field.value.shown
      )
    }
  }

  private var credentialWord: String {
    switch LinkChange.Credentials(rawValue: credentials) {
    case .rotated: "rotated"
    case .new: "new"
    case .unverifiable, .unmanaged, nil: "sent again"
    }
  }
}

extension [(String, String)] {
  /// Two columns, four spaces apart.
  fileprivate var aligned: [String] {
    let width = map(\.0.count).max() ?? 0
    return map { $0.0.padded(to: width + 4) + $0.1 }
  }
}

extension JSONValue {
  /// On one line, with nothing that a terminal acts on.
  var shown: String { canonical.shown }
}
