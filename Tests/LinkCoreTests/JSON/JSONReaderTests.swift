import LinkCore
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", "null"),
    (" \t\r\n true ", "true"),
    ("false", "false"),
    ("\"\"", "\"\""),
    ("[]", "[]"),
    ("{}", "{}"),
    ("[ 1 , \"a\" , [ ] , { } ]", "[1,\"a\",[],{}]"),
    ("{\"b\":1,\"a\":{\"d\":[null],\"c\":\"x\"}}", "{\"a\":{\"c\":\"x\",\"d\":[null]},\"b\":1}"),
    ("\"\\\" \\\\ \\/ \\b\\f\\n\\r\\t\"", "\"\\\" \\\\ / \\u0008\\u000c\\n\\r\\t\""),
    ("\"\\u00e9\\u20AC\\ud83d\\uDE00\\u0000\"", "\"é€😀\\u0000\""),
    ("\"e\u{301}\u{FEFF}\u{2028}\u{7F}\"", "\"e\u{301}\u{FEFF}\u{2028}\u{7F}\""),
  ])
  func `Reads what RFC 8259 has, and writes it canonically`(text: String, canonical: String) throws
  {
    let written = try JSONValue(reading: text).canonical
    #expect(written.isIdentical(to: canonical), "\(written)")
  }

  @Test(arguments: ["0", "-0", "1.10", "1.1", "9007199254740993", "1E+400", "-12.5e-7", "3306.0"])
  func `J003 J004 Numbers keep the digits they were written with`(number: String) throws {
    guard case .number(let read) = try JSONValue(reading: number) else {
      Issue.record("no number")
      return
    }
    #expect(read.text == number)
  }

  @Test func `Members keep their order`() throws {
    let keys = try JSONValue(reading: "{\"z\":1,\"a\":2,\"é\":3,\"e\u{301}\":4}").members?.map(
      \.key
    )
    #expect(
      keys.map { $0.map { Array($0.utf8) } } == ["z", "a", "é", "e\u{301}"].map { Array($0.utf8) }
    )
  }

  static let refused: [(id: String, text: String, error: String)] = [
    ("J001", "{\"a\":1,\"a\":2}", "the key 'a' stands twice at byte 7"),
    (
      "J001 escaped", "{\"password\":1, \"p\\u0061ssword\":2}",
      "the key 'password' stands twice at byte 15"
    ),
    ("J001 deep", "[{\"b\":{\"\":1,\"\":2}}]", "the key '' stands twice at byte 12"),
    ("J006", "{\"a\":1,}", "trailing comma at byte 6"),
    ("J006 array", "[1 , ]", "trailing comma at byte 3"),
    ("J007", "{\"a\":\"\\ud800\"}", "lone surrogate at byte 6"),
    ("J007 trail", "\"x\\udc00\"", "lone surrogate at byte 2"),
    ("J007 two leads", "\"\\ud800\\ud800\"", "lone surrogate at byte 1"),
    ("J007 then letter", "\"\\ud800\\u0041\"", "lone surrogate at byte 1"),
    ("J010", "\u{FEFF}{}", "byte-order mark at byte 0"),
    ("nothing", "", "expected a value at byte 0"),
    ("white space", " \n", "expected a value at byte 2"),
    ("other space", "\u{A0}1", "expected a value at byte 0"),
    ("behind", "{} {}", "text behind the value at byte 3"),
    ("behind NUL", "1\u{0}", "text behind the value at byte 1"),
    ("comment", "{/* */}", "expected a key in quotes at byte 1"),
    ("bare key", "{a:1}", "expected a key in quotes at byte 1"),
    ("first comma", "[,1]", "expected a value at byte 1"),
    ("no colon", "{\"a\" 1}", "expected ':' at byte 5"),
    ("no comma", "[1 2]", "expected ',' or ']' at byte 3"),
    ("wrong end", "[1}", "expected ',' or ']' at byte 2"),
    ("open array", "[1", "expected ',' or ']' at byte 2"),
    ("open object", "{\"a\":1", "expected ',' or '}' at byte 6"),
    ("open text", "{\"a\":\"x", "unfinished text at byte 5"),
    ("open escape", "\"\\", "unfinished escape at byte 1"),
    ("short escape", "\"\\u12", "unfinished escape at byte 1"),
    ("no hex", "\"\\u12g4\"", "unfinished escape at byte 1"),
    ("signed hex", "\"\\u+123\"", "unfinished escape at byte 1"),
    ("odd escape", "\"\\x41\"", "no such escape at byte 1"),
    ("line break", "\"a\nb\"", "control character in a text at byte 2"),
    ("NUL", "\"\u{0}\"", "control character in a text at byte 1"),
    ("word", "nul", "expected a value at byte 0"),
    ("capital", "True", "expected a value at byte 0"),
    ("longer word", "nullx", "text behind the value at byte 4"),
    ("NaN", "NaN", "expected a value at byte 0"),
    ("single quotes", "'a'", "expected a value at byte 0"),
    ("plus", "+1", "expected a value at byte 0"),
    ("point", ".5", "expected a value at byte 0"),
    ("point behind", "1.", "not a JSON number at byte 0"),
    ("zero before", "[01]", "not a JSON number at byte 1"),
    ("minus", "-", "not a JSON number at byte 0"),
    ("exponent", "1e", "not a JSON number at byte 0"),
    ("hex", "0x1F", "text behind the value at byte 1"),
  ]

  @Test(arguments: refused)
  func `Refuses, naming the byte`(id: String, text: String, error: String) {
    let caught = #expect(throws: JSONError.self, "\(id)") { try JSONValue(reading: text) }
    #expect(caught?.description == error, "\(id)")
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], 1),
      ([0x22, 0x61, 0xC3, 0x22], 2),
      ([0x22, 0xC0, 0xAF, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x31, 0x80], 1),
    ] as [([UInt8], Int)]
  )
  func `Refuses what is not UTF-8`(bytes: [UInt8], offset: Int) {
    let caught = #expect(throws: JSONError.self) { try JSONValue(reading: bytes) }
    #expect(caught?.message == "not UTF-8")
    #expect(caught?.offset == offset)
  }

  @Test func `J009 Nests 64 deep and not deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONValue(reading: nested(64))
    for depth in [65, 513, 100_000] {
      let caught = #expect(throws: JSONError.self) { try JSONValue(reading: nested(depth)) }
      #expect(caught?.message == "nested deeper than 64")
      #expect(caught?.offset == 64)
    }
  }

  @Test func `Keys that are only canonically equivalent are two keys`() throws {
    #expect(try JSONValue(reading: "{\"é\":1,\"e\u{301}\":2}").members?.count == 2)
  }

  @Test func `Both ways of writing read back as what was written`() throws {
    let value: JSONValue = [
      "text": "\u{0}\u{1F}\"\\/\u{7F}\u{2028}\u{202E}\u{FEFF}é e\u{301} 😀 \r\n",
      "list": [1, true, .null, [], [:], ["": ""]],
    ]
    let canonical = value.canonical
    #expect(try JSONValue(reading: canonical).canonical.isIdentical(to: canonical))
    let again = try JSONValue(reading: value.document)
    #expect(again.means(value))
    #expect(again.document.isIdentical(to: value.document))
  }

  @Test func `Nothing cut short is read as if it were whole`() {
    let text = Array("{\"a\":[1.5,\"\\ud83d\\ude00é\",true,null],\"b\":{}}".utf8)
    for length in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONValue(reading: Array(text.prefix(length))) }
    }
  }
}
