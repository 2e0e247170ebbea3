import Foundation
import LinkCore
import Testing

@testable import linkctl

/// The forms of reports, read by other programs' parsers, with text in them that would like to be more
/// than text.
@Suite struct ReportFormsTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=y>", "]]></failure>", "--> <!--",
    "&lt;&amp;",
    "a\n::error file=x::injected", "%0A::warning::x", "\u{202E}gnp.exe", "\u{1B}[31mred\u{7}",
    "\u{FFFE}\u{FFFF}", "'; DROP LINK `a`.`b`; --", "@everyone #1 `code`", "é日本語🙂", "a,b:c%d",
  ]

  /// Runs a script of Python on a text; gives back what it says.
  private func python(_ script: String, on text: String) throws -> String {
    let project = try TestProject(["text": text])
    var call = project.linkctl(["python3", "-c", script, project.path("text")])
    call.executable = "/usr/bin/env"
    let ended = try call.run()
    #expect(ended.exit == 0, "\(ended.messageText)")
    return ended.text
  }

  private static func report(_ data: String) throws -> Report {
    try MarkdownSamples.document(data).report
  }

  // MARK: HTML

  /// The tags and attributes of a page, without its texts.
  private static let skeleton = """
    import html.parser, sys
    class Skeleton(html.parser.HTMLParser):
        def handle_starttag(self, tag, attrs): print(tag, attrs)
        def handle_endtag(self, tag): print("/" + tag)
        def handle_comment(self, data): print("comment", data)
    Skeleton().feed(open(sys.argv[1], encoding="utf-8").read())
    """

  @Test(arguments: hostile) func `A page has the tags that are its own`(data: String) throws {
    let page = HTMLPage(try MarkdownSamples.document(data)).text
    let tags = try python(Self.skeleton, on: page)
    let harmless = HTMLPage(try MarkdownSamples.document("data")).text
    #expect(tags == (try python(Self.skeleton, on: harmless)))
    #expect(!tags.contains("script") && !tags.contains("'href'") && !tags.contains("'src'"))
    #expect(!page.unicodeScalars.contains { $0 != "\n" && $0.needsEscape })
  }

  @Test func `A page loads nothing, shows everything and says what a comment says`() throws {
    let document = try MarkdownSamples.document("data")
    let page = HTMLPage(document).text
    #expect(page.hasPrefix("<!doctype html>\n"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    let details = page.components(separatedBy: "<details>").count
    #expect(
      details == MarkdownView(document: document).text.components(separatedBy: "<details>").count
    )
    for change in document.actions {
      for statement in change.statements {
        #expect(page.contains(MarkdownText.escaped(statement.sql.shown)))
      }
    }
  }

  // MARK: JUnit

  /// What the tests of a file came to, a line each.
  private static let outcomes = """
    import sys, xml.etree.ElementTree as tree
    root = tree.parse(sys.argv[1]).getroot()
    for suite in root:
        cases = suite.findall("testcase")
        bad = suite.findall("testcase/failure")
        idle = suite.findall("testcase/skipped")
        counts = (len(cases), len(bad), len(idle))
        assert counts == tuple(int(suite.get(n)) for n in ("tests", "failures", "skipped")), counts
        print(len(cases), len(bad), len(idle))
    """

  @Test(arguments: ["data"] + hostile) func `JUnit is XML with the counts it tells`(data: String)
    throws
  {
    let document = try MarkdownSamples.document(data)
    let said = try python(Self.outcomes, on: JUnitReport(report: document.report).text)
    let findings = document.report.issues.count { $0.subject == nil }
    let lines = said.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("\(document.changes.count) \(document.blocked.count) ") == true)
    #expect(lines.last?.hasPrefix("\(findings) ") == true)
  }

  // MARK: SARIF

  @Test(arguments: ["data"] + hostile) func `SARIF names a rule and a place for each result`(
    data: String
  ) throws {
    let report = try Self.report(data)
    let document = try JSONValue(reading: SARIFReport(report: report).json.document)
    #expect(document["version"]?.text == "2.1.0")
    let run = try #require(document["runs"]?.items?.first)
    let rules = run["tool"]?["driver"]?["rules"]?.items ?? []
    let results = run["results"]?.items ?? []
    #expect(results.count == report.issues.count && !results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"]?.canonical.asInt)
      #expect(rules[index]["id"]?.text == result["ruleId"]?.text)
      #expect(rules[index]["help"]?["text"]?.text?.isEmpty == false)
      #expect(["error", "warning", "note"].contains(result["level"]?.text))
      #expect(result["message"]?["text"]?.text?.isEmpty == false)
      let place = result["locations"]?.items?.first?["physicalLocation"]
      let uri = try #require(place?["artifactLocation"]?["uri"]?.text)
      #expect(uri.utf8.allSatisfy { (0x21..<0x7F).contains($0) } && !uri.isEmpty)
      #expect((place?["region"]?["startLine"]?.canonical.asInt ?? 0) >= 1)
    }
    let ids = Set(rules.compactMap { $0["id"]?.text })
    #expect(ids.count == rules.count)
  }

  @Test func `A fingerprint stays when lines move, and no two are the same`() throws {
    let issues = (1...3).map { line in
      Report.Issue(.error, "r", "m", at: SourceLocation(file: "a", line: line, column: 1))
    }
    let moved = (11...13).map { line in
      Report.Issue(.error, "r", "m", at: SourceLocation(file: "a", line: line, column: 5))
    }
    #expect(issues.fingerprints == moved.fingerprints)
    #expect(Set(issues.fingerprints).count == 3)
    let others = [
      Report.Issue(.error, "s", "m", at: issues[0].place),
      Report.Issue(.error, "r", "n", at: issues[0].place),
      Report.Issue(.error, "r", "m", at: SourceLocation(file: "b", line: 1, column: 1)),
      Report.Issue(.error, "r", "m", at: issues[0].place, subject: "d.l"),
    ]
    let all = (issues + others).fingerprints
    #expect(Set(all).count == 7 && all.allSatisfy { $0.count == 32 })
  }

  // MARK: GitLab and GitHub

  @Test(arguments: ["data"] + hostile) func `Code quality has what GitLab needs`(data: String)
    throws
  {
    let report = try Self.report(data)
    let document = try JSONValue(reading: CodeQualityReport(report: report).json.document)
    let items = try #require(document.items)
    #expect(items.count == report.issues.count)
    for item in items {
      for key in ["description", "check_name", "fingerprint", "severity"] {
        #expect(item[key]?.text?.isEmpty == false)
      }
      #expect(["info", "minor", "major"].contains(item["severity"]?.text))
      #expect(item["location"]?["path"]?.text?.isEmpty == false)
      #expect((item["location"]?["lines"]?["begin"]?.canonical.asInt ?? 0) >= 1)
    }
    #expect(Set(items.compactMap { $0["fingerprint"]?.text }).count == items.count)
  }

  @Test(arguments: ["data"] + hostile) func `No text begins an annotation of its own`(
    data: String
  ) throws {
    let report = try Self.report(data)
    let text = AnnotationsReport(report: report).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == report.issues.count + 1 && lines.last == "")
    for line in lines.dropLast() {
      let form = #/::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^,:]+::.+/#
      #expect(line.wholeMatch(of: form) != nil, "\(line)")
      #expect(line.matches(of: #/%(?!25|0A|0D|3A|2C)/#).isEmpty, "\(line)")
    }
  }

  // MARK: Where a result has no view of its own

  @Test(arguments: hostile) func `A failure is told in text alone`(data: String) throws {
    let failure = Failure(.failed, data)
    let failed = FailedCommand(
      command: "plan",
      environment: data,
      failure: failure,
      kind: PlanDocument.kind
    )
    let page = ReportView(report: failed.report, markup: .page).text
    #expect(!(try python(Self.skeleton, on: page)).contains("script"))
    #expect(page.contains(MarkdownText.escaped(data.shown)))
    let comment = ReportView(report: failed.report, markup: .comment).text
    #expect(comment.contains(MarkdownText.code(data)))
    _ = try python(Self.outcomes, on: JUnitReport(report: failed.report).text)
  }
}

extension String {
  fileprivate var asInt: Int? { Int(self) }
}
