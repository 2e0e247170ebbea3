import LinkCore
import Testing

/// What each rule means for the exit code, and what the project file makes of it.
@Suite struct RuleSeverityTests {
  struct Finding: Equatable {
    let rule: String
    let severity: String
  }

  /// The rules that the manifests of their own explanations break.
  static let rules = Rule.allCases.filter { !ExplainExamplesTests.others.contains($0) }

  private func findings(
    _ example: String,
    projectFile: String
  ) throws -> (exit: Int32?, findings: [Finding]) {
    let project = try TestProject(["linkctl.yaml": ExplainExamplesTests.projectFile + projectFile])
    for file in ExplainExamplesTests.files(of: example) {
      try project.write(file.text, to: file.path)
    }
    let ended = try project.run("validate", "--format", "json")
    let document = try JSONValue(reading: ended.text)
    let found = document["diagnostics"]?.items?.map { finding in
      Finding(rule: finding["rule"]?.text ?? "", severity: finding["severity"]?.text ?? "")
    }
    return (ended.exit, found ?? [])
  }

  private func expectedExit(_ findings: [Finding]) -> Int32 {
    let errors = findings.filter { $0.severity == "error" }
    if errors.isEmpty { return 0 }
    return errors.contains { Rule(rawValue: $0.rule)?.kind == .form } ? 65 : 3
  }

  /// Those whose findings are of one severity.
  static let constant = rules.filter {
    $0 != .unknownKey && $0 != .unknownEnvironment && $0 != .secretInDescription
  }

  @Test(arguments: constant)
  func `Has its own severity`(rule: Rule) throws {
    let (exit, found) = try findings(rule.explanation.before, projectFile: "")
    let severities = Set(found.filter { $0.rule == rule.rawValue }.map(\.severity))
    #expect(severities == [rule.severity.rawValue])
    #expect(exit == expectedExit(found))
  }

  @Test(arguments: rules.filter { $0.kind == .rule }, ["error", "warning", "off"])
  func `Takes its severity from the project file`(rule: Rule, severity: String) throws {
    let projectFile = "\nrules: { \(rule.rawValue): \(severity) }\n"
    let (exit, found) = try findings(rule.explanation.before, projectFile: projectFile)
    let severities = Set(found.filter { $0.rule == rule.rawValue }.map(\.severity))
    // An unknown key of the manifest's own is about form, whatever is said of keys of a type.
    let expected: Set<String> = severity == "off" ? [] : [severity]
    #expect(severities == expected)
    #expect(exit == expectedExit(found))
  }

  @Test func `Keeps the severity of what is about form`() throws {
    let form = Rule.allCases.filter { $0.kind == .form }
    let lines = form.map { "  \($0.rawValue): off\n" }.joined()
    let project = try TestProject([
      "links.d/a.yaml": ExitCodeTests.manifest, "linkctl.yaml": "rules:\n\(lines)",
    ])
    let ended = try project.run("validate")
    #expect(ended.exit == 65)
    for (index, rule) in form.enumerated() {
      let message = "linkctl.yaml:\(index + 2):3: error: rule '\(rule.rawValue)' is about form"
      #expect(ended.text.contains(message), "\(ended.text)")
    }
  }

  @Test func `An unknown key of the manifest's own stays an error`() throws {
    let project = try TestProject([
      "links.d/a.yaml": BadInput.link(BadInput.lake("confg: {}, config: { regoin: x }")),
      "linkctl.yaml": "rules: { unknown-key: off }\n",
    ])
    let ended = try project.run("validate")
    #expect(ended.exit == 65)
    #expect(ended.text.contains("unknown key 'confg'"))
    #expect(!ended.text.contains("regoin' for S3"))
  }
}
