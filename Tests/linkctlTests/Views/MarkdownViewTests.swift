import Foundation
import LinkCore
import Testing

@testable import linkctl

/// Comments, read by the parser of the place that they are made for: GitHub's own.
@Suite struct MarkdownViewTests {
  private func text(_ document: PlanDocument) -> String { MarkdownView(document: document).text }

  /// There is no `cmark-gfm`; no reason to skip a test.
  private struct Unavailable: Error {
    let message: String
  }

  /// The document's tree as XML, with all that GitHub adds to CommonMark.
  private func parse(_ markdown: String) throws -> String {
    let project = try TestProject(["plan.md": markdown])
    let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
    let words = ["cmark-gfm", "--unsafe", "--to", "xml"] + extensions.flatMap { ["-e", $0] }
    var call = project.linkctl(words + ["plan.md"])
    call.executable = "/usr/bin/env"
    let ended = try call.run()
    guard ended.exit == 0 else { throw Unavailable(message: ended.messageText) }
    return ended.text
  }

  /// The tree without what stands in it as code.
  private func skeleton(of tree: String) -> String {
    tree
      .replacing(#/<code_block([^>]*)>[^<]*</code_block>/#) { "<code_block\($0.output.1)/>" }
      .replacing(#/&lt;code&gt;.*?&lt;/code&gt;/#.dotMatchesNewlines(), with: "<code/>")
      .replacing(#/plan env=[A-Za-z0-9._%-]* --&gt;/#, with: "plan env --&gt;")
  }

  @Test func `Is what it says, and all data stands in code`() throws {
    let tree = try parse(text(MarkdownSamples.document("data")))
    #expect(!tree.contains("<link") && !tree.contains("<heading") && !tree.contains("<html_inline"))
    #expect(tree.matches(of: #/<code_block/#).count == 9)
    #expect(!skeleton(of: tree).contains("data"), "\(skeleton(of: tree))")
  }

  @Test(arguments: hostile)
  func `K004: Renders nothing of what data holds, and shows it as it is`(data: String) throws {
    let tree = try parse(text(MarkdownSamples.document(data)))
    #expect(skeleton(of: tree) == (try Self.harmless.get()))
    // Once for HTML in the document, once more for the XML around it.
    #expect(tree.contains(data.shown.inXML) || tree.contains(data.shown.inXML.inXML), "\(tree)")
  }

  private static let harmless = Result {
    let suite = MarkdownViewTests()
    return suite.skeleton(of: try suite.parse(suite.text(MarkdownSamples.document("data"))))
  }

  @Test(arguments: [
    ("prod", "prod"), ("prod-eu", "prod-eu"), ("a.b_c", "a.b_c"), ("a--b", "a-%2Db"),
    ("-a-", "%2Da-"),
    ("a-->b", "a-%2D%3Eb"), ("é x", "%C3%A9%20x"), ("--", "%2D-"),
  ])
  func `Has a marker for each environment that no name ends`(name: String, written: String) {
    #expect(MarkdownText.marker(name) == "<!-- linkctl plan env=\(written) -->")
  }

  @Test func `Begins with the marker, then verdict and digest`() throws {
    let lines = text(try MarkdownSamples.document("data")).split(separator: "\n")
    #expect(lines[0] == "<!-- linkctl plan env=data -->")
    #expect(lines[1].contains("Blocked, apply will refuse: 1 to create, 1 to update"))
    #expect(lines[1].contains("digest <code>data</code>"))
  }

  // MARK: Length

  @Test(arguments: [(3, 1), (60, 1), (150, 40), (300, 1), (5_000, 1), (1, 100_000), (40, 5_000)])
  func `Fits a comment, and says what it leaves out`(links: Int, long: Int) throws {
    let document = try MarkdownSamples.document("words ", links: links, long: long)
    let text = text(document)
    #expect(text.unicodeScalars.count <= 60_000)
    let blocks = text.matches(of: #/<details><summary><code>/#).count
    let rows = text.matches(of: #/<tr><td>/#).count
    let all = document.changes.filter(\.isShown).count
    if blocks < all { #expect(text.contains("\((all - blocks).grouped) link")) }
    if rows < all { #expect(text.contains("\((all - rows).grouped) link")) }
    #expect((blocks < all || long > 1_000) == text.contains("Too long for a comment"))
    #expect(text.hasSuffix("```\n") && text.contains("To reproduce:"))
    let tree = skeleton(of: try parse(text))
    #expect(tree.hasSuffix("</document>\n") && !tree.contains("words"))
  }

  @Test func `Uses the room that there is`() throws {
    let text = text(try MarkdownSamples.document("words ", links: 300))
    #expect(text.unicodeScalars.count > 55_000)
  }
}

extension String {
  fileprivate var inXML: String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
      .reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}
