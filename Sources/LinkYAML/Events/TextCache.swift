internal import LinkCore

/// Texts that were read a moment ago: most keys, and many values, stand in one file again and again,
/// and need no memory of their own each time.
struct TextCache {
  /// Shorter texts need no memory beside themselves; longer ones seldom come again.
  private static let lengths = 16...64
  private static let size = 256

  private var texts = [String](repeating: "", count: size)

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
    let slot = Self.slot(of: bytes)
    let known = texts[slot]
    if known.isIdentical(to: bytes) { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[slot] = text
    return text
  }

  /// By the first and last eight bytes, and by how many there are.
  private static func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let first = raw.loadUnaligned(as: UInt64.self)
    let last = raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    let mixed = (first &+ (last << 29 | last >> 35)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count)
    return Int(truncatingIfNeeded: mixed >> 56 ^ mixed >> 40) & (size - 1)
  }
}
