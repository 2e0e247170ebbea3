/// The first bytes of a digest, which in the tag stand as base64url without padding.
package struct DigestPrefix: Hashable, Sendable {
  /// In one piece, for a catalog holds one a link; behind the last byte stand zeros.
  private let storage: SIMD16<UInt8>
  private let count: Int

  /// The first `count` bytes, at most 16, of a digest that has at least as many.
  package init(_ count: Int, of digest: [UInt8]) {
    precondition(digest.count >= count, "a digest is shorter than what is cut from it")
    var storage = SIMD16<UInt8>()
    for index in 0..<count { storage[index] = digest[index] }
    self.storage = storage
    self.count = count
  }

  /// Reads what `text` writes; `nil` for anything else than just so many bytes.
  init?(_ count: Int, reading text: some Collection<UInt8>) {
    guard let bytes = Base64.url.bytes(of: text), bytes.count == count else { return nil }
    self.init(count, of: bytes)
  }

  package var bytes: [UInt8] { (0..<count).map { storage[$0] } }

  package var text: String { Base64.url.text(of: bytes) }
}
