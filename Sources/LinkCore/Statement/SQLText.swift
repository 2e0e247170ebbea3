/// SQL built from text that the program wrote and values that it did not; the only place where the
/// two meet.
///
/// Literal parts become words and symbols; a value can only enter as a quoted token, so nothing in
/// it is ever read as SQL.
package struct SQLText: Sendable {
  /// Words of the program's own, or a value that is one token.
  private enum Part: Sendable {
    case literal(String)
    case name(String)
    case string(String)
  }

  private var parts: [Part] = []

  /// What is sent.
  package var rendered: String {
    var text = ByteWriter(room: 512)
    for part in parts {
      switch part {
      case .literal(let literal): text.append(literal)
      case .name(let name): text.append(name, doubling: "`", between: "`")
      // Backslash and quote both doubled: faithful wherever backslash is an escape, and one
      // statement still where it is not.
      case .string(let string): text.append(string, doubling: "\\'", between: "'")
      }
    }
    return text.text
  }

  /// What a server's lexer must find in `rendered`.
  package var tokens: [SQLToken] {
    parts.flatMap { part -> [SQLToken] in
      switch part {
      case .literal(let literal): literal.sqlTokens
      case .name(let name): [.identifier(name)]
      case .string(let string): [.string(string)]
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
      sql += other
    }
  }
}

extension SQLText {
  fileprivate mutating func append(name: String) { parts.append(.name(name)) }

  fileprivate mutating func append(string: String) { parts.append(.string(string)) }

  fileprivate mutating func append(literal: String) { parts.append(.literal(literal)) }

  static func += (text: inout SQLText, more: SQLText) { text.parts += more.parts }
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

extension ByteWriter {
  /// A text between marks, with each of some ASCII characters in it written twice.
  fileprivate mutating func append(
    _ text: String,
    doubling characters: StaticString,
    between mark: Unicode.Scalar
  ) {
    append(UInt8(ascii: mark))
    if text.hasOnlyBytes({ !$0.isOne(of: characters) }) {
      append(text)
    } else {
      for byte in text.utf8 {
        if byte.isOne(of: characters) { append(byte) }
        append(byte)
      }
    }
    append(UInt8(ascii: mark))
  }
}
