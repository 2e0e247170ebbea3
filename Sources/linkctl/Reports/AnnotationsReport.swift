internal import LinkCore

/// Issues as commands in the log of a GitHub workflow, a line each; no text in them can begin
/// another one.
struct AnnotationsReport {
  let report: Report

  var text: String {
    report.issues.map { issue in
      let place = issue.shownPlace
      let properties = [
        ("file", place.file), ("line", "\(max(1, place.line))"), ("col", "\(max(1, place.column))"),
        ("title", "\(report.title): \(issue.rule)"),
      ]
      let words = properties.map { "\($0.0)=\($0.1.shown.asProperty)" }.joined(separator: ",")
      return "::\(issue.severity.command) \(words)::\(issue.text.asData)\n"
    }.joined()
  }
}

extension Report.Severity {
  fileprivate var command: String { self == .note ? "notice" : rawValue }
}

extension String {
  fileprivate var asData: String {
    replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  fileprivate var asProperty: String {
    asData.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
