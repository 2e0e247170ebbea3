import LinkCore
import Testing

/// A guess is one that a person would make too.
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("regoin", "region"), ("tpye", "type"), ("evn", "env"), ("decription", "description"),
    ("Region", "region"), ("desc", "description"), ("descriptions", "description"),
  ])
  func `A word is guessed from what is near it`(word: String, meant: String) {
    let known = ["type", "env", "region", "description", "done"]
    #expect(Suggestion.closest(to: word, among: known) == meant)
  }

  @Test(arguments: ["nope", "to", "config", "xx"])
  func `Nothing is guessed where half of a word would be wrong`(word: String) {
    #expect(Suggestion.closest(to: word, among: ["type", "env", "region", "done"]) == nil)
  }
}
