extension UnsafeBufferPointer<UInt8> {
  /// Whether all of it is printable ASCII that stands for itself in a JSON text.
  ///
  /// Looks at eight bytes at once, without a branch for each of them.
  var isPlainInJSON: Bool {
    guard count >= 8 else {
      return Eight(reduce(Eight.plain) { $0 << 8 | UInt64($1) }).special == 0
    }
    let raw = UnsafeRawBufferPointer(self)
    // The last eight, some of which may be among those before.
    var special = Eight(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)).special
    for word in 0..<count / 8 {
      special |= Eight(raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)).special
    }
    return special == 0
  }
}

/// Eight bytes in one number.
private struct Eight {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// Eight bytes that are plain.
  static let plain: UInt64 = 0x2020_2020_2020_2020

  private let bytes: UInt64

  init(_ bytes: UInt64) {
    self.bytes = bytes
  }

  /// Not zero where any of the bytes is a control character, beyond ASCII, a quote or a backslash.
  @inline(__always)
  var special: UInt64 {
    let below = (bytes &- 0x20 &* Self.ones) & ~bytes
    return (bytes | below | has(0x7F) | has(UInt8(ascii: "\"")) | has(UInt8(ascii: "\\")))
      & Self.highBits
  }

  @inline(__always)
  private func has(_ byte: UInt8) -> UInt64 {
    let different = bytes ^ UInt64(byte) &* Self.ones
    return (different &- Self.ones) & ~different
  }
}
