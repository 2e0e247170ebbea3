/// The statements of a script, each with the bytes it stands in.
///
/// Statements end with `;` outside of texts, names and comments. What it does not know is not read.
struct SQLScript {
  let statements: [Range<Int>]

  init(_ bytes: [UInt8]) throws(SQLReaderError) {
    var scanner = Scanner(bytes: bytes)
    statements = try scanner.statements()
  }

  private struct Scanner {
    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func statements() throws(SQLReaderError) -> [Range<Int>] {
      var found: [Range<Int>] = []
      var start: Int?
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: ";") {
          if let start { found.append(start..<index) }
          start = nil
          index += 1
        } else if let length = commentLength {
          index += length
        } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
          index += 1
        } else {
          start = start ?? index
          try skipPiece()
        }
      }
      if let start { found.append(start..<bytes.count) }
      return found
    }

    /// A text or a name as a whole, else one byte.
    private mutating func skipPiece() throws(SQLReaderError) {
      let quote = bytes[index]
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`")
      else {
        index += 1
        return
      }
      let start = index
      index += 1
      while index < bytes.count, bytes[index] != quote {
        index += bytes[index] == UInt8(ascii: "\\") && quote != UInt8(ascii: "`") ? 2 : 1
      }
      guard index < bytes.count else {
        throw SQLReaderError(reason: .notAToken("a text or name without an end"), offset: start)
      }
      index += 1
    }

    private var commentLength: Int? {
      let rest = bytes[index...]
      let isLine =
        rest.first == UInt8(ascii: "#")
        || rest.starts(with: "--".utf8)
          && (rest.count == 2 || rest[index + 2] == 0x20 || (0x09...0x0D).contains(rest[index + 2]))
      if isLine { return (rest.firstIndex(of: 0x0A) ?? bytes.count) - index }
      guard rest.starts(with: "/*".utf8) else { return nil }
      var end = index + 2
      while end + 1 < bytes.count,
        bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/")
      {
        end += 1
      }
      return min(bytes.count, end + 2) - index
    }
  }
}
