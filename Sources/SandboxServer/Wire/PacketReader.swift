/// A packet of the MySQL protocol, put together where it came in several.
struct Packet: Hashable {
  /// The number of its last piece.
  let sequence: UInt8
  let payload: [UInt8]
}

/// Why what comes in is no packet; the connection is over then.
enum PacketProblem: Error, Hashable {
  /// The number of a piece is not the one that is next.
  case outOfOrder
  case tooLong
}

/// Cuts what comes in into packets.
struct PacketReader {
  /// A piece this long is followed by more of its packet.
  static let longestPiece = 0xFF_FFFF
  private static let headLength = 4

  /// The longest packet that is taken, in bytes.
  var limit: Int
  /// The number that the next piece has to have.
  var sequence: UInt8

  private var bytes: [UInt8] = []
  private var start = 0
  private var payload: [UInt8] = []

  init(limit: Int, sequence: UInt8) {
    self.limit = limit
    self.sequence = sequence
  }

  mutating func append(_ more: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += more
  }

  /// The next whole packet, after which packets count from 0 again; `nil` while more has to come in.
  mutating func next() throws(PacketProblem) -> Packet? {
    while bytes.count - start >= Self.headLength {
      let head = bytes[start..<(start + Self.headLength)]
      let count = head.prefix(3).reversed().reduce(0) { $0 << 8 | Int($1) }
      guard head[start + 3] == sequence else { throw .outOfOrder }
      guard payload.count + count <= limit else { throw .tooLong }
      let end = start + Self.headLength + count
      guard bytes.count >= end else { return nil }
      payload += bytes[(start + Self.headLength)..<end]
      start = end
      guard count < Self.longestPiece else {
        sequence &+= 1
        continue
      }
      defer { (payload, sequence) = ([], 0) }
      return Packet(sequence: sequence, payload: payload)
    }
    return nil
  }
}
