/// Cuts the UTF-8 bytes of SQL into pieces; bytes of 0x80 and above only ever belong to a word, a
/// name, a text or a comment, so none of them has to be decoded.
struct SQLReaderLexer {
  /// A token and the bytes it was read from.
  struct Piece {
    let token: SQLToken
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func pieces() throws(SQLReaderError) -> [Piece] {
    var pieces: [Piece] = []
    while true {
      try skipSpaceAndComments()
      guard index < bytes.count else { return pieces }
      let start = index
      let token = try token()
      pieces.append(Piece(token: token, range: start..<index))
    }
  }

  private mutating func token() throws(SQLReaderError) -> SQLToken {
    switch bytes[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): .string(try text())
    case UInt8(ascii: "`"): .identifier(try name())
    case UInt8(ascii: "@") where byte(1) == UInt8(ascii: "@") && isOfWord(byte(2)):
      word(after: 2)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: ".") where isDigit(byte(1)):
      throw error("a number without a digit before its point")
    case let byte where isOfWord(byte): try bareWord()
    case let byte where (0x21...0x7E).contains(byte): symbol()
    default: throw error("a control character")
    }
  }

  private mutating func symbol() -> SQLToken {
    defer { index += 1 }
    return .symbol(Unicode.Scalar(bytes[index]))
  }

  /// The byte so many steps ahead; 0, which nothing begins with, behind the end.
  private func byte(_ steps: Int) -> UInt8 {
    index + steps < bytes.count ? bytes[index + steps] : 0
  }

  private func error(_ problem: String, at offset: Int? = nil) -> SQLReaderError {
    SQLReaderError(reason: .notAToken(problem), offset: offset ?? index)
  }
}

// MARK: - Between tokens

extension SQLReaderLexer {
  private mutating func skipSpaceAndComments() throws(SQLReaderError) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09...0x0D:
        index += 1
      case UInt8(ascii: "#"):
        skipLine()
      case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-") && endsDashes(index + 2):
        skipLine()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        try skipBlock()
      default:
        return
      }
    }
  }

  /// Two dashes begin a comment only before white space or at the end: `5--1` is a sum.
  private func endsDashes(_ next: Int) -> Bool {
    next >= bytes.count || bytes[next] == 0x20 || (0x09...0x0D).contains(bytes[next])
  }

  private mutating func skipLine() {
    index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private mutating func skipBlock() throws(SQLReaderError) {
    let start = index
    if byte(2) == UInt8(ascii: "!")
      || (byte(2) == UInt8(ascii: "M") && byte(3) == UInt8(ascii: "!"))
    {
      throw error("a comment that servers execute")
    }
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        index += 2
        return
      }
      index += 1
    }
    throw error("a comment without an end", at: start)
  }
}

// MARK: - Words and numbers

extension SQLReaderLexer {
  private static let typographicQuotes: Set<Unicode.Scalar> = ["‘", "’", "“", "”"]

  private func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default:
      isDigit(byte)
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A word whose quotes were made curly on their way through a document is no word.
  private mutating func bareWord() throws(SQLReaderError) -> SQLToken {
    let start = index
    let word = word(after: 0)
    guard case .word(let text) = word,
      let quote = text.unicodeScalars.first(where: Self.typographicQuotes.contains)
    else {
      return word
    }
    let code = String(quote.value, radix: 16, uppercase: true)
    throw error("typographic quote U+\(code)", at: start)
  }

  private mutating func word(after marks: Int) -> SQLToken {
    let start = index
    index += marks
    while isOfWord(byte(0)) { index += 1 }
    let upper = bytes[start..<index].map { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
    }
    return .word(String(decoding: upper, as: UTF8.self))
  }

  private mutating func number() throws(SQLReaderError) -> SQLToken {
    let start = index
    skipDigits()
    if byte(0) == UInt8(ascii: ".") {
      index += 1
      skipDigits()
    }
    if byte(0) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
      if isDigit(byte(1 + sign)) {
        index += 1 + sign
        skipDigits()
      }
    }
    guard !isOfWord(byte(0)) else { throw error("a number that runs into a word", at: start) }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func skipDigits() {
    while isDigit(byte(0)) { index += 1 }
  }
}

// MARK: - Texts and names

extension SQLReaderLexer {
  private mutating func text() throws(SQLReaderError) -> String {
    let start = index
    let quote = bytes[index]
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        guard index + 1 < bytes.count else { break }
        text.append(contentsOf: escaped(bytes[index + 1]))
        index += 2
      } else if takes(quote, into: &text) {
        return String(decoding: text, as: UTF8.self)
      }
    }
    throw error("a text without an end", at: start)
  }

  /// What a backslash with this byte behind it stands for; `\%` and `\_` stay two, for `LIKE`.
  private func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"): [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "Z"): [0x1A]
    case UInt8(ascii: "%"), UInt8(ascii: "_"): [UInt8(ascii: "\\"), byte]
    default: [byte]
    }
  }

  private mutating func name() throws(SQLReaderError) -> String {
    let start = index
    var name: [UInt8] = []
    index += 1
    while index < bytes.count {
      if takes(UInt8(ascii: "`"), into: &name) { return String(decoding: name, as: UTF8.self) }
    }
    throw error("a name without an end", at: start)
  }

  /// Takes the next byte, two quotes as one; whether it was the quote that ends.
  private mutating func takes(_ quote: UInt8, into text: inout [UInt8]) -> Bool {
    if bytes[index] == quote {
      guard byte(1) == quote else {
        index += 1
        return true
      }
      index += 1
    }
    text.append(bytes[index])
    index += 1
    return false
  }
}
