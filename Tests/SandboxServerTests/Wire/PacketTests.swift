import Testing

@testable import SandboxServer

@Suite struct PacketTests {
  private func read(
    _ input: [UInt8],
    limit: Int = 100,
    sequence: UInt8 = 0
  ) throws(PacketProblem) -> [Packet] {
    var reader = PacketReader(limit: limit, sequence: sequence)
    reader.append(input)
    var packets: [Packet] = []
    while let packet = try reader.next() { packets.append(packet) }
    return packets
  }

  @Test(arguments: [
    ([], []),
    ([0, 0, 0], []),
    ([0, 0, 0, 0], [Packet(sequence: 0, payload: [])]),
    ([2, 0, 0, 0, 7], []),
    ([2, 0, 0, 0, 7, 8], [Packet(sequence: 0, payload: [7, 8])]),
    (
      [1, 0, 0, 0, 7, 1, 0, 0, 0, 9, 5],
      [Packet(sequence: 0, payload: [7]), Packet(sequence: 0, payload: [9])]
    ),
  ])
  func `Whole packets are given, and the rest is waited for`(
    input: [UInt8],
    packets: [Packet]
  ) throws {
    #expect(try read(input) == packets)
  }

  @Test func `Bytes may come one by one`() throws {
    var reader = PacketReader(limit: 100, sequence: 0)
    var packets: [Packet] = []
    for byte in packet(0, [1, 2, 3]) + packet(0, [4]) {
      reader.append([byte])
      while let packet = try reader.next() { packets.append(packet) }
    }
    #expect(packets.map(\.payload) == [[1, 2, 3], [4]])
  }

  @Test(arguments: [UInt8(1), 2, 255])
  func `A packet with another number than the next is refused`(number: UInt8) {
    #expect(throws: PacketProblem.outOfOrder) { try read([0, 0, 0, number]) }
  }

  @Test func `What is too long is refused before it comes`() {
    #expect(throws: PacketProblem.tooLong) { try read([101, 0, 0, 0]) }
    #expect(throws: PacketProblem.tooLong) { try read([255, 255, 255, 0]) }
  }

  /// 16 MiB - 1 is a piece that goes on, with nothing if need be.
  @Test(arguments: [0xFF_FFFE, 0xFF_FFFF, 0x100_0000, 0x200_0000 - 2])
  func `Long packets travel in pieces`(count: Int) throws {
    let payload = [UInt8](repeating: 5, count: count)
    var writer = PacketWriter(sequence: 0)
    writer.append(payload)
    let pieces = count / 0xFF_FFFF + 1
    #expect(writer.bytes.count == count + 4 * pieces)
    let packets = try read(writer.bytes, limit: 0x200_0000)
    #expect(packets.count == 1)
    #expect(packets.first?.sequence == UInt8(pieces - 1))
    #expect(packets.first?.payload.count == count)
  }

  @Test func `The pieces of one packet are counted together against the limit`() {
    let head: [UInt8] = [255, 255, 255, 0] + [UInt8](repeating: 0, count: 0xFF_FFFF)
    #expect(throws: PacketProblem.tooLong) {
      try read(head + [2, 0, 0, 1], limit: 0x100_0000)
    }
  }

  @Test func `Numbers go on after 255 with 0`() {
    var writer = PacketWriter(sequence: 255)
    writer.append([1])
    writer.append([2])
    #expect(writer.bytes == [1, 0, 0, 255, 1, 1, 0, 0, 0, 2])
  }
}
