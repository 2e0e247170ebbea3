internal import LinkCore

/// What was looked at as the results of tests: a case a link, then one a finding.
struct JUnitReport {
  let report: Report

  var text: String {
    let findings = report.issues.filter { $0.subject == nil }.map(finding)
    let suites = [("links", report.cases), ("findings", findings)].filter { !$0.1.isEmpty }
    let all = suites.flatMap(\.1)
    let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
    let attributes = [("name", report.title)] + counts(of: all)
    let lines =
      [head, "<testsuites\(Self.text(of: attributes))>"] + suites.flatMap(suite)
      + ["</testsuites>"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// A warning fails nothing.
  private func finding(_ issue: Report.Issue) -> Report.Case {
    let place = issue.place.map { "\($0)" } ?? "linkctl"
    let outcome: Report.Outcome =
      issue.severity == .error ? .failed(rule: issue.rule, issue.text) : .skipped(issue.text)
    return Report.Case(group: issue.rule, name: place, place: issue.place, outcome: outcome)
  }

  private func suite(_ name: String, _ cases: [Report.Case]) -> [String] {
    let attributes = [("name", "\(report.title) \(name)")] + counts(of: cases)
    return ["  <testsuite\(Self.text(of: attributes))>"] + cases.flatMap(lines) + ["  </testsuite>"]
  }

  private func counts(of cases: [Report.Case]) -> [(String, String)] {
    let failed = cases.count { if case .failed = $0.outcome { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
    return [
      ("tests", "\(cases.count)"), ("failures", "\(failed)"), ("errors", "0"),
      ("skipped", "\(skipped)"), ("time", "0"),
    ]
  }

  private func lines(of one: Report.Case) -> [String] {
    let place = one.place.map { [("file", $0.file), ("line", "\($0.line)")] } ?? []
    let attributes = [("classname", one.group), ("name", one.name), ("time", "0")] + place
    let head = "    <testcase\(Self.text(of: attributes))>"
    let body =
      switch one.outcome {
      case .passed(let words): "      <system-out>\(words.asXML)</system-out>"
      case .failed(let rule, let words):
        "      <failure\(Self.text(of: [("type", rule), ("message", words)]))>\(words.asXML)</failure>"
      case .skipped(let words): "      <skipped\(Self.text(of: [("message", words)]))/>"
      }
    return [head, body, "    </testcase>"]
  }

  private static func text(of attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\($0.1.asXML)\"" }.joined()
  }
}

extension String {
  /// On one line, with nothing in it that XML has no place for.
  fileprivate var asXML: String {
    let text = shown.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0 }
    return MarkdownText.escaped(String(String.UnicodeScalarView(text)))
  }
}
