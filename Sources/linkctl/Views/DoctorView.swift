internal import LinkCore

/// What doctor has found, a line each.
struct DoctorView {
  static let kind = "linkctl.doctor"

  let examination: Examination
  /// Makes a server's words fit for anybody's eyes.
  let shown: (String) -> String

  func text(style: Style) -> String {
    let width = examination.checks.map(\.name.count).max() ?? 0
    let lines = examination.checks.flatMap { check in
      let verdict = check.verdict.colored(style)
      return ["  \(verdict)\(check.name.padded(to: width + 3))\(shown(check.detail))"]
        + check.advice.map { "              \(String(repeating: " ", count: width))\(shown($0))" }
    }
    let header =
      "linkctl doctor  env=\(examination.environment.shown)  target=\(examination.target.shown)"
    return ([header] + lines + [summary]).map { $0 + "\n" }.joined()
  }

  private var summary: String {
    let counts = Check.Verdict.allCases.map { "\(count(of: $0)) \($0.rawValue)" }
    return "Doctor: \(counts.joined(separator: ", "))."
  }

  private func count(of verdict: Check.Verdict) -> Int {
    examination.checks.count { $0.verdict == verdict }
  }

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(DoctorView.kind),
        "environment": .string(examination.environment),
        "target": .string(examination.target),
        "summary": .object(
          Check.Verdict.allCases.map { .init($0.rawValue, .number(JSONNumber(count(of: $0)))) }
        ),
        "checks": .array(examination.checks.map(json)),
      ],
      endingWith: examination.exit,
      summary
    )
  }

  private func json(_ check: Check) -> JSONValue {
    [
      "name": .string(check.name), "verdict": .string(check.verdict.rawValue),
      "detail": .string(shown(check.detail)),
      "advice": .array(check.advice.map { .string(shown($0)) }),
    ]
  }
}

extension Check.Verdict {
  fileprivate func colored(_ style: Style) -> String {
    let word = rawValue.padded(to: 10)
    return switch self {
    case .fine: style.green(word)
    case .warning: style.yellow(word)
    case .failed: style.red(word)
    case .unknown: style.dim(word)
    }
  }
}
