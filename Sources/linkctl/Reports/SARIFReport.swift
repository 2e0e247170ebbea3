internal import LinkCore

/// Issues as SARIF 2.1.0, which code scanning shows beside the lines they are about.
struct SARIFReport {
  let report: Report

  var json: JSONValue {
    let ids = Set(report.issues.map { ExactText($0.rule) }).sorted().map(\.text)
    let positions = Dictionary(
      zip(ids.map(ExactText.init), ids.indices),
      uniquingKeysWith: { first, _ in first }
    )
    let fingerprints = report.issues.fingerprints
    let results = zip(report.issues, fingerprints).map { issue, fingerprint in
      result(issue, positions[ExactText(issue.rule)] ?? 0, fingerprint)
    }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": .array([
        [
          "tool": [
            "driver": [
              "name": "linkctl",
              "version": .string(Linkctl.version),
              "rules": .array(ids.map(rule)),
            ]
          ],
          "automationDetails": ["id": .string(automation)],
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ]),
    ]
  }

  /// Runs of one command and environment replace each other.
  private var automation: String {
    "linkctl/\(report.command)/\(report.environment ?? "all")/"
  }

  private func rule(_ id: String) -> JSONValue {
    let topic = Topic.everything.named(id).first
    let help = topic.map { "\($0.explanation.what) \($0.explanation.advice)" }
    return [
      "id": .string(id),
      "shortDescription": ["text": .string(topic?.explanation.title ?? id)],
      "help": ["text": .string(help ?? "linkctl explain \(id)")],
    ]
  }

  private func result(
    _ issue: Report.Issue,
    _ position: Int,
    _ fingerprint: String
  ) -> JSONValue {
    let place = issue.shownPlace
    return [
      "ruleId": .string(issue.rule),
      "ruleIndex": .number(JSONNumber(position)),
      "level": .string(issue.severity.rawValue),
      "message": ["text": .string(issue.text)],
      "locations": .array([
        [
          "physicalLocation": [
            "artifactLocation": ["uri": .string(place.file.asURIPath)],
            "region": [
              "startLine": .number(JSONNumber(max(1, place.line))),
              "startColumn": .number(JSONNumber(max(1, place.column))),
            ],
          ]
        ]
      ]),
      "partialFingerprints": ["linkctl/v1": .string(fingerprint)],
    ]
  }
}

extension String {
  /// A path as part of a URI: all but letters, digits and a few signs as `%XX`.
  fileprivate var asURIPath: String {
    let plain = Set("-._~/".utf8)
    var text = ""
    for byte in utf8 {
      if byte.isLetterOrDigit || plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        text += "%" + String(repeating: "0", count: 2 - hex.count) + hex
      }
    }
    return text
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
