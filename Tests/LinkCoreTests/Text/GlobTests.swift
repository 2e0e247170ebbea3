import Testing

@testable import LinkCore

@Suite struct GlobTests {
  @Test(arguments: [
    ("*", ""), ("*", "a"), ("", ""), ("a", "a"), ("?", "a"), ("?", "\u{e9}"), ("?", "\u{1F600}"),
    ("prod.*", "prod.kafka_orders"), ("*.kafka_*", "prod.kafka_orders"), ("*_*", "a_b_c"),
    ("a*b*c", "aXbYbZc"), ("**", "anything"), ("*?", "a"), ("?*", "ab"), ("a?c", "abc"),
    ("[a]", "[a]"), ("a\\*", "a*"), ("a\\?\\\\", "a?\\"), ("a\\", "a\\"), ("*c", "ccc"),
    ("a.b", "a.b"), ("*\n*", "a\nb"),
    ("a\r*", "a\r\n"),
  ])
  func matches(_ pattern: String, _ text: String) {
    #expect(Glob(pattern).matches(text))
  }

  @Test(arguments: [
    ("", "a"), ("a", ""), ("?", ""), ("?", "ab"), ("a", "A"), ("prod.*", "prod"),
    ("prod.*", "xprod.a"), ("*a", "ab"), ("a*", "ba"), ("a*b*c", "acb"), ("[ab]", "a"),
    ("a.b", "axb"), ("a\\*", "a\\b"), ("a\\?", "ab"), ("*?", ""), ("??", "a"),
    ("\u{e9}", "e\u{301}"), ("e\u{301}", "\u{e9}"),
  ])
  func refuses(_ pattern: String, _ text: String) {
    #expect(!Glob(pattern).matches(text))
  }

  /// Would take longer than the universe has been there if every star were tried again.
  @Test func manyStarsAreNoTrap() {
    let pattern = Glob(String(repeating: "a*", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }

  /// Every short pattern and text, against a matcher that tries everything.
  @Test func agreesWithItsDefinition() {
    for pattern in words(over: "a?*", upTo: 4) {
      for text in words(over: "ab", upTo: 4) {
        #expect(Glob(pattern).matches(text) == definition(pattern[...], text[...]))
      }
    }
  }

  @Test func equalByBytes() {
    #expect(Glob("\u{e9}") != Glob("e\u{301}"))
    #expect(Set([Glob("a*"), Glob("a*")]).count == 1)
  }

  private func words(over letters: String, upTo length: Int) -> [String] {
    var all = [""]
    var longest = [""]
    for _ in 0..<length {
      longest = longest.flatMap { word in letters.map { word + String($0) } }
      all += longest
    }
    return all
  }

  private func definition(_ pattern: Substring, _ text: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*" {
      return definition(rest, text) || (!text.isEmpty && definition(pattern, text.dropFirst()))
    }
    guard let letter = text.first, first == "?" || first == letter else { return false }
    return definition(rest, text.dropFirst())
  }
}
