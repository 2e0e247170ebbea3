import LinkCore
import LinkYAML
import Testing

@Suite struct SyntaxExplanationTests {
  private static let space = "[yaml-syntax] a space is needed after the colon"
  private static let quotes =
    "[yaml-syntax] only a comment may follow a closing quote; "
    + "is a quote inside the text not escaped?"
  private static let lineUp =
    "[yaml-syntax] wrong indentation: this line does not line up with those above"
  private static let below =
    "[yaml-syntax] wrong indentation: a key cannot stand below a value; or a value needs quotes"
  private static let missing =
    "[yaml-syntax] a value is missing here, or one that begins with a special character needs quotes"

  static let rows: [Row] = [
    Row("Y049", "links:\n  - name:a\n    type: S3", "2:5 \(space)"),
    Row("Y049 several", "a:\n  b:hunter2\n\n  c:hunter2\n  d: 1", "2:3 \(space)"),
    Row("Y049 last", "type: S3\ndatabase:hunter2\n", "2:1 \(space)"),
    Row("Y049 in brackets", "a: {b:hunter2:}", "1:5 \(space)"),
    Row(
      "no colon",
      "a: 1\nhunter2\nc: 2",
      line(2, 1, "a colon is missing here, or the line is wrongly indented")
    ),
    Row("colon in a value", "a: hunter2: c", line(1, 11, "a value that holds ': ' must be quoted")),
    Row("deeper below a value", "a: hunter2\n  b: 2", "2:3 \(below)"),
    Row("not lined up", "  a: hunter2\n b: 2", "2:2 \(lineUp)"),
    Row("list not lined up", "a:\n    - hunter2\n  - c\n", "3:3 \(lineUp)"),
    Row("map behind a list", "- hunter2\nb: 1\n", "2:1 \(lineUp)"),
    Row(
      "list behind a key",
      "a: - hunter2",
      line(1, 4, "a list cannot begin here; put its '- ' on a line of its own")
    ),
    Row("quote in quotes", "a: 'it's hunter2'", "1:8 \(quotes)"),
    Row("quote closed by the next", "a: \"hunter2\nb: \"c\"", "2:5 \(quotes)"),
    Row("open quote", "a: 'hunter2\nb: 1\n", line(1, 4, "the quote opened here is never closed")),
    Row("open double quote", "a: \"hunter2", line(1, 4, "the quote opened here is never closed")),
    Row(
      "open quote and a pair",
      #"a: "\ud83d\ude00"#,
      line(1, 4, "the quote opened here is never closed")
    ),
    Row(
      "behind a bracket",
      "a: [x] hunter2",
      line(1, 8, "only a comment may follow a closing bracket")
    ),
    Row(
      "open bracket",
      "a: [1, hunter2\nb: 3\n",
      line(1, 4, "the bracket opened here is not closed, or a ',' is missing before line 2")
    ),
    Row(
      "open brace",
      "a: {b: 1, c: hunter2",
      line(1, 4, "the bracket opened here is not closed, or a ',' is missing before line 2")
    ),
    Row("no comma", "a: {b: hunter2 c: 2}", line(1, 17, "expected ',' or '}' here")),
    Row("at sign", "a: @hunter2", line(1, 4, "a text that begins with '@' must be quoted")),
    Row("backtick", "a: `hunter2`", line(1, 4, "a text that begins with '`' must be quoted")),
    Row("per cent", "a: %hunter2", line(1, 4, "a text that begins with '%' must be quoted")),
    Row("star alone", "a: *\n", line(1, 4, "a text that begins with '*' or '&' must be quoted")),
    Row("closing bracket", "a: ]hunter2", "1:4 \(missing)"),
    Row("comma", "a: ,hunter2", "1:4 \(missing)"),
    Row(
      "unknown escape",
      #"a: "\q""#,
      line(1, 5, #"unknown escape; write \\ for a backslash, or use single quotes"#)
    ),
    Row(
      "no digits",
      #"a: "\xZZ""#,
      line(1, 5, #"\x, \u and \U need 2, 4 and 8 hexadecimal digits"#)
    ),
    Row("beyond Unicode", #"a: "\U00110000""#, line(1, 5, "the escape names no Unicode character")),
    Row(
      "text behind a block's sign",
      "a: | hunter2\n  y",
      line(1, 6, "only a comment may follow here; the text of a block begins on the next line")
    ),
    Row(
      "unknown directive",
      "%FOO hunter2\n---\na: 1",
      "1:1 [yaml-directive] only the directive %YAML is known"
    ),
    Row(
      "directive without start",
      "%YAML 1.2\na: 1",
      "2:1 [yaml-directive] '---' is missing behind the directives"
    ),
    Row(
      "version twice",
      "%YAML 1.2\n%YAML 1.2\n---\na: 1",
      "2:1 [yaml-directive] %YAML stands twice"
    ),
  ]

  private static func line(_ line: Int, _ column: Int, _ message: String) -> String {
    "\(line):\(column) [yaml-syntax] \(message)"
  }

  @Test(arguments: rows)
  func explains(_ row: Row) {
    let document = YAMLParser.parse(row.bytes, file: "a.yml")
    #expect(shownFindings(document) == row.findings)
    #expect(document.root == nil)
    #expect(!shownFindings(document).joined().contains("hunter2"))
  }

  @Test("Y055", arguments: rows)
  func lineEndsOfWindowsMoveNoFinding(_ row: Row) {
    let bytes = row.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(shownFindings(YAMLParser.parse(bytes, file: "a.yml")) == row.findings)
  }

  @Test(arguments: rows)
  func echoesNothing(_ row: Row) throws {
    let document = YAMLParser.parse(row.bytes, file: "a.yml")
    let place = try #require(document.diagnostics.first?.location)
    #expect(document.echo(at: place) { _, _ in true } == nil)
    #expect(document.comments.isEmpty)
  }
}
