internal import LinkCore

/// Issues as GitLab's Code Quality takes them.
struct CodeQualityReport {
  let report: Report

  var json: JSONValue {
    .array(
      zip(report.issues, report.issues.fingerprints).map { issue, fingerprint in
        let place = issue.shownPlace
        return [
          "description": .string("\(issue.text) [\(issue.rule)]"),
          "check_name": .string(issue.rule),
          "fingerprint": .string(fingerprint),
          "severity": .string(issue.severity.codeQuality),
          "location": [
            "path": .string(place.file),
            "lines": ["begin": .number(JSONNumber(max(1, place.line)))],
          ],
        ]
      }
    )
  }
}

extension Report.Severity {
  fileprivate var codeQuality: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
