/// Why some bytes are no JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong; of the bytes it holds at most a key.
  package let message: String
  /// The byte at which it shows, counted from 0.
  package let offset: Int
}

extension JSONError: CustomStringConvertible {
  package var description: String { "\(message) at byte \(offset)" }
}

extension JSONValue {
  /// Reads bytes that are one JSON value by RFC 8259 and nothing else.
  ///
  /// Stricter than it asks for: no key twice, no lone surrogate, no byte-order mark, and nesting
  /// of at most 64.
  package init(reading bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  package init(reading text: String) throws(JSONError) {
    try self.init(reading: Array(text.utf8))
  }
}

struct JSONReader: ~Copyable {
  private static let deepest = 64

  let bytes: [UInt8]
  var index = 0
  private var depth = 0
  /// Of all objects and arrays that are being read.
  private var members = PieceStack<JSONValue.Member>()
  private var items = PieceStack<JSONValue>()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSONValue {
    try checkEncoding()
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw error("text behind the value") }
    return value
  }

  private func checkEncoding() throws(JSONError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error("byte-order mark", at: 0) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw JSONError(message: "not UTF-8", offset: error.byteOffsets.lowerBound)
    }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    guard index < bytes.count else { throw error("expected a value") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error("expected a value")
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < Self.deepest else { throw error("nested deeper than \(Self.deepest)") }
    depth += 1
    index += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}

// MARK: - Objects and arrays

extension JSONReader {
  private mutating func object() throws(JSONError) -> JSONValue {
    let first = members.count
    var keys = KeySet()
    if take("}") { return .object([]) }
    repeat {
      let start = try startOfKey()
      let key = try string()
      guard keys.insert(key, among: members, from: first) else {
        throw error("the key '\(key.shown)' stands twice", at: start)
      }
      guard take(":") else { throw error("expected ':'") }
      members.push(JSONValue.Member(key, try value()))
    } while try goesOn(until: "}")
    return .object(members.take(from: first))
  }

  private mutating func startOfKey() throws(JSONError) -> Int {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      throw error("expected a key in quotes")
    }
    return index
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    let first = items.count
    if take("]") { return .array([]) }
    repeat {
      items.push(try value())
    } while try goesOn(until: "]")
    return .array(items.take(from: first))
  }

  /// Whether a comma comes, and not the end.
  private mutating func goesOn(until end: Unicode.Scalar) throws(JSONError) -> Bool {
    if take(end) { return false }
    let comma = index
    guard take(",") else { throw error("expected ',' or '\(end)'") }
    if take(end) { throw error("trailing comma", at: comma) }
    return true
  }
}

// MARK: - Scalars

extension JSONReader {
  private mutating func literal(
    _ word: StaticString,
    _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let end = index + word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { end <= bytes.count && bytes[index..<end].elementsEqual($0) }
    guard isThere else { throw error("expected a value") }
    index = end
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    while index < bytes.count, isOfNumber(bytes[index]) { index += 1 }
    let text = text(in: start..<index)
    guard let number = JSONNumber(text) else { throw error("not a JSON number", at: start) }
    return .number(number)
  }

  private func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default:
      false
    }
  }

  private mutating func string() throws(JSONError) -> String {
    let start = index
    index += 1
    skipPlainText()
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return text(in: (start + 1)..<(index - 1))
    }
    return try escapedString(from: start)
  }

  private func text(in range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// The rest of a text that plain bytes are not all of.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text = Array(bytes[(start + 1)..<index])
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      case 0..<0x20:
        throw error("control character in a text")
      default:
        let plain = index
        skipPlainText()
        text += bytes[plain..<index]
      }
    }
    throw error("unfinished text", at: start)
  }

  /// Goes on to what ends a text or is no plain part of it.
  private mutating func skipPlainText() {
    bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count, bytes[index].isPlainInJSON { index += 1 }
    }
  }
}

extension UInt8 {
  /// Whether it stands for itself in a text, on its own or as a part of a character.
  @inline(__always)
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}

extension JSONReader {
  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// Skips white space, then the mark if it is the next one.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  func error(_ message: String, at offset: Int? = nil) -> JSONError {
    JSONError(message: message, offset: offset ?? index)
  }
}
