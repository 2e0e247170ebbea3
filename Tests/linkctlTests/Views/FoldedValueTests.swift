import LinkCore
import Testing

@testable import linkctl

@Suite struct FoldedValueTests {
  private static let words = "one two three four five six seven eight nine ten eleven twelve"

  private func json(_ text: String) throws -> JSONValue { try JSONValue(reading: text) }

  private func fold(_ before: String, _ after: String, limit: Int? = 40) throws -> [String] {
    let texts = FoldedValue(limit: limit).texts(of: try json(before), try json(after))
    return [texts.before, texts.after]
  }

  @Test(arguments: [
    (#""a""#, #""b""#), ("1", "1.0"), ("[1,2]", "[2,1]"), (#""a\nb""#, #""a""#), ("null", "true"),
  ])
  func `Shows short values as they are`(before: String, after: String) throws {
    #expect(try fold(before, after) == [try json(before).shown, try json(after).shown])
  }

  @Test func `Shows of long texts what differs, with some of what stands beside`() throws {
    let changed = Self.words.replacing("seven", with: "7")
    #expect(
      try fold("\"\(Self.words)\"", "\"\(changed)\"")
        == [#""…ur five six seven eight nine …""#, #""…ur five six 7 eight nine …""#]
    )
  }

  @Test func `Shows what was put at the end, and what was cut from the beginning`() throws {
    #expect(
      try fold("\"\(Self.words)\"", "\"\(Self.words) and more\"")
        == [#""…leven twelve""#, #""…leven twelve and more""#]
    )
    #expect(
      try fold("\"\(Self.words)\"", "\"\(Self.words.dropFirst(8))\"")
        == [#""one two three four f…""#, #""three four f…""#]
    )
  }

  @Test func `Cuts what differs where that is long by itself`() throws {
    let texts = try fold(
      "\"\(String(repeating: "a", count: 500))\"",
      "\"\(String(repeating: "b", count: 90))\""
    )
    #expect(texts.allSatisfy { $0.count < 50 && $0.contains("…") })
    #expect(texts[0].hasPrefix("\"aaa") && texts[1].hasSuffix("bbb\""))
  }

  @Test func `Tells texts apart that look the same`() throws {
    let long = String(repeating: "x", count: 60)
    let texts = try fold("\"\(long)\u{E9}\"", "\"\(long)e\u{301}\"")
    #expect(!texts[0].isIdentical(to: texts[1]))
    #expect(try fold("\"\(long)\"", "\"\(long)\\u200b\"")[1].hasSuffix("\\u{200B}\""))
  }

  @Test func `Shows the items that come and go of long lists`() throws {
    let items = (1...30).map { "\"item\($0)\"" }
    let before = "[\(items.joined(separator: ","))]"
    let after = "[\((items.dropFirst() + ["\"new\""]).joined(separator: ","))]"
    #expect(try fold(before, after) == [#"[… 29 same, "item1"]"#, #"[… 29 same, "new"]"#])
    let reversed = "[\(items.reversed().joined(separator: ","))]"
    #expect(try fold(before, reversed) == ["[30 items]", "[the same in another order]"])
    let doubled = "[\((items + items.prefix(1)).joined(separator: ","))]"
    #expect(try fold(before, doubled) == ["[… 30 same]", #"[… 30 same, "item1"]"#])
  }

  @Test func `Counts the items of a list of which many come`() throws {
    let items = (1...30).map { "\"item\($0)\"" }.joined(separator: ",")
    #expect(
      try fold("[]", "[\(items)]")[1]
        == #"[… 0 same, "item1", "item2", "item3", "item4", "item5", … 25 more]"#
    )
  }

  @Test func `Takes a text with commas for the list it is`() throws {
    let tables = (1...12).map { "shop.table\($0)" }
    let before = "\"\(tables.joined(separator: ","))\""
    let after = "\"\((tables + ["shop.orders"]).joined(separator: ","))\""
    #expect(try fold(before, after) == ["[… 12 same]", #"[… 12 same, "shop.orders"]"#])
  }

  @Test func `Says how long a value is that is cut`() throws {
    let value = try json("\"\(String(repeating: "a", count: 1_500))\"")
    #expect(FoldedValue(limit: 10).text(of: value) == "\"aaaaaaaaa… (1,502 characters)")
    #expect(FoldedValue(limit: nil).text(of: value) == value.shown)
  }

  @Test func `Shows everything where nothing is to be folded`() throws {
    let changed = Self.words.replacing("seven", with: "7")
    #expect(
      try fold("\"\(Self.words)\"", "\"\(changed)\"", limit: nil)
        == ["\"\(Self.words)\"", "\"\(changed)\""]
    )
  }

  @Test(arguments: [
    ("abc", 3), ("日本語", 6), ("é", 1), ("e\u{301}", 1), ("👍", 2), ("👩\u{200D}👩\u{200D}👧", 2),
    ("", 0),
    ("한글", 4), ("ＡＢ", 4), ("…→", 2),
  ])
  func `Knows how wide a text is`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000"),
  ])
  func `Groups digits`(number: Int, text: String) {
    #expect(number.grouped == text)
  }
}
