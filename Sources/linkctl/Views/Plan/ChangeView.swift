internal import LinkCore

/// The lines of one change: what happens to which link, then a line a field.
struct ChangeView {
  let change: PlanDocument.Change
  /// What makes the link ours, where it is not.
  let adoption: String?
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
    case .update, .adopt: style.yellow(change.symbol)
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
    let indent = PlanLayout.indent
    return (standing + use + alteration).flatMap { layout.lines(of: $0, indent: indent) }
      + pipelines.flatMap { layout.lines(of: $0, indent: indent + 2) }
  }

  /// What is so of the link, beside its fields.
  private var standing: [String] {
    let words = [
      change.foreignWords.map { "not ours: \($0)\(adoption.map { "; to take it: \($0)" } ?? "")" },
      change.isHeld ? "left alone (update: never)" : nil,
      change.isRetagged ? "its tag is made again with the fingerprint key of now" : nil,
      change.block == nil ? change.retargetWords : nil,
    ]
    return words.compactMap(\.self)
  }

  private var use: [String] {
    let isKept = change.action == .update || change.action == .adopt
    return change.use.map { [isKept ? "\($0), cursors kept" : $0] } ?? []
  }

  private var alteration: [String] {
    guard change.isAlteration else { return [] }
    let doubt = "what a running pipeline does under ALTER LINK is not documented"
    return ["needs no secret"] + (change.pipelines.contains(where: \.isRunning) ? [doubt] : [])
  }

  private var pipelines: [String] {
    let names = change.pipelines.map(\.shown)
    return names.isEmpty ? [] : [names.capped(at: layout.isVerbose ? nil : 5)]
  }
}
