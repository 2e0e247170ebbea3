import LinkCore
import Testing

/// Findings come by place, once, and of no file more than anybody reads.
@Suite struct FindingOrderTests {
  private func finding(_ line: Int, of file: String = "a.yaml", _ rule: Rule = .unknownKey)
    -> Diagnostic
  {
    Diagnostic(rule, "message", at: SourceLocation(file: file, line: line, column: 1))
  }

  @Test func `Stand by file, then by place, those about no file first`() {
    let lost = Diagnostic(.noMatch, "nothing", at: nil)
    let findings = [finding(1, of: "b.yaml"), finding(10), finding(9), lost, finding(9)]
    #expect(findings.ordered() == [lost, finding(9), finding(10), finding(1, of: "b.yaml")])
    #expect(findings.reversed().ordered() == findings.ordered())
  }

  @Test func `At one place stand by rule and message`() {
    let place = SourceLocation(file: "a.yaml", line: 1, column: 1)
    let findings = [(Rule.unknownKey, "b"), (.unknownKey, "a"), (.missingKey, "c")]
      .map { Diagnostic($0, $1, at: place) }
    #expect(findings.ordered() == findings.sorted())
  }

  @Test func `Of a file with many tell how many more there are`() {
    let findings = (1...8).map { finding($0) } + [finding(1, of: "b.yaml")]
    let ordered = findings.ordered(mostOfOneFile: 3)
    #expect(ordered.prefix(3) == (1...3).map { finding($0) }[...])
    #expect(ordered[3].message == "5 more findings of this file are not shown")
    #expect(ordered[3].severity == .warning)
    #expect(ordered[4...] == [finding(1, of: "b.yaml")])
  }

  @Test(arguments: [Rule.missingField, .secretInConfig, .deprecatedKey])
  func `What is not shown counts as the gravest of it`(rule: Rule) {
    let findings = (1...5).map { finding($0) } + [finding(6, of: "a.yaml", rule), finding(7)]
    let last = findings.ordered(mostOfOneFile: 2).last
    #expect(last?.severity == rule.severity)
    #expect(last?.kind == rule.kind)
  }
}
