import LinkCore
import LinkYAML
import Testing

@Suite struct ByteCheckTests {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static let rows: [Row] = [
    Row(
      "Y028 UTF-16 little-endian",
      bytes: [0xFF, 0xFE] + "links:".utf8.flatMap { [$0, 0] },
      ["1:1 [encoding] not UTF-8 (UTF-16 byte-order mark)"]
    ),
    Row(
      "Y028 UTF-16 big-endian",
      bytes: [0xFE, 0xFF, 0, 0x61],
      ["1:1 [encoding] not UTF-8 (UTF-16 byte-order mark)"]
    ),
    Row(
      "Y028 UTF-32 little-endian",
      bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
      ["1:1 [encoding] not UTF-8 (UTF-32 byte-order mark)"]
    ),
    Row(
      "Y028 UTF-32 big-endian",
      bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61],
      ["1:1 [encoding] not UTF-8 (UTF-32 byte-order mark)"]
    ),
    Row(
      "Y029",
      bytes: "name: ".utf8 + [0xFF, 0xFE],
      ["1:7 [encoding] invalid UTF-8 at byte 6"]
    ),
    Row(
      "Y029 cut off and overlong",
      bytes: "é: ".utf8 + [0xC3, 0x0A, 0x61, 0xC0, 0xAF, 0x62],
      ["1:4 [encoding] invalid UTF-8 at byte 4", "2:2 [encoding] invalid UTF-8 at byte 7"]
    ),
    Row(
      "Y031",
      bytes: "name: ".utf8 + [0xED, 0xA0, 0x80],
      ["1:7 [encoding] invalid UTF-8 at byte 6 (an encoded surrogate)"]
    ),
    Row("Y032", "name: a\0b", "1:8 [control-character] control character U+0000"),
    Row("Y035", "description: \u{1B}[2J", "1:14 [control-character] control character U+001B"),
    Row("Y036", "a: x\u{2028}b: y", "1:5 [control-character] invisible line break U+2028"),
    Row("Y036 paragraph", "é: x\u{2029}", "1:5 [control-character] invisible line break U+2029"),
    Row("Y037", "a: x\u{85}b: y", "1:5 [control-character] invisible line break U+0085"),
    Row("DEL", "# \u{7F}", "1:3 [control-character] control character U+007F"),
    Row("C1", "a: \"\u{9B}\"", "1:5 [control-character] control character U+009B"),
    Row("Y038", "a: \u{202E}x", "1:4 [control-character] bidirectional control U+202E"),
    Row("noncharacter", "a: \u{FFFF}", "1:4 [control-character] noncharacter U+FFFF"),
    Row(
      "Y056",
      "links:\r  - name: a\r",
      "1:7 [control-character] control character U+000D"
        + " (a lone carriage return); end lines with LF or CRLF",
      "1:19 [control-character] control character U+000D"
        + " (a lone carriage return); end lines with LF or CRLF"
    ),
    Row(
      "all of a file, by place",
      "a: \u{1B}\nb: [\u{2066}]\r\nc: \u{1}\n",
      "1:4 [control-character] control character U+001B",
      "2:5 [control-character] bidirectional control U+2066",
      "3:4 [control-character] control character U+0001"
    ),
  ]

  @Test(arguments: rows)
  func refuses(_ row: Row) {
    let document = YAMLParser.parse(row.bytes, file: "a.yml")
    #expect(shownFindings(document) == row.findings)
    #expect(document.root == nil)
    #expect(document.diagnostics.allSatisfy { $0.kind == .form && $0.severity == .error })
  }

  @Test("Y026") func acceptsAByteOrderMarkWithAWarning() throws {
    let document = YAMLParser.parse(Self.mark + "links: []".utf8, file: "a.yml")
    #expect(
      shownFindings(document) == [
        "1:1 [byte-order-mark] the file begins with a byte-order mark"
      ]
    )
    #expect(document.diagnostics.first?.severity == .warning)
    #expect(shownTree(document.root) == "{links@1:1-1:6: []@1:8-1:10}@1:1-1:10")
  }

  @Test func refusesASecondByteOrderMark() {
    let document = YAMLParser.parse(Self.mark + Self.mark + "links: []".utf8, file: "a.yml")
    #expect(document.root == nil)
    #expect(document.diagnostics.contains { $0.severity == .error && $0.rule == .byteOrderMark })
  }

  @Test func namesTheOffsetInTheFileAlsoBehindAByteOrderMark() {
    let document = YAMLParser.parse(Self.mark + [0x61, 0xFF], file: "a.yml")
    #expect(shownFindings(document).contains("1:2 [encoding] invalid UTF-8 at byte 4"))
  }

  @Test func countsWhatItDoesNotShow() {
    let document = parse(String(repeating: "\u{1}", count: 57))
    #expect(document.diagnostics.count == 21)
    #expect(
      shownFindings(document).last
        == "1:21 [control-character] 37 more findings of this file are not shown"
    )
  }

  @Test func letsOtherTextPass() {
    let text = "a: nbsp\u{A0} e\u{301} ${x} \u{1F600} \u{200D}\u{FEFF}"
    let document = parse(text)
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?["a"]?.scalar?.text.isIdentical(to: String(text.dropFirst(3))) == true)
  }

  @Test("Y041") func refusesMoreThanAMebibyte() {
    let limit = 1 << 20
    let most = Array("a: ".utf8) + [UInt8](repeating: 0x78, count: limit - 3)
    #expect(YAMLParser.parse(most, file: "a.yml").diagnostics.isEmpty)
    let document = YAMLParser.parse(most + [0x78], file: "a.yml")
    #expect(shownFindings(document) == ["1:1 [too-large] file is larger than 1 MiB"])
    #expect(document.root == nil)
  }
}
