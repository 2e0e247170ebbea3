import Testing

@testable import SandboxServer

@Suite struct FieldTests {
  @Test(
    arguments: [
      (0, [0]), (250, [250]), (251, [0xFC, 251, 0]), (0xFFFF, [0xFC, 0xFF, 0xFF]),
      (0x1_0000, [0xFD, 0, 0, 1]), (0xFF_FFFF, [0xFD, 0xFF, 0xFF, 0xFF]),
      (0x100_0000, [0xFE, 0, 0, 0, 1, 0, 0, 0, 0]),
    ] as [(Int, [UInt8])]
  )
  func `Lengths are written and read by their size`(number: Int, encoded: [UInt8]) {
    var writer = WireWriter()
    writer.append(lengthEncoded: number)
    #expect(writer.bytes == encoded)
    var reader = WireReader(encoded)
    #expect(reader.lengthEncodedNumber() == UInt64(number))
    for count in encoded.indices {
      var reader = WireReader(Array(encoded.prefix(count)))
      #expect(reader.lengthEncodedNumber() == nil)
    }
  }

  @Test(
    arguments: [
      [0xFB], [0xFF], [5, 1, 2], [0xFE, 255, 255, 255, 255, 255, 255, 255, 255],
      [0xFE, 255, 255, 255, 255, 255, 255, 255, 127], [0xFC, 1],
    ] as [[UInt8]]
  )
  func `A length that leads nowhere is none`(encoded: [UInt8]) {
    var reader = WireReader(encoded)
    #expect(reader.lengthEncodedBytes() == nil)
  }

  @Test func `Text ends with NUL, and numbers begin with their lowest byte`() {
    var reader = WireReader(bytes("root", 0, 0x34, 0x12, "x"))
    #expect(reader.bytesUntilNUL() == Array("root".utf8))
    #expect(reader.number(2) == 0x1234)
    #expect(reader.bytesUntilNUL() == nil)
    #expect(reader.take(1) == [UInt8(ascii: "x")])
    #expect(reader.take(1) == nil)
  }
}
