import LinkCore
import Testing

@Suite struct NameRuleTests {
  @Test(
    arguments: [
      "a", "product_S3", "a.b", "a b", "`; DROP", "日本語", "👍", "'", "\\", "${HOME}", "e\u{301}",
      "a\u{A0}b", String(repeating: "x", count: 64), String(repeating: "👍", count: 64),
    ]
  )
  func `Lets a name pass`(name: String) {
    #expect(NameRule.problem(of: name) == nil)
  }

  @Test(
    arguments: [
      ("", "is empty"), (" a", "leading or trailing space"), ("a ", "leading or trailing space"),
      ("\u{A0}a", "leading or trailing space"), ("a\u{3000}", "leading or trailing space"),
      ("a\nb", "U+000A"), ("a\tb", "U+0009"), ("a\u{0}", "U+0000"), ("a\u{1B}[2J", "U+001B"),
      ("a\u{7F}", "U+007F"), ("a\u{85}", "U+0085"), ("a\u{200B}b", "U+200B"),
      ("a\u{202E}b", "U+202E"), ("a\u{FEFF}b", "U+FEFF"), ("a\u{2028}b", "U+2028"),
      (String(repeating: "x", count: 65), "65 characters"),
    ]
  )
  func `Says what is wrong with one`(name: String, words: String) throws {
    let problem = try #require(NameRule.problem(of: name))
    #expect(problem.contains(words))
    #expect(!problem.unicodeScalars.contains { $0.needsEscape })
  }
}
