/// Guesses what a misspelt word was meant to be.
package enum Suggestion {
  /// The known word that is nearest, where one is near enough for its length.
  package static func closest(to word: String, among known: [String]) -> String? {
    let count = word.unicodeScalars.count
    let bound = count < 5 ? 1 : 2
    let lower = word.asciiLowercased
    let near = known.compactMap { candidate -> (distance: Int, word: String)? in
      // Words whose lengths are too far apart need no closer look.
      guard abs(candidate.unicodeScalars.count - count) <= bound else { return nil }
      return EditDistance.between(lower, candidate.asciiLowercased, atMost: bound)
        .map { ($0, candidate) }
    }
    return near.min { $0.distance < $1.distance }?.word
      ?? known.first { begins(lower, like: $0.asciiLowercased) }
  }

  /// Whether one is the other cut short: `desc`, `production`.
  private static func begins(_ word: String, like candidate: String) -> Bool {
    let shorter = min(word.utf8.count, candidate.utf8.count)
    return shorter > 3
      && (word.utf8.starts(with: candidate.utf8) || candidate.utf8.starts(with: word.utf8))
  }

  /// `; did you mean 'region'?`, or `nil` where nothing known is near.
  package static func didYouMean(_ word: String, among known: [String]) -> String? {
    closest(to: word, among: known).map { "; did you mean '\($0)'?" }
  }
}
