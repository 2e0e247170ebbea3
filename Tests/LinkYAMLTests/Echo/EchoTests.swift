import LinkCore
import LinkYAML
import Testing

@Suite struct EchoTests {
  /// What the first line is echoed as with a caret at `^`; all is public but what holds `secret`.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let line: Int
    let column: Int
    let echo: String
    let caret: Int

    init(_ name: String, _ text: String, _ place: (Int, Int), _ echo: String, _ caret: Int) {
      testDescription = name
      self.text = text
      (line, column) = place
      self.echo = echo
      self.caret = caret
    }
  }

  static let examples = [
    Example("public", "a:\n  b: text\n", (2, 3), "  b: text", 3),
    Example("value", "a:\n  b: secret\n", (2, 6), "  b: …", 6),
    Example("caret in the value", "b: my secret\n", (1, 8), "b: …", 4),
    Example("behind the value", "{b: my secret, c: 1}", (1, 16), "{b: …, c: 1}", 8),
    Example(
      "flow",
      "a: {b: secret, c: [secret, 1, 'x']}",
      (1, 28),
      "a: {b: …, c: […, 1, 'x']}",
      18
    ),
    Example("quoted with escapes", #"a: ["\"secret\"", "\x41"]"#, (1, 19), #"a: […, "\x41"]"#, 8),
    Example("secret by an escape", #"a: ["s\x65cret", b]"#, (1, 18), "a: […, b]", 8),
    Example("key in quotes", #"{"k\u0061": secret}"#, (1, 2), #"{"k\u0061": …}"#, 2),
    Example("key that holds it", "secret: secret", (1, 1), "secret: …", 1),
    Example("comment", "a: b # secret", (1, 4), "a: b", 4),
    Example("caret in a comment", "a: b # secret", (1, 9), "a: b # …", 6),
    Example("comment alone", "a: b\n  # secret\n", (2, 3), "  # …", 3),
    Example("no comment", "a: 'b # x' # secret", (1, 1), "a: 'b # x'", 1),
    Example("block", "a: | # secret\n  secret\n  x\n", (1, 1), "a: |", 1),
    Example("block's first line", "a: |-\n  secret\n    x\nb: 1", (2, 3), "  …", 3),
    Example("block's next line", "a: |-\n  secret\n    x # y\nb: 1", (3, 5), "    …", 5),
    Example("behind a block", "a: |-\n  secret\nb: 1", (3, 1), "b: 1", 1),
    Example("public block", "a: >\n  x # y\n", (2, 3), "  x # y", 3),
    Example("text over lines", "a: my\n  secret # secret\nb: 1", (2, 3), "  …", 3),
    Example("first of lines", "a: my\n  secret\nb: 1", (1, 4), "a: …", 4),
    Example(
      "quoted over lines",
      "a: \"my\n  # secret\", b: [1]".replacing,
      (2, 14),
      "  …, b: [1]}",
      6
    ),
    Example("tab", "a:\tb\t# c", (1, 4), "a: b", 4),
    Example("invisible", "a: x\u{200B}y, z", (1, 6), "a: x\\u{200B}y, z", 13),
    Example("behind the line", "a: b  \n", (1, 99), "a: b", 5),
    Example("empty value", "a:\nb: 1", (1, 3), "a:", 3),
    Example("list", "- secret\n- - x\n  - secret\n", (3, 5), "  - …", 5),
    Example("directive", "%YAML 1.2\n---\na: 1", (2, 1), "---", 1),
    Example("duplicate key", "a: 1\na: secret\n", (2, 1), "a: …", 1),
    Example("byte-order mark", "\u{FEFF}a: b", (1, 4), "a: b", 4),
    Example("emoji", "\u{1F600}: [secret, \u{1F600}]", (1, 13), "\u{1F600}: […, \u{1F600}]", 8),
    Example("CRLF", "a: secret\r\nb: c\r\n", (2, 4), "b: c", 4),
  ]

  @Test(arguments: examples)
  func masks(_ example: Example) throws {
    let document = parse(example.text)
    let place = SourceLocation(file: "a.yml", line: example.line, column: example.column)
    let echo = try #require(document.echo(at: place) { !$1.text.contains("secret") })
    #expect(echo.line == example.echo)
    #expect(echo.caretColumn == example.caret)
  }

  @Test func tellsThePath() throws {
    var paths: [String] = []
    let document = parse("a: {b.c: [x, {d: y}]}\n")
    _ = document.echo(at: SourceLocation(file: "a.yml", line: 1, column: 1)) { path, value in
      paths.append(path.joined(separator: "/") + "=" + value.text)
      return true
    }
    #expect(paths == ["a/b.c/0=x", "a/b.c/1/d=y"])
  }

  @Test(arguments: [("b.yml", 1), ("a.yml", 0), ("a.yml", 3)])
  func echoesNoPlaceOutside(_ file: String, _ line: Int) {
    let place = SourceLocation(file: file, line: line, column: 1)
    #expect(parse("a: 1\n").echo(at: place) { _, _ in true } == nil)
  }

  @Test(arguments: [1, 60, 500, 3000, 5995])
  func cutsLongLines(_ index: Int) throws {
    let items = (0..<6000).map { "x\($0)" }.joined(separator: ", ")
    let document = parse("[\(items)]")
    let mark = try #require(document.root?.items?[index].start)
    let place = SourceLocation(file: "a.yml", mark)
    let echo = try #require(document.echo(at: place) { _, _ in true })
    let scalars = Array(echo.line.unicodeScalars)
    #expect(scalars.count <= 122)
    let caret = scalars[(echo.caretColumn - 1)...].prefix("x\(index)".unicodeScalars.count)
    #expect(caret.elementsEqual("x\(index)".unicodeScalars))
    #expect(scalars.last == (index < 5995 ? "…" : "]"))
    #expect(scalars.first == (index > 1 ? "…" : "["))
  }

  @Test(arguments: [10, 5000, 60_000])
  func cutsLongValues(_ column: Int) throws {
    let place = SourceLocation(file: "a.yml", line: 1, column: column)
    let text = "a: " + String(repeating: "secret # ", count: 8000)
    let quoted = parse("a: '" + String(repeating: "secret # ", count: 8000) + "'")
    let echo = try #require(quoted.echo(at: place) { _, _ in false })
    #expect(Set(echo.line.unicodeScalars).isSubset(of: Set("a: …".unicodeScalars)))
    let comment = parse(text).echo(at: place) { _, _ in false }
    #expect(comment?.line.contains("secret") != true)
  }
}

extension String {
  /// The text in braces, so that it goes on behind a quote.
  fileprivate var replacing: String { "{" + self + "}" }
}
