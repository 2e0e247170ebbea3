/// The long help of one name that linkctl prints.
package struct Explanation: Sendable {
  /// A few words for a list, without a full stop.
  package let title: String
  package let what: String
  package let why: String
  /// What to do.
  package let advice: String
  /// An example that has it, and the same one put right.
  package let before: String
  package let after: String

  /// Line breaks in the prose are the source's own and fall away; those of the examples stay.
  package init(
    _ title: String,
    what: String,
    why: String,
    advice: String,
    before: String,
    after: String
  ) {
    self.title = title
    self.what = what.onOneLine
    self.why = why.onOneLine
    self.advice = advice.onOneLine
    self.before = before
    self.after = after
  }
}

extension String {
  /// The same words with one space between them.
  fileprivate var onOneLine: String {
    split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
