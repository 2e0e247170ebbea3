import Foundation
import Testing

/// Who slips is told where, and what to write instead.
@Suite struct TypoTests {
  private struct Document: Decodable {
    struct Finding: Decodable {
      let rule: String
      let message: String
      let source: Place
    }

    struct Place: Decodable {
      let line: Int
      let column: Int
    }

    let diagnostics: [Finding]
  }

  @Test(arguments: Typo.all)
  func `Tells what to do`(about typo: Typo) throws {
    let ended = try TestProject(typo.files).run("validate", "--format", "json")
    #expect(ended.exit == typo.exit)
    let document = try JSONDecoder().decode(Document.self, from: Data(ended.output))
    let found = document.diagnostics
    #expect(found.count == typo.findings.count, "\(found)")
    for (finding, wanted) in zip(found, typo.findings) {
      #expect("\(finding.source.line):\(finding.source.column)" == wanted.place)
      #expect(finding.rule == wanted.rule)
      #expect(finding.message.contains(wanted.says), "\(finding.message)")
    }
  }
}
