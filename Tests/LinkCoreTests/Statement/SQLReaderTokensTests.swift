import LinkCore
import Testing

@Suite struct SQLReaderTokensTests {
  static let read: [(String, [SQLToken])] = [
    ("", []),
    (" \t\r\n\u{B}\u{C}", []),
    ("select Link", [.word("SELECT"), .word("LINK")]),
    ("straße $a_1 ß", [.word("STRAßE"), .word("$A_1"), .word("ß")]),
    ("@@memsql_version", [.word("@@MEMSQL_VERSION")]),
    ("@a", [.symbol("@"), .word("A")]),
    ("@@ a", [.symbol("@"), .symbol("@"), .word("A")]),
    (
      "a.b=(1,2.50);",
      [
        .word("A"), .symbol("."), .word("B"), .symbol("="), .symbol("("), .number("1"),
        .symbol(","),
        .number("2.50"), .symbol(")"), .symbol(";"),
      ]
    ),
    ("1e5 1E-5 7. 0", [.number("1e5"), .number("1E-5"), .number("7."), .number("0")]),
    ("< > <=", [.symbol("<"), .symbol(">"), .symbol("<"), .symbol("=")]),
    ("''", [.string("")]),
    ("\"\"", [.string("")]),
    (
      "'a''b' \"a\"\"b\" 'a\"b' \"a'b\"",
      [
        .string("a'b"), .string("a\"b"), .string("a\"b"), .string("a'b"),
      ]
    ),
    ("'a' 'b'", [.string("a"), .string("b")]),
    (#"'\\ \' \" \n \r \t \0 \b \Z'"#, [.string("\\ ' \" \n \r \t \0 \u{8} \u{1A}")]),
    (#"'\% \_ \a \é \x41 \u0041 \N'"#, [.string(#"\% \_ a é x41 u0041 N"#)]),
    (#"'\\' 'x'"#, [.string("\\"), .string("x")]),
    (#"'it\'s'"#, [.string("it's")]),
    (#"'{\"a\":\"b\\\\n\"}'"#, [.string(#"{"a":"b\\n"}"#)]),
    ("'-- # /* `'", [.string("-- # /* `")]),
    ("'a\r\nb'", [.string("a\r\nb")]),
    ("'\u{0}'", [.string("\u{0}")]),
    ("`a``b` ``", [.identifier("a`b"), .identifier("")]),
    ("`a\\`x", [.identifier("a\\"), .word("X")]),
    ("`'\"-- #/*`", [.identifier("'\"-- #/*")]),
    ("a-- x\nb", [.word("A"), .word("B")]),
    ("a --", [.word("A")]),
    ("a --\nb", [.word("A"), .word("B")]),
    ("1--2", [.number("1"), .symbol("-"), .symbol("-"), .number("2")]),
    ("a# 'x\nb", [.word("A"), .word("B")]),
    ("a/* ' ` /* */b/**/c", [.word("A"), .word("B"), .word("C")]),
    ("a -- x\r b\nc", [.word("A"), .word("C")]),
    ("😀 `😀` '😀'", [.word("😀"), .identifier("😀"), .string("😀")]),
  ]

  @Test(arguments: read)
  func `Cuts a text into its tokens`(sql: String, tokens: [SQLToken]) throws {
    #expect(try SQLReader.tokens(in: sql) == tokens)
  }

  @Test(arguments: [
    ("'abc", "a text without an end at byte 0"),
    ("x \"abc'", "a text without an end at byte 2"),
    (#"'abc\'"#, "a text without an end at byte 0"),
    (#"'abc\"#, "a text without an end at byte 0"),
    ("'abc''", "a text without an end at byte 0"),
    ("`abc", "a name without an end at byte 0"),
    ("`abc``", "a name without an end at byte 0"),
    ("a /* b", "a comment without an end at byte 2"),
    ("a /*/", "a comment without an end at byte 2"),
    ("a /*! b */", "a comment that servers execute at byte 2"),
    ("a /*!50000 b */", "a comment that servers execute at byte 2"),
    ("a /*M! b */", "a comment that servers execute at byte 2"),
    ("a\u{0}", "a control character at byte 1"),
    ("a\u{7F}", "a control character at byte 1"),
    ("1abc", "a number that runs into a word at byte 0"),
    ("0x1F", "a number that runs into a word at byte 0"),
    ("1é", "a number that runs into a word at byte 0"),
    ("a.5", "a number without a digit before its point at byte 1"),
  ])
  func `Refuses what is no token, naming the byte`(sql: String, error: String) {
    let caught = #expect(throws: SQLReaderError.self) { try SQLReader.tokens(in: sql) }
    #expect(caught?.description == error)
  }

  @Test(arguments: ["\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"])
  func `S020 Refuses quotes that a document made curly`(quote: String) {
    let caught = #expect(throws: SQLReaderError.self) {
      try SQLReader.tokens(in: "CONFIG \(quote){\"region\": \"x\"}'")
    }
    let code = quote.unicodeScalars.map { String($0.value, radix: 16) }.joined()
    #expect(caught?.description == "typographic quote U+\(code.uppercased()) at byte 7")
  }

  @Test func `Nothing is normalised`() throws {
    let tokens = try SQLReader.tokens(in: "'e\u{301}' `e\u{301}` e\u{301}")
    #expect(tokens != [.string("é"), .identifier("é"), .word("é")])
    #expect(tokens == [.string("e\u{301}"), .identifier("e\u{301}"), .word("E\u{301}")])
  }

  @Test func `A CRLF after a quote or a backslash hides nothing`() throws {
    #expect(try SQLReader.tokens(in: "'a\\\r\n' x") == [.string("a\r\n"), .word("X")])
    #expect(try SQLReader.tokens(in: "'a'\r\n'b'") == [.string("a"), .string("b")])
    #expect(try SQLReader.tokens(in: "# a\r\nb") == [.word("B")])
  }

  @Test func `S002 S003 S009 S011 Whatever is quoted comes back, and nothing else`() throws {
    let parts = ["'", "''", "\\", "\"", "`", "\0", "\n", "\r\n", "%s", "\\%", "é", "e\u{301}", "😀"]
    for first in parts {
      for second in parts {
        for third in parts {
          let text = "it" + first + second + third
          let sql = "\(quoted(text, "'")) \(quoted(text, "\"")) \(named(text));"
          let tokens = try SQLReader.tokens(in: sql)
          #expect(tokens == [.string(text), .string(text), .identifier(text), .symbol(";")])
        }
      }
    }
  }

  private func quoted(_ text: String, _ quote: Unicode.Scalar) -> String {
    escaped(text, quote) { $0 == quote || $0 == "\\" ? "\\" : nil }
  }

  private func named(_ text: String) -> String {
    escaped(text, "`") { $0 == "`" ? "`" : nil }
  }

  private func escaped(
    _ text: String,
    _ quote: Unicode.Scalar,
    before: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    var written = String.UnicodeScalarView([quote])
    for scalar in text.unicodeScalars {
      if let mark = before(scalar) { written.append(mark) }
      written.append(scalar)
    }
    written.append(quote)
    return String(written)
  }

  @Test func `Tokens keep how they were written`() throws {
    let tokens = try SQLReader.spelledTokens(in: #"select @@Sql_Mode, '\\', `a``b` -- note"#)
    #expect(tokens.map(\.spelling) == ["select", "@@Sql_Mode", ",", #"'\\'"#, ",", "`a``b`"])
    #expect(tokens.map(\.token)[1...3] == [.word("@@SQL_MODE"), .symbol(","), .string("\\")])
  }
}
