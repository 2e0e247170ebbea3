/// Guesses what a misspelt word was meant to be.
package enum Suggestion {
  /// `; did you mean 'region'?`, or `nil` where nothing known is near.
  package static func didYouMean(_ word: String, among known: [String]) -> String? {
    EditDistance.closest(to: word, among: known).map { "; did you mean '\($0)'?" }
  }
}
