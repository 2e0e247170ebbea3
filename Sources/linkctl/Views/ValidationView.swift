internal import LinkCore

/// The outcome of a validation.
struct ValidationView {
  static let kind = "linkctl.validate"

  let validation: Validation

  func text(style: Style) -> String {
    let findings = FindingsView(
      findings: validation.findings,
      echo: validation.sources.echo,
      style: style
    )
    return findings.text + summary + "\n"
  }

  var summary: String {
    let warnings = validation.findings.count - validation.errors
    let files = count(validation.manifests.count, "manifest")
    let names = validation.environments.map(\.shown).joined(separator: ", ")
    return "\(files) for \(names): \(count(validation.errors, "error")),"
      + " \(count(warnings, "warning"))."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  var json: JSONValue {
    .document(
      [
        "format_version": "1.0",
        "kind": .string(ValidationView.kind),
        "environments": .array(validation.environments.map(JSONValue.string)),
        "summary": [
          "manifests": .number(JSONNumber(validation.manifests.count)),
          "errors": .number(JSONNumber(validation.errors)),
          "warnings": .number(JSONNumber(validation.findings.count - validation.errors)),
        ],
        "diagnostics": .array(validation.findings.map(\.json)),
      ],
      endingWith: validation.exit,
      summary
    )
  }
}
