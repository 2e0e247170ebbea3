import Glibc
import LinkCore
import LinkSeal
import Testing

/// A fingerprint tells same from changed, whatever the credentials are.
@Suite struct FingerprintPropertyTests {
  static let batches = 20

  /// How many credential sets there are: 10,000, or what `LINKCTL_PROPERTY_COUNT` asks for.
  static let count = getenv("LINKCTL_PROPERTY_COUNT").flatMap { Int(String(cString: $0)) } ?? 10_000
  static let batchSize = count / batches

  @Test(arguments: 0..<batches)
  func `Is never wrong about random credentials`(batch: Int) {
    var problems: [String] = []
    for index in 0..<Self.batchSize {
      let seed = UInt64(batch * Self.batchSize + index)
      var sample = SealedSample(seed: seed)
      problems += sample.problems().map { "seed \(seed): \($0)" }
    }
    #expect(problems.prefix(5) == [])
  }

  @Test(arguments: 0..<max(1, count / 1_250))
  func `Sees every bit that changes`(seed: Int) {
    var sample = SealedSample(seed: UInt64(seed) << 32)
    let (count, missed) = sample.flips()
    #expect(missed == [])
    #expect(count > 600)
  }

  @Test func `Notices a comparison that is wrong`() {
    let blind = FingerprintKey(
      hash: { _ in [UInt8](repeating: 0, count: 32) },
      derived: { _, _ in { _ in [UInt8](repeating: 0, count: 32) } },
      areEqual: { $0 == $1 }
    )
    var sample = SealedSample(seed: 7, key: blind)
    #expect(sample.problems().contains { $0.hasPrefix("false same") })
    #expect(sample.flips().missed != [])
    let moody = FingerprintKey(
      hash: { _ in [UInt8](repeating: 0, count: 32) },
      derived: { _, _ in Digest.sha256 },
      areEqual: { _, _ in false }
    )
    sample = SealedSample(seed: 7, key: moody)
    #expect(sample.problems().contains { $0.hasPrefix("false changed") })
  }
}
