/// Bytes as they are looked at: texts and numbers in a row.
func bytes(_ parts: any BytePart...) -> [UInt8] {
  parts.flatMap(\.asBytes)
}

protocol BytePart {
  var asBytes: [UInt8] { get }
}

extension Int: BytePart {
  /// One byte.
  var asBytes: [UInt8] { [UInt8(truncatingIfNeeded: self)] }
}

extension String: BytePart {
  var asBytes: [UInt8] { Array(utf8) }
}

extension [UInt8]: BytePart {
  var asBytes: [UInt8] { self }
}

/// So many zeros.
func zeros(_ count: Int) -> [UInt8] {
  [UInt8](repeating: 0, count: count)
}

/// A packet of one piece.
func packet(_ sequence: Int, _ payload: [UInt8]) -> [UInt8] {
  bytes(payload.count & 0xFF, payload.count >> 8 & 0xFF, payload.count >> 16, sequence, payload)
}
