import LinkCore
import LinkYAML
import Testing

/// How a text is written, by what it is and not by how it was written.
@Suite struct ScalarNotationTests {
  private func value(_ written: String) -> String? {
    formatted("k: \(written)\n").map { String($0.dropFirst(3).dropLast()) }
  }

  @Test(arguments: [
    "x", "two words", "us-east-1", "/run/secrets", "a,b", "a:b", "http://h:1/p?q", "1.2.3",
    "10.0.0.1",
    "-x", "~/x", "it's", "a#b", "é", "\u{1F600}", "say \"hi\" twice", "C:\\x", "2026-11", "0x",
    "x1",
    "${HOME}", "a\u{200D}b",
  ])
  func takesQuotesOffWhatIsTheSameTextToAll(text: String) {
    #expect(value(text) == text)
    #expect(value("'\(text.replacing("'", with: "''"))'") == text)
  }

  @Test(arguments: [
    "no", "Yes", "ON", "off", "y", "N", "True", "FALSE", "Null", "0o17", "0x1F", "+1", ".5", "5.",
    "1_000", "12:30:45", "190:20:30.15", "2026-11-22", "2026-11-22T10:00:00Z", "2026-1-2 10:00:00",
    ".inf", "-.Inf", ".NaN", "007", "=",
  ])
  func quotesPlainTextThatOthersReadOtherwise_Y021(text: String) {
    #expect(value(text) == "\"\(text)\"")
    #expect(value("\"\(text)\"") == "\"\(text)\"")
  }

  @Test(arguments: ["true", "false", "null", "12", "1.10", "-7e3", "0", "1E400", "3306.0"])
  func keepsValuesAndTheirDigits(text: String) {
    #expect(value(text) == text)
    #expect(value("'\(text)'") == "\"\(text)\"")
  }

  @Test(arguments: [
    ("''", #""""#), ("' x'", #"" x""#), ("'x '", #""x ""#), ("'- x'", #""- x""#), ("'-'", #""-""#),
    ("'a: b'", #""a: b""#), ("'a #b'", #""a #b""#), ("'#a'", ##""#a""##), ("'a:'", #""a:""#),
    (#"'"a"'"#, #"'"a"'"#), (#""{\"a\": 1}""#, #"'{"a": 1}'"#), (#""\\d+: x""#, #"'\d+: x'"#),
    (#"'"it''s'"#, #""\"it's""#), ("'---'", #""---""#), ("'...x'", #""...x""#), ("~", "null"),
    (#""a\tb""#, #""a\tb""#), (#""a\nb""#, #""a\nb""#), (#""\u00e9""#, "é"), (#""\x41""#, "A"),
    (#""\uFEFFx""#, #""\uFEFFx""#), (#""\u200Bx""#, #""\u200Bx""#),
    (#""\U000E0041x""#, #""\U000E0041x""#),
    (#""\ud83d\ude00: x""#, "\"\u{1F600}: x\""), ("\"one\n  two\"", "one two"),
    ("one\n  two\n\n  three", #""one two\nthree""#), ("'\u{A0}x'", "\"\u{A0}x\""),
    ("'@x'", #""@x""#), ("'%x'", #""%x""#), ("'`x`'", #""`x`""#), ("'*x'", #""*x""#),
    ("'!x'", #""!x""#),
    ("'<<'", #""<<""#), ("'? x'", #""? x""#), ("'|'", #""|""#),
  ])
  func writesEveryTextInOneWay(written: String, expected: String) {
    #expect(value(written) == expected)
  }

  @Test(arguments: [
    ("[a:b, 'c,d', \"e]\", f?]", #"["a:b", "c,d", "e]", "f?"]"#),
    ("{'a' : 1,  b:   x }", "{ a: 1, b: x }"), ("[ 1,2 , ]", "[1, 2]"), ("{a, b: }", "{ a, b }"),
    ("[a: 1]", "[{ a: 1 }]"), ("{ }", "{}"), ("[\n ]", "[]"),
    ("{x: [ {z: ~} ]}", "{ x: [{ z: null }] }"),
  ])
  func writesBracketsWithOneSpacing(written: String, expected: String) {
    #expect(value(written) == expected)
  }

  @Test(arguments: [
    ("no: 1", #""no": 1"#), ("1: x", #""1": x"#), ("'a' : x", "a: x"),
    ("\"a: b\": x", #""a: b": x"#),
    ("a:b: x", #""a:b": x"#), ("? a\n: x", "a: x"), ("sasl.username: x", "sasl.username: x"),
    ("null: x", #""null": x"#), ("a:", "a:"), ("? a", "a:"),
  ])
  func writesKeysAsTexts(written: String, expected: String) {
    #expect(formatted(written) == expected + "\n")
  }

  @Test func writesLongKeysBehindAQuestionMark() {
    let key = String(repeating: "k", count: 1100)
    let text = "a:\n  ? \(key)\n  : 1\n  b:\n    - ? \(key)\n      : - x\n"
    #expect(
      formatted(text) == "a:\n  ? \(key)\n  : 1\n  b:\n    - ? \(key)\n      :\n        - x\n"
    )
    #expect(expectLaws(Array(text.utf8)))
  }
}
