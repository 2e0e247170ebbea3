/// Guesses what a misspelt word was meant to be.
package enum Suggestion {
  /// The known word that is nearest, where one is near enough for its length.
  package static func closest(to word: String, among known: [String]) -> String? {
    let bound = word.unicodeScalars.count < 4 ? 1 : 2
    let near = known.compactMap { candidate in
      EditDistance.between(word.asciiLowercased, candidate.asciiLowercased, atMost: bound)
        .map { (distance: $0, word: candidate) }
    }
    return near.min { $0.distance < $1.distance }?.word
      ?? known.first { begins(word.asciiLowercased, like: $0.asciiLowercased) }
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
