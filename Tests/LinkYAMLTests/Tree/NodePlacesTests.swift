import LinkCore
import LinkYAML
import Testing

@Suite struct NodePlacesTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let tree: String

    init(_ name: String, _ text: String, _ tree: String) {
      testDescription = name
      self.text = text
      self.tree = tree
    }
  }

  static let examples = [
    Example("plain", "a: b  # c\n", "{a@1:1-1:2: b@1:4-1:5}@1:1-1:5"),
    Example("quoted", "'a': \"b\\n\"\n", "{'a'@1:1-1:4: 'b\\n'@1:6-1:11}@1:1-1:11"),
    Example(
      "columns count scalars",
      "\u{1F600}e\u{301}: [\u{E9}, x]",
      "{\u{1F600}e\u{301}@1:1-1:4: [\u{E9}@1:7-1:8, x@1:10-1:11]@1:6-1:12}@1:1-1:12"
    ),
    Example(
      "maps in a list",
      "a:\n  - b: 1\n    c: 2\n\n  - d\ne: {}\n",
      "{a@1:1-1:2: [{b@2:5-2:6: 1@2:8-2:9, c@3:5-3:6: 2@3:8-3:9}@2:5-3:9, d@5:5-5:6]@2:3-5:6,"
        + " e@6:1-6:2: {}@6:4-6:6}@1:1-6:6"
    ),
    Example(
      "nothing as a value",
      "a:\nb: ''\nc: ~\n",
      "{a@1:1-1:2: @1:3-1:3, b@2:1-2:2: ''@2:4-2:6, c@3:1-3:2: ~@3:4-3:5}@1:1-3:5"
    ),
    Example(
      "block text",
      "a: |\n  x\n  y\nb: >-\n  z\n",
      "{a@1:1-1:2: 'x\\ny\\n'@1:4-4:1, b@4:1-4:2: 'z'@4:4-6:1}@1:1-6:1"
    ),
    Example(
      "text over lines",
      "a: x\n  y\nb: \"z\n  z\"\n",
      "{a@1:1-1:2: x y@1:4-2:4, b@3:1-3:2: 'z z'@3:4-4:5}@1:1-4:5"
    ),
    Example("Y016", "name: no", "{name@1:1-1:5: no@1:7-1:9}@1:1-1:9"),
    Example("Y019", "version: 1.10", "{version@1:1-1:8: 1.10@1:10-1:14}@1:1-1:14"),
    Example(
      "Y020",
      "n: 123456789012345678901234567890",
      "{n@1:1-1:2: 123456789012345678901234567890@1:4-1:34}@1:1-1:34"
    ),
    Example("X007", #"{"p\u0061ssword": x}"#, "{'password'@1:2-1:17: x@1:19-1:20}@1:1-1:21"),
    Example("a text alone", "a b", "a b@1:1-1:4"),
    Example("behind directives", "%YAML 1.2\n---\na: 1", "{a@3:1-3:2: 1@3:4-3:5}@3:1-3:5"),
  ]

  @Test(arguments: examples)
  func nodesKnowTheirPlace(_ example: Example) {
    let document = parse(example.text)
    #expect(document.diagnostics.isEmpty)
    #expect(shownTree(document.root) == example.tree)
  }

  @Test("Y055", arguments: examples)
  func lineEndsOfWindowsChangeNothing(_ example: Example) {
    let text = example.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let document = parse(text)
    #expect(document.diagnostics.isEmpty)
    #expect(shownTree(document.root) == example.tree)
  }

  @Test("Y055", arguments: RefusedYAMLTests.gaps + RefusedYAMLTests.whole)
  func lineEndsOfWindowsMoveNoFinding(_ row: Row) {
    let bytes = row.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(shownFindings(YAMLParser.parse(bytes, file: "a.yml")) == row.findings)
  }

  @Test func longLinesHaveRightColumns() {
    let text = String(repeating: "\u{E9}\u{1F600}x, ", count: 1000)
    let last = parse("[" + text + "end]").root?.items?.last
    #expect(last?.start.column == 5002)
    #expect(last?.end.column == 5005)
  }
}
