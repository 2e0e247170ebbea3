import Synchronization
import Testing

@testable import LinkSeal

@Suite struct SealKeyTests {
  private static func repeated(_ byte: UInt8, _ count: Int) -> [UInt8] {
    [UInt8](repeating: byte, count: count)
  }

  /// RFC 4231, section 4; the fifth is cut to 128 bits there.
  @Test(
    arguments: [
      (
        repeated(0x0B, 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        repeated(0xAA, 20), repeated(0xDD, 50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        Array(0x01...0x19), repeated(0xCD, 50),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
      ),
      (
        repeated(0x0C, 20), Array("Test With Truncation".utf8),
        "a3b6167473100ee06e0c796c2955552b"
      ),
      (
        repeated(0xAA, 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
      (
        repeated(0xAA, 131),
        Array(
          ("This is a test using a larger than block-size key and a larger than block-size data."
            + " The key needs to be hashed before being used by the HMAC algorithm.").utf8
        ),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
      ),
    ] as [([UInt8], [UInt8], String)]
  )
  func `HMAC-SHA256 gives the known answers`(key: [UInt8], message: [UInt8], code: String) {
    let whole = Digest.hex(SealKey(key).hmacSHA256(message))
    #expect(whole.prefix(code.count) == code)
  }

  /// RFC 5869, appendix A, the cases with SHA-256.
  @Test(
    arguments: [
      (
        repeated(0x0B, 22), Array(0x00...0x0C), Array(0xF0...0xF9),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
      ),
      (
        Array(0x00...0x4F), Array(0x60...0xAF), Array(0xB0...0xFF),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c6"
          + "5e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
      ),
      (
        repeated(0x0B, 22), [], [],
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
      ),
    ] as [([UInt8], [UInt8], [UInt8], String)]
  )
  func `HKDF-SHA256 gives the known answers`(
    key: [UInt8],
    salt: [UInt8],
    info: [UInt8],
    output: String
  ) {
    let derived = SealKey(key).derived(salt: salt, info: info, count: output.count / 2)
    #expect(derived.reveal { Digest.hex(Array($0)) } == output)
  }

  @Test func `Empty keys and messages have a code too`() {
    let code = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
    #expect(Digest.hex(SealKey([]).hmacSHA256([])) == code)
  }

  @Test func `Random keys differ`() throws {
    let keys = try (0..<100).map { _ in
      try SealKey(randomCount: 32).reveal { Array($0) }
    }
    #expect(keys.allSatisfy { $0.count == 32 })
    #expect(Set(keys).count == 100)
  }

  @Test func `A key shows nothing`() {
    let key = SealKey(Array("hunter2-hunter2".utf8))
    var dumped = ""
    dump([key], to: &dumped)
    let shown = [
      "\(key)", String(reflecting: key), "\([key])", "\(Mirror(reflecting: key))", dumped,
    ]
    for text in shown { #expect(!text.contains("hunter2") && !text.contains("104")) }
    #expect(Mirror(reflecting: key).children.isEmpty)
  }

  @Test func `A key is overwritten before its memory is given back`() {
    let released = Mutex<[UInt8]?>(nil)
    do {
      let key = SealKey(count: 4) { memory in
        released.withLock { $0 = Array(memory) }
        memory.deallocate()
      }
      key.fill([1, 2, 3, 4])
      #expect(key.reveal { Array($0) } == [1, 2, 3, 4])
      #expect(released.withLock { $0 } == nil)
    }
    #expect(released.withLock { $0 } == [0, 0, 0, 0])
  }
}

@Suite struct ConstantTimeTests {
  @Test func `Tells bytes apart`() {
    #expect(ConstantTime.areEqual([], []))
    #expect(ConstantTime.areEqual([1, 2], [1, 2]))
    #expect(!ConstantTime.areEqual([1, 2], [1, 2, 3]))
    #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2]))
    for bit in 0..<32 {
      var bytes: [UInt8] = [0x5A, 0x00, 0xFF, 0x01]
      bytes[bit / 8] ^= 1 << (bit % 8)
      #expect(!ConstantTime.areEqual(bytes, [0x5A, 0x00, 0xFF, 0x01]))
    }
  }
}
