import LinkCore
import Testing

/// Texts are compared by their bytes, however Swift would have it.
@Suite struct ExactTextTests {
  private static let texts = [
    "", "a", "b", "ab", "abcdefg", "abcdefgh", "abcdefgi", "abcdefghi", "abcdefghj", "\u{7F}",
    "é", "e\u{301}", "\u{FFFF}", "\u{10000}", "\u{E000}", "12345678é", "12345678e\u{301}",
    "a\u{0}", "a\u{0}\u{0}", "sixteen bytes ok", "sixteen bytes oK", "more than sixteen bytes",
  ]

  @Test(arguments: texts)
  func `Order and identity are those of the bytes`(one: String) {
    for other in Self.texts {
      #expect(one.isIdentical(to: other) == Array(one.utf8).elementsEqual(other.utf8))
      #expect(one.precedes(other) == one.utf8.lexicographicallyPrecedes(other.utf8))
    }
  }
}
