/// Writes the fields of a packet.
struct WireWriter {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  mutating func append(_ more: [UInt8]) {
    bytes += more
  }

  /// A number in so many bytes, the lowest first.
  mutating func append(_ number: some BinaryInteger, bytes count: Int) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  mutating func appendUntilNUL(_ text: String) {
    bytes += text.utf8
    bytes.append(0)
  }

  mutating func append(lengthEncoded number: Int) {
    switch number {
    case ..<251: append(number, bytes: 1)
    case ..<(1 << 16):
      append(0xFC, bytes: 1)
      append(number, bytes: 2)
    case ..<(1 << 24):
      append(0xFD, bytes: 1)
      append(number, bytes: 3)
    default:
      append(0xFE, bytes: 1)
      append(number, bytes: 8)
    }
  }

  /// A text with its length before it; `nil` is SQL's NULL.
  mutating func append(lengthEncoded text: String?) {
    guard let text else { return append(0xFB, bytes: 1) }
    append(lengthEncoded: text.utf8.count)
    bytes += text.utf8
  }
}
