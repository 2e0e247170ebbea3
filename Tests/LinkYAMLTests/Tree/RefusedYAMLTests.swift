import LinkCore
import LinkYAML
import Testing

/// What YAML has and manifests have not.
@Suite struct RefusedYAMLTests {
  private static let anchor =
    "[yaml-anchor] anchors and aliases are not allowed in manifests; "
    + "quote a text that begins with '&'"
  private static let alias =
    "[yaml-anchor] anchors and aliases are not allowed in manifests; "
    + "quote a text that begins with '*'"
  private static let tag = "[yaml-tag] tags are not allowed; quote a text that begins with '!'"
  private static let several =
    "[several-documents] several documents in one file; put each in a file of its own"
  private static let empty =
    "1:1 [empty-document] no document: the file is empty or holds only comments"
  private static let key = "[yaml-syntax] a key must be a text, not a list or a map"
  private static let tab = "[tab-indentation] tab used for indentation; use spaces"

  static let gaps: [Row] = [
    Row(
      "Y005",
      "a: &a [lol,lol]\nb: &b [*a,*a]\nc: &c [*b]",
      "1:4 \(anchor)",
      "2:4 \(anchor)",
      "2:8 \(alias)",
      "2:11 \(alias)",
      "3:4 \(anchor)",
      "3:8 \(alias)"
    ),
    Row("anchor on a map", "a: &x\n  b: 1", "1:4 \(anchor)"),
    Row("Y007", "a: *nope", "1:4 \(alias)"),
    Row("alias as a key", "*a : 1", "1:1 \(alias)"),
    Row(
      "Y008",
      "a: {k: 1}\nb:\n  <<: {k: 2}",
      "3:3 [merge-key] merge key '<<' is not allowed; what all links of a file share stands in"
        + " 'defaults'"
    ),
    Row("Y022", "", empty),
    Row("Y023", "# nothing\n", empty),
    Row("only a document's start", "---\n", empty),
    Row(
      "Y044",
      "a: !!python/object:os.system x",
      "1:4 [yaml-tag] tag '!!python/object:os.system' is not allowed"
    ),
    Row("standard tag", "a: !!str 1", "1:4 [yaml-tag] tag '!!str' is not allowed"),
    Row("tag that may be a password", "a: !hunter2", "1:4 \(tag)"),
    Row("standard handle that may be a password", "a: !!hunter2", "1:4 \(tag)"),
    Row("verbatim tag", "a: !<tag:hunter2> x", "1:4 \(tag)"),
    Row("lone tag sign", "a: ! x", "1:4 \(tag)"),
    Row("unknown tag handle", "a: !hunter2!x y", "1:4 \(tag)"),
    Row("tag and anchor", "a: !t  &b c", "1:4 \(tag)", "1:8 \(anchor)"),
    Row(
      "Y046",
      "%TAG ! tag:evil,2000:\n---\na: 1",
      "1:1 [yaml-directive] %TAG directives are not allowed"
    ),
    Row(
      "Y046 second",
      "%YAML 1.1\n%TAG !e! tag:evil,2000:\n---\na: 1",
      "2:1 [yaml-directive] %TAG directives are not allowed"
    ),
    Row(
      "Y047",
      "%YAML 1.3\n---\na: 1",
      "1:1 [yaml-directive] YAML 1.3 is not supported; write %YAML 1.2"
    ),
    Row("two documents", "a: 1\n---\nb: 2", "2:1 \(several)"),
    Row("two documents by their end", "a: 1\n...\nb: 2", "3:1 \(several)"),
    Row("empty second document", "a: 1\n---\n", "2:1 \(several)"),
    Row("list as a key", "? [a]\n: 1\n? {b: 1}\n: 2", "1:3 \(key)", "3:3 \(key)"),
    Row("flow list as a key", "[a, b]: 1", "1:1 \(key)"),
    Row(
      "space missing in brackets",
      "a: {b:1}",
      "1:5 [yaml-syntax] a space is needed after the colon"
    ),
    Row(
      "Y034",
      #"description: "\e]0;pwned\a\e[2J""#,
      #"1:14 [control-character] control character U+001B, shown as \u{1B}, is not allowed"#
    ),
    Row(
      "Y038",
      #"description: "safe\u202etsohlive""#,
      "1:14 [control-character] bidirectional control U+202E, shown as \\u{202E}, is not allowed"
    ),
    Row(
      "NUL by an escape, in a key",
      #""a\0": 1"#,
      #"1:1 [control-character] control character U+0000, shown as \u{0}, is not allowed"#
    ),
    Row(
      "line separator by an escape",
      #"a: ["\L"]"#,
      #"1:5 [control-character] invisible line break U+2028, shown as \u{2028}, is not allowed"#
    ),
    Row("Y025", "links:\n\t- name: a", "2:1 \(tab)"),
    Row("tab behind spaces", "links:\n  a:\n  \tb: 1", "3:3 \(tab)"),
    Row("tab below a text", "a:\n  b: 1\n\tc: 2\n", "3:1 \(tab)"),
    Row("tab behind a dash", "-\ta: b", "1:2 \(tab)"),
    Row("tab before a block's text", "a: |\n\tx\n", "2:1 \(tab)"),
    Row("tab on a blank line", "a: 1\n\t\nb: 2", "2:1 \(tab)"),
  ]

