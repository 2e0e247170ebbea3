/// A pattern with `*` for any text and `?` for one character.
///
/// All else stands for itself, byte for byte, and so does whatever has a backslash before it.
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

  /// The pattern that a text alone is of.
  package static func escaped(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = ["*", "?", "\\"]
    let scalars = text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      special.contains(scalar) ? ["\\", scalar] : [scalar]
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private enum Piece: Hashable {
    case any
    case one
    case scalar(Unicode.Scalar)
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "*" where !isEscaped: pieces.append(.any)
      case "?" where !isEscaped: pieces.append(.one)
      default: pieces.append(.scalar(scalar))
      }
      isEscaped = false
    }
    return isEscaped ? pieces + [.scalar("\\")] : pieces
  }

  /// Whether the whole text is of this pattern.
  ///
  /// Of all the stars passed only the last is ever tried again, so the time is bound by the product
  /// of both lengths, whatever the pattern.
  package func matches(_ text: String) -> Bool {
    let pattern = pieces
    let text = Array(text.unicodeScalars)
    var (at, here) = (0, 0)
    var retry: (at: Int, here: Int)?
    while here < text.count {
      if at < pattern.count, pattern[at] == .any {
        at += 1
        retry = (at, here)
      } else if at < pattern.count, pattern[at] == .one || pattern[at] == .scalar(text[here]) {
        at += 1
        here += 1
      } else if let last = retry {
        retry = (last.at, last.here + 1)
        (at, here) = (last.at, last.here + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == .any }
  }
}
