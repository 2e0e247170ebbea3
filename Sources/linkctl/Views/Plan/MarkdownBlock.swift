internal import LinkCore

/// One link's part of a comment or a page: folded, with its differences and statements.
struct MarkdownBlock {
  let change: PlanDocument.Change
  /// What makes the link ours, where it is not.
  let adoption: String?
  let markup: Markup

  /// Everything.
  var full: String { html([diff, standing, advice, pipelines, statements]) }

  /// What remains where there is too little room.
  var withoutStatements: String { html([diff, standing, advice, pipelines]) }

  private func html(_ parts: [String?]) -> String {
    let symbol = String(change.symbol.drop { $0 == " " })
    let summary = "\(MarkdownText.code(symbol)) \(MarkdownText.code(change.address.description))"
    let body = parts.compactMap(\.self).joined(separator: "\n\n")
    return "<details><summary>\(summary) \(change.markdownWords)</summary>\n\n\(body)\n\n</details>"
  }

  private var diff: String? {
    let lines = change.rows(FoldedValue(limit: 240)).flatMap(lines)
    return lines.isEmpty ? nil : markup.block(lines, as: "diff")
  }

  /// What was, what will be; a secret that is sent again is neither.
  private func lines(of row: FieldRow) -> [String] {
    let line = { (mark: String, value: String) in "\(mark) \(row.path): \(value)".cut(to: 1_000) }
    if let before = row.before { return [line("-", before), line("+", row.after)] }
    let isThere = change.action == .update || change.action == .adopt
    return [line(isThere ? "!" : "+", row.after)]
  }

  private var standing: String? {
    let retargets = change.retargetWords.map { "<b>\(MarkdownText.code($0))</b>" }
    let adoption = adoption.map { "to take it: \(MarkdownText.code($0.cut(to: 1_000)))" }
    let parts = [retargets, adoption].compactMap(\.self)
    return parts.isEmpty ? nil : "<p>\(parts.joined(separator: "<br>"))</p>"
  }

  private var advice: String? {
    change.block.map { "<p>\(MarkdownText.code($0.advice.cut(to: 1_000)))</p>" }
  }

  private var pipelines: String? {
    let names = change.pipelines.map { MarkdownText.code($0.shown) }
    guard !names.isEmpty else { return nil }
    return "<p>\(change.use ?? "pipelines"): \(names.capped(at: 10))</p>"
  }

  private var statements: String? {
    guard !change.statements.isEmpty else { return nil }
    let lines = change.statements.flatMap {
      ($0.sql + ";").shownLines.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return markup.block(lines.map(String.init), as: "sql")
  }
}
