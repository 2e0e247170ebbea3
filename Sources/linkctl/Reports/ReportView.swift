internal import LinkCore

/// A report in Markdown or HTML, where a result has no view of its own: the verdict, then what somebody
/// has to look at, then every case.
struct ReportView {
  let report: Report
  let markup: Markup

  /// Of each list, in a comment.
  private static let most = 100

  var text: String {
    switch markup {
    case .comment:
      let marker = MarkdownText.marker(report.environment ?? "", report.command)
      return ([marker] + parts).joined(separator: "\n\n") + "\n"
    case .page: return HTMLPage(title: report.title, parts: parts).text
    }
  }

  private var parts: [String] {
    let verdict =
      "<p><b>\(MarkdownText.code(report.title))</b>: \(MarkdownText.code(report.verdict))</p>"
    return [verdict, issues, cases].compactMap(\.self)
  }

  private var issues: String? {
    list("ul", report.issues) { issue in
      let place = issue.place.map { MarkdownText.code("\($0)") + " " } ?? ""
      return "<li>\(issue.severity.rawValue): \(place)\(MarkdownText.code(issue.text.cut(to: 300)))"
        + " [\(MarkdownText.code(issue.rule))]</li>"
    }
  }

  private var cases: String? {
    list("table", report.cases) { one in
      let cells = ["\(one.group).\(one.name)", one.outcome.name, one.outcome.words.cut(to: 300)]
      return "<tr>" + cells.map { "<td>\(MarkdownText.code($0))</td>" }.joined() + "</tr>"
    }
  }

  private func list<Item>(_ tag: String, _ items: [Item], _ html: (Item) -> String) -> String? {
    guard !items.isEmpty else { return nil }
    let shown = items.prefix(markup == .page ? .max : Self.most)
    let rest = items.count - shown.count
    let more = rest > 0 ? "\n<p>and \(rest.grouped) more</p>" : ""
    return "<\(tag)>\n\(shown.map(html).joined(separator: "\n"))\n</\(tag)>" + more
  }
}

extension Report.Outcome {
  var name: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .skipped: "skipped"
    }
  }

  var words: String {
    switch self {
    case .passed(let words), .failed(_, let words), .skipped(let words): words
    }
  }
}
