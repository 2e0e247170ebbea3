/// Which bytes a text holds: enough to see that a word is not in it without looking for the word.
///
/// Bytes beyond ASCII are told from the others, not from each other.
package struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  package private(set) var isASCII = true

  package init(_ text: String) {
    text.withBytes { bytes in for byte in bytes { insert(byte) } }
  }

  /// Of so many bytes that it pays to tick them off in a table first.
  package init(_ bytes: [UInt8]) {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: 256) { seen in
      seen.initialize(repeating: false)
      for byte in bytes { seen[Int(byte)] = true }
      for byte in UInt8.min ... .max where seen[Int(byte)] { insert(byte) }
    }
  }

  @inline(__always)
  private mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 &<< UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low |= bit
    case 1: high |= bit
    default: isASCII = false
    }
  }

  /// The same with the small letter of each capital.
  package var folded: ByteSet {
    var folded = self
    folded.high |= (high & Self.capitals) << 32
    return folded
  }

  /// `A` to `Z`, which begin at 65.
  private static let capitals: UInt64 = 0x07FF_FFFE

  /// How many ASCII characters there are, each counted once.
  package var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  /// Whether every ASCII character of the other is one of this.
  package func holds(_ other: ByteSet) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }

  /// Whether a byte of ASCII is there.
  package func holds(_ byte: UInt8) -> Bool {
    (byte < 64 ? low : high) & 1 &<< UInt64(byte & 63) != 0
  }

  mutating func formUnion(_ other: ByteSet) {
    low |= other.low
    high |= other.high
    isASCII = isASCII && other.isASCII
  }

  /// The ASCII characters that the other has not.
  func subtracting(_ other: ByteSet) -> ByteSet {
    var rest = self
    rest.low &= ~other.low
    rest.high &= ~other.high
    return rest
  }

  /// Each of its ASCII characters.
  @inline(__always)
  func eachCharacter(_ body: (UInt8) -> Void) {
    Self.each(low, from: 0, body)
    Self.each(high, from: 64, body)
  }

  @inline(__always)
  private static func each(_ bits: UInt64, from first: UInt8, _ body: (UInt8) -> Void) {
    var rest = bits
    while rest != 0 {
      body(first &+ UInt8(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest &- 1
    }
  }

  /// Whether there is nothing but printable ASCII, line feeds and tabs.
  package var isPlain: Bool {
    isASCII && low & 0xFFFF_FFFF == low & 0x600 && high & 1 << 63 == 0
  }
}
