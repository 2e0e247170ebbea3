/// A pattern with `*` for any text and `?` for one character; all else stands for itself, byte for
/// byte.
package struct Glob: Hashable, Sendable {
  package let pattern: String

  package init(_ pattern: String) {
    self.pattern = pattern
  }

  package static func == (one: Glob, other: Glob) -> Bool {
    one.pattern.isIdentical(to: other.pattern)
  }

  package func hash(into hasher: inout Hasher) {
    ExactText(pattern).hash(into: &hasher)
  }

  /// Whether the whole text is of this pattern.
  ///
  /// Of all the stars passed only the last is ever tried again, so the time is bound by the product
  /// of both lengths, whatever the pattern.
  package func matches(_ text: String) -> Bool {
    let pattern = Array(pattern.unicodeScalars)
    let text = Array(text.unicodeScalars)
    var (at, here) = (0, 0)
    var retry: (at: Int, here: Int)?
    while here < text.count {
      if at < pattern.count, pattern[at] == "*" {
        at += 1
        retry = (at, here)
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == text[here] {
        at += 1
        here += 1
      } else if let last = retry {
        retry = (last.at, last.here + 1)
        (at, here) = (last.at, last.here + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
