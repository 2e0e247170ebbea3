/// What a text has to hold for a rule to be worth trying.
struct Anchor: Sendable {
  private let set: ByteSet
  private let isInAnyCase: Bool
  private let length: Int

  /// A word that is not looked for itself, only whether its characters are all there.
  init(_ word: String, inAnyCase isInAnyCase: Bool = false) {
    set = ByteSet(word)
    self.isInAnyCase = isInAnyCase
    length = word.utf8.count
  }

  /// A text of so many bytes, whatever they are.
  init(length: Int) {
    set = ByteSet("")
    isInAnyCase = false
    self.length = length
  }

  func mayBe(in text: Glance) -> Bool {
    text.length >= length && (isInAnyCase ? text.folded : text.set).holds(set)
  }
}

/// What can be seen of a text at a glance.
struct Glance: Sendable {
  let length: Int
  let set: ByteSet
  let folded: ByteSet

  init(_ text: String) {
    length = text.utf8.count
    set = ByteSet(text)
    folded = set.folded
  }
}
