/// Reads the fields of a packet; `nil` where the packet ends too early.
struct WireReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  /// An unsigned number of so many bytes, the lowest first.
  mutating func number(_ count: Int) -> UInt64? {
    take(count).map { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
  }

  /// A number whose first byte tells how many follow.
  mutating func lengthEncodedNumber() -> UInt64? {
    guard let first = bytes.popFirst() else { return nil }
    switch first {
    case 0xFC: return number(2)
    case 0xFD: return number(3)
    case 0xFE: return number(8)
    case 0xFB, 0xFF: return nil
    default: return UInt64(first)
    }
  }

  /// Bytes with their number before them.
  mutating func lengthEncodedBytes() -> [UInt8]? {
    lengthEncodedNumber().flatMap { Int(exactly: $0) }.flatMap { take($0) }
  }

  mutating func bytesUntilNUL() -> [UInt8]? {
    guard let end = bytes.firstIndex(of: 0) else { return nil }
    defer { bytes = bytes[(end + 1)...] }
    return Array(bytes[..<end])
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count <= bytes.count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return Array(bytes.prefix(count))
  }
}
