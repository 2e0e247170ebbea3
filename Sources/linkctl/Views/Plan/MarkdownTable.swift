internal import LinkCore

/// The links of a plan that a person has something to look at, a row each.
///
/// In HTML, for within a Markdown table no escaping holds for every text.
struct MarkdownTable {
  let changes: [PlanDocument.Change]

  private static let head = """
    <table><thead><tr><th></th><th>link</th><th>type</th><th>what</th><th>where</th></tr></thead>
    """

  /// The table and the links in it, as many as there is room for; no table where there are none.
  func html(within limit: Int) -> (html: String?, listed: ArraySlice<PlanDocument.Change>) {
    guard !changes.isEmpty else { return (nil, []) }
    var room = limit - Self.head.length - 20
    var rows: [String] = []
    for change in changes {
      let row = row(of: change)
      guard row.length + 1 <= room else { break }
      room -= row.length + 1
      rows.append(row)
    }
    let html = ([Self.head] + rows + ["</table>"]).joined(separator: "\n")
    return (html, changes[..<rows.count])
  }

  private func row(of change: PlanDocument.Change) -> String {
    let symbol = String(change.symbol.drop { $0 == " " })
    let cells = [
      MarkdownText.code(symbol), MarkdownText.code(change.address.description),
      MarkdownText.code(change.linkType), change.markdownWords,
      MarkdownText.code(change.source.shownLine),
    ]
    return "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
  }
}

extension PlanDocument.Change {
  /// What is planned and why, in HTML.
  var markdownWords: String {
    if let block {
      return
        "blocked \(MarkdownText.code(block.reason)): \(MarkdownText.code(block.message.cut(to: 300)))"
    }
    if let foreignWords { return "not ours: \(MarkdownText.code(foreignWords))" }
    let words = isHeld ? "left alone (<code>update: never</code>)" : verb
    return words + (use.map { ", \($0)" } ?? "")
  }
}
