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
    if known.withBytes({ $0.count == bytes.count && $0.isIdentical(to: bytes) }) { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[slot] = text
    return text
  }

  private static func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 16) & (size - 1)
  }
}
