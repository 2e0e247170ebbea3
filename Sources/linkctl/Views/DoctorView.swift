internal import LinkCore

/// What doctor has found, a line each.
struct DoctorView {
  static let kind = "linkctl.doctor"

  let examination: Examination
  /// Makes a server's words fit for anybody's eyes.
  let shown: (String) -> String

  /// Lines are folded where a width is given.
  func text(style: Style, width: Int?) -> String {
    let name = (examination.checks.map(\.name.count).max() ?? 0) + 3
    let indent = 2 + Check.Verdict.columns + name
    let lines = examination.checks.flatMap { check in
      let detail = ([check.detail] + check.advice).map(shown).flatMap { text in
        width.map { text.wrapped(at: max($0, indent + 30), indent: indent) }
          ?? [String(repeating: " ", count: indent) + text]
      }
      let head = "  \(check.verdict.colored(style))\(check.name.padded(to: name))"
      return detail.enumerated().map { $0 == 0 ? head + $1.dropFirst(indent) : $1 }
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
  fileprivate static let columns = 10

  fileprivate func colored(_ style: Style) -> String {
    let word = rawValue.padded(to: Self.columns)
    return switch self {
    case .fine: style.green(word)
    case .warning: style.yellow(word)
    case .failed: style.red(word)
    case .unknown: style.dim(word)
    }
  }
}
