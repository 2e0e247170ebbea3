import LinkCore
import LinkSeal
import Testing

/// A journal is believed record by record, and only where each is as it was written.
@Suite struct JournalReadingTests {
  private static let line = JournalLine { Digest.hex(Array(Digest.sha256($0).prefix(4))) }

  private static func drop(_ name: String) -> Statement {
    Statement(.drop, LinkAddress(database: "prod", name: name))
  }

  private static let records: [JournalRecord] = [
    .begin(run: "r1", planDigest: "sha256:0", environment: "prod", target: "sandbox:x", total: 3),
    .intent(index: 0, drop("a")), .outcome(index: 0, .applied, code: nil),
    .intent(index: 1, drop("b")), .outcome(index: 1, .unknown, code: 2013),
    .intent(index: 2, drop("c")), .outcome(index: 2, .failed, code: 1142), .end,
  ]

  private static func bytes(_ records: some Sequence<JournalRecord>) -> [UInt8] {
    Array(records.map { line.text(of: $0.json) + "\n" }.joined().utf8)
  }

  private static let whole = bytes(records)

  private static func reading(_ bytes: some Sequence<UInt8>) -> JournalReading {
    JournalReading(Array(bytes), line)
  }

  private static func links(_ reading: JournalReading) -> [String] {
    reading.underWay.map { "\($0.action) \($0.address)" }
  }

  @Test func `Tells what was under way`() {
    let read = Self.reading(Self.whole)
    #expect(read.run == "r1" && read.target == "sandbox:x" && read.isEnded)
    #expect(!read.isTorn && read.damaged.isEmpty)
    #expect(Self.links(read) == ["drop prod.b"])
    let cut = Self.reading(Self.bytes(Self.records.prefix(6)))
    #expect(Self.links(cut) == ["drop prod.b", "drop prod.c"] && !cut.isEnded)
    let settled = Self.records + [.outcome(index: 1, .applied, code: nil)]
    #expect(Self.links(Self.reading(Self.bytes(settled))) == [])
  }

  @Test func `F012: Cut at each byte, it says what its whole records say`() {
    var starts: [Int] = [0]
    for (index, byte) in Self.whole.enumerated() where byte == 0x0A { starts.append(index + 1) }
    for length in 0...Self.whole.count {
      let read = Self.reading(Self.whole.prefix(length))
      let records = starts.count { $0 <= length } - 1
      let expected = Self.reading(Self.bytes(Self.records.prefix(records)))
      #expect(read.isTorn == !starts.contains(length))
      #expect(read.damaged.isEmpty && read.isEnded == expected.isEnded)
      #expect(read.underWay == expected.underWay && read.run == expected.run)
    }
  }

  @Test func `F013: A flipped bit anywhere is found, and the record not believed`() {
    for index in Self.whole.indices {
      for bit in 0..<8 {
        var bytes = Self.whole
        bytes[index] ^= 1 << bit
        let read = Self.reading(bytes)
        #expect(!read.damaged.isEmpty || read.isTorn, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `F025: Of a newer format nothing is believed`() {
    let begin: JSONValue = [
      "record": "begin", "format_version": "99.0", "run_id": "r", "target": "t",
    ]
    let read = Self.reading(Array((Self.line.text(of: begin) + "\n").utf8) + Self.whole)
    #expect(read.newerFormat == "99.0")
    #expect(read.run == nil && read.underWay.isEmpty && !read.isEnded)
  }
}
