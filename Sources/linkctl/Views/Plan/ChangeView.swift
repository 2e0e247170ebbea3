internal import LinkCore

/// The lines of one change: what happens to which link, then a line a field.
struct ChangeView {
  let change: PlanDocument.Change
  let columns: PlanLayout.Columns
  let layout: PlanLayout

  private var style: Style { layout.style }

  var lines: [String] {
    let below = layout.lines(of: rows) + asides
    guard let block = change.block else { return [headline] + below }
    let advice = "\(change.source.shownLine)   \(block.advice)"
    return ["\(start)\(block.message.shown) (\(block.reason.shown))"] + below
      + layout.lines(of: advice.shown, indent: PlanLayout.indent)
  }

  private var headline: String {
    let type = change.linkType.shown.padded(to: columns.type + 3)
    let words = change.isShown ? "" : "   " + state
    return start + type + change.source.shownLine + words
  }

  private var start: String {
    let address = change.address.description.shown
    let gap = String(repeating: " ", count: max(0, columns.address - address.columns) + 3)
    return "\(symbol) \(change.isShown ? style.bold(address) : address)\(gap)"
  }

  private var symbol: String {
    if change.block != nil { return style.red(change.symbol) }
    return switch change.action {
    case .create: style.green(change.symbol)
    case .update: style.yellow(change.symbol)
    case .recreate, .drop: style.red(change.symbol)
    case .none: style.dim(change.symbol)
    }
  }

  /// Of a link that nothing is done about.
  private var state: String {
    let reasons = change.unverifiable.map {
      LinkChange.Unverifiable(rawValue: $0)?.words ?? $0.shown
    }
    return reasons.isEmpty
      ? "unchanged" : "unchanged; not compared: \(reasons.joined(separator: "; "))"
  }

  private var rows: [FieldRow] {
    guard change.isShown else { return [] }
    let label = change.fields.map(\.path.description.shown.columns).max() ?? 0
    return change.rows(layout.folding(besides: label))
  }

  private var asides: [String] {
    guard change.isShown else { return [] }
    let held = change.isHeld ? ["left alone (update: never)"] : []
    let use = change.use.map { change.action == .update ? "\($0), cursors kept" : $0 }
    let indent = PlanLayout.indent
    return (held + (use.map { [$0] } ?? []) + doubts).flatMap {
      layout.lines(of: $0, indent: indent)
    }
      + pipelines.flatMap { layout.lines(of: $0, indent: indent + 2) }
  }

  private var doubts: [String] {
    guard change.isAlteration, change.pipelines.contains(where: \.isRunning) else { return [] }
    return ["what a running pipeline does under ALTER LINK is not documented"]
  }

  private var pipelines: [String] {
    let names = change.pipelines.map(\.shown)
    return names.isEmpty ? [] : [names.capped(at: layout.isVerbose ? nil : 5)]
  }
}