  @Test(arguments: gaps)
  func refuses(_ row: Row) {
    let document = YAMLParser.parse(row.bytes, file: "a.yml")
    #expect(shownFindings(document) == row.findings)
    #expect(document.root == nil)
    #expect(document.diagnostics.allSatisfy { $0.kind == .form && $0.severity == .error })
  }

  static let whole: [Row] = [
    Row(
      "Y009",
      "links:\n  - name: a\n    name: b",
      "3:5 [duplicate-key] duplicate key 'name'; it stands first at a.yml:2:5"
    ),
    Row(
      "Y010",
      "links:\n  - name: a\n    \"name\": b",
      "3:5 [duplicate-key] duplicate key 'name'; it stands first at a.yml:2:5"
    ),
    Row(
      "Y011",
      "links:\n  - name: a\n    \"na\\x6de\": b",
      "3:5 [duplicate-key] duplicate key 'name'; it stands first at a.yml:2:5"
    ),
    Row(
      "three times, in brackets",
      "{a: 1, b: 2, a: 3, a: 4}",
      "1:14 [duplicate-key] duplicate key 'a'; it stands first at a.yml:1:2",
      "1:20 [duplicate-key] duplicate key 'a'; it stands first at a.yml:1:2"
    ),
    Row("tabs between brackets", "a: {\n\tb: 1,\n \tc: 2\n}", "2:1 \(tab)", "3:2 \(tab)"),
  ]

  @Test(arguments: whole)
  func refusesButKeepsTheTree(_ row: Row) {
    let document = YAMLParser.parse(row.bytes, file: "a.yml")
    #expect(shownFindings(document) == row.findings)
    #expect(document.root != nil)
  }

  @Test func theFirstOfDuplicateKeysCounts() throws {
    let document = parse("a: 1\na: 2\nb: 3")
    #expect(shownTree(document.root) == "{a@1:1-1:2: 1@1:4-1:5, b@3:1-3:2: 3@3:4-3:5}@1:1-3:5")
    let finding = try #require(document.diagnostics.first)
    #expect(finding.related == SourceLocation(file: "a.yml", line: 1, column: 1))
  }

  @Test func keysThatOnlyLookAlikeAreTwo() {
    let document = parse("\u{E9}: 1\ne\u{301}: 2")
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?.entries?.count == 2)
  }

  @Test(arguments: [
    "%YAML 1.2\n---\na: 1", "%YAML 1.1\n---\na: 1", "--- \na: 1\n...\n", "a: 1\n...\n# end\n",
    "\"<<\": 1", "a: \"x\n\ty\"", "a:\tb\t# c", "? a\n? b\n", "a: |\n  x\n  \ty\n",
    "a: [b:1]", "a: '&b *c !d'", "{\"a\":\"b\",\"c\":[1,2]}", "a: http://b:1/",
  ])
  func accepts(_ text: String) {
    let document = parse(text)
    #expect(shownFindings(document) == [])
    #expect(document.root != nil)
  }

  @Test func goesOnBehindFindingsUntilTheSyntaxEnds() {
    let document = parse("a: &x 1\nb: !!str 2\na: 3\nc: *x\nd: [")
    #expect(
      document.diagnostics.map(\.rule) == [
        .yamlAnchor, .yamlTag, .duplicateKey, .yamlAnchor, .yamlSyntax,
      ]
    )
  }

  @Test func countsWhatItDoesNotShow() {
    let document = parse(String(repeating: "a: 1\n", count: 131))
    #expect(document.diagnostics.count == 101)
    #expect(document.diagnostics.last?.message == "30 more findings of this file are not shown")
  }
}
