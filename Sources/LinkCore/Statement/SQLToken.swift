/// A piece of SQL as a server's lexer sees it; what the renderer intends and what the reader finds
/// are compared in these.
package enum SQLToken: Hashable, Sendable {
  /// An unquoted word in upper case: a keyword, a bare name, `@@version`, `<`, …
  case word(String)
  /// A name in backticks, decoded.
  case identifier(String)
  /// A text in quotes, decoded.
  case string(String)
  /// A number, as written.
  case number(String)
  /// One mark of punctuation.
  case symbol(Unicode.Scalar)

  package static func == (one: SQLToken, other: SQLToken) -> Bool {
    switch (one, other) {
    case (.word(let one), .word(let other)), (.identifier(let one), .identifier(let other)),
      (.string(let one), .string(let other)), (.number(let one), .number(let other)):
      one.isIdentical(to: other)
    case (.symbol(let one), .symbol(let other)):
      one == other
    default:
      false
    }
  }
}

/// A piece of SQL with its text.
package struct SpelledToken: Hashable, Sendable {
  package let token: SQLToken
  /// As it was written, with its quotes.
  package let spelling: String
}
