import LinkCore

/// Findings for a person's eyes: place, severity, message, then the line with a caret.
struct FindingsView {
  let findings: [Diagnostic]
  /// The source line at a place with what must not be shown left out, and the caret's column.
  let echo: (SourceLocation) -> (line: String, caretColumn: Int)?
  let style: Style

  /// More lines than anybody reads are not looked up.
  private static let mostEchoes = 200

  var text: String {
    findings.enumerated().flatMap { lines(of: $1, isEchoed: $0 < Self.mostEchoes) }
      .map { $0 + "\n" }.joined()
  }

  private func lines(of finding: Diagnostic, isEchoed: Bool) -> [String] {
    let severity =
      finding.severity == .error
      ? style.red(finding.severity.rawValue) : style.yellow(finding.severity.rawValue)
    let place = finding.location.map { "\($0)".shown } ?? "linkctl"
    let line = "\(place): \(severity): \(finding.message.shown) [\(finding.rule.rawValue)]"
    guard isEchoed, finding.rule != .secretInName, let location = finding.location,
      let echoed = echo(location)
    else { return [line] }
    let caret = String(repeating: " ", count: max(0, echoed.caretColumn - 1)) + "^"
    return [line, "  " + echoed.line, "  " + style.green(caret)]
  }
}
