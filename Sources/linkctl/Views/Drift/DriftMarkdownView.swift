internal import LinkCore

/// Drift as a comment or the body of an issue: the verdict first, then a table, then one folded
/// block a link that calls for somebody.
struct DriftMarkdownView {
  let drift: Drift
  /// A page has room for everything.
  var markup = Markup.comment

  private var report: DriftReport { drift.detected }

  var text: String {
    let shown = report.links.filter(\.isShown)
    let head = [MarkdownText.marker(report.environment, "drift"), verdict, facts]
    var room = MarkdownView.limit - head.map { $0.length + 2 }.reduce(0, +) - 1_000
    var blocks: [String] = []
    for link in shown {
      let block = block(of: link)
      guard block.length + 2 <= room else { break }
      room -= block.length + 2
      blocks.append(block)
    }
    let cut = shown.count - blocks.count
    let note =
      cut == 0
      ? [] : ["<p><b>Too long for a comment: \(cut.grouped) links left out.</b></p>"]
    return (head + blocks + note).joined(separator: "\n\n") + "\n"
  }

  /// All of it, whatever its length.
  var parts: [String] { [verdict, facts] + report.links.filter(\.isShown).map(block) }

  private var verdict: String {
    let alarming = DriftStatus.allCases.filter(\.isAlarming)
      .map { (report.count(of: $0), $0.words) }.filter { $0.0 > 0 }
    let words =
      alarming.isEmpty
      ? "No drift" : alarming.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
    return "<p><b>linkctl drift \(MarkdownText.code(report.environment)): \(words)</b></p>"
  }

  private var facts: String {
    let baseline = report.baseline.map { [$0.name, $0.takenAt].compactMap(\.self) } ?? ["none"]
    let uncompared = report.uncompared.map { "<br>Not compared: \(MarkdownText.code($0))" }
    return "<p>target \(MarkdownText.code(report.target))"
      + " · server \(MarkdownText.code(report.serverVersion))"
      + " · baseline \(baseline.map(MarkdownText.code).joined(separator: " "))"
      + "<br>\(report.summaryLine)\(uncompared.joined())</p>"
  }

  private func block(of link: LinkDrift) -> String {
    let place = link.source.map { " \(MarkdownText.code($0.shownLine))" } ?? ""
    let head =
      "\(link.status.words): \(MarkdownText.code(link.address.description))"
      + " \(MarkdownText.code(link.linkType))\(place)"
    let folding = FoldedValue(limit: 240)
    let fields = link.fields.map { "\($0.path.description.shown)   \($0.words(folding))" }
    let ways = drift.ways.ways(for: link).map { "\($0.name): \($0.text)" }
    let lines = (fields + link.standing + ways).map { $0.cut(to: 1_000) }
    let body = lines.isEmpty ? "" : "\n\n" + markup.block(lines, as: "text")
    return "<details><summary>\(head)</summary>\(body)\n\n</details>"
  }
}
