/// Puts payloads into numbered packets, long ones into several.
struct PacketWriter {
  private(set) var bytes: [UInt8] = []
  private var sequence: UInt8

  /// The first packet gets this number.
  init(sequence: UInt8) {
    self.sequence = sequence
  }

  mutating func append(_ payload: [UInt8]) {
    var rest = payload[...]
    repeat {
      let piece = rest.prefix(PacketReader.longestPiece)
      for shift in [0, 8, 16] { bytes.append(UInt8(truncatingIfNeeded: piece.count >> shift)) }
      bytes.append(sequence)
      bytes += piece
      sequence &+= 1
      rest = rest.dropFirst(piece.count)
      // One of full length tells that more follows, be it nothing.
      if piece.count < PacketReader.longestPiece { return }
    } while true
  }
}
