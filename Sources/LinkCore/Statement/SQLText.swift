/// SQL built from text that the program wrote and values that it did not; the only place where the
/// two meet.
///
/// Literal parts become words and symbols; a value can only enter as a quoted token, so nothing in
/// it is ever read as SQL.
package struct SQLText: Sendable {
  /// Words of the program's own, or a value that is one token.
  private enum Part: Sendable {
    case literal(String)
    case value(SQLToken)
  }

  private var parts: [Part] = []
  /// What is sent.
  package private(set) var rendered = ""

  /// What a server's lexer must find in `rendered`.
  package var tokens: [SQLToken] {
    parts.flatMap { part in
      switch part {
      case .literal(let literal): literal.sqlTokens
      case .value(let token): [token]
      }
    }
  }
}

extension SQLText: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self.init(stringInterpolation: StringInterpolation(literal: text))
  }

  package init(stringInterpolation parts: StringInterpolation) {
    self = parts.sql
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql = SQLText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    fileprivate init(literal: String) {
      sql.append(literal: literal)
    }

    package mutating func appendLiteral(_ literal: String) {
      sql.append(literal: literal)
    }

    /// A name in backticks.
    package mutating func appendInterpolation(name: String) {
      sql.append(name: name)
    }

    /// `database`.`name`.
    package mutating func appendInterpolation(_ address: LinkAddress) {
      sql.append(name: address.database)
      sql.append(literal: ".")
      sql.append(name: address.name)
    }

    /// A text in single quotes.
    package mutating func appendInterpolation(string: String) {
      sql.append(string: string)
    }

    /// Texts in single quotes, with commas between them.
    package mutating func appendInterpolation(strings: [String]) {
      for (index, string) in strings.enumerated() {
        if index > 0 { sql.append(literal: ", ") }
        sql.append(string: string)
      }
    }

    /// Words of the program's own, with commas between them.
    package mutating func appendInterpolation(words: [String]) {
      sql.append(literal: words.joined(separator: ", "))
    }

    /// A type's name, which is one of a closed list.
    package mutating func appendInterpolation(_ type: LinkType) {
      sql.append(literal: type.name)
    }

    /// More SQL.
    package mutating func appendInterpolation(_ other: SQLText) {
      sql.append(other)
    }
  }
}

extension SQLText {
  fileprivate mutating func append(name: String) {
    parts.append(.value(.identifier(name)))
    rendered += "`" + name.doubling("`", "`") + "`"
  }

  /// Backslash and quote both doubled: faithful wherever backslash is an escape, and one statement
  /// still where it is not.
  fileprivate mutating func append(string: String) {
    parts.append(.value(.string(string)))
    rendered += "'" + string.doubling("\\", "'") + "'"
  }

  fileprivate mutating func append(literal: String) {
    rendered += literal
    parts.append(.literal(literal))
  }

  fileprivate mutating func append(_ other: SQLText) {
    rendered += other.rendered
    parts += other.parts
  }
}

extension String {
  /// The words and symbols of literal SQL.
  fileprivate var sqlTokens: [SQLToken] {
    var tokens: [SQLToken] = []
    var word = ""
    func finish() {
      if !word.isEmpty { tokens.append(.word(word.uppercasedASCII)) }
      word = ""
    }
    for scalar in unicodeScalars {
      let isWord = scalar.isASCII ? scalar.isOfWord : scalar.properties.isAlphabetic
      if isWord {
        word.unicodeScalars.append(scalar)
        continue
      }
      finish()
      if scalar != " " { tokens.append(.symbol(scalar)) }
    }
    finish()
    return tokens
  }
}

extension Unicode.Scalar {
  /// Of `[A-Za-z0-9_@]`.
  fileprivate var isOfWord: Bool {
    let byte = UInt8(truncatingIfNeeded: value)
    return byte.isWord || byte == UInt8(ascii: "@")
  }
}

extension String {
  /// The text with both of these, which are ASCII, written twice.
  fileprivate func doubling(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> String {
    let (one, other) = (UInt8(ascii: one), UInt8(ascii: other))
    guard !hasOnlyBytes({ $0 != one && $0 != other }) else { return self }
    var bytes = ByteWriter(room: utf8.count + 64)
    for byte in utf8 {
      if byte == one || byte == other { bytes.append(byte) }
      bytes.append(byte)
    }
    return bytes.text
  }
}
