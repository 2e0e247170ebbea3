/// The first bytes of a digest, which in the tag stand as base64url without padding.
package struct DigestPrefix: Hashable, Sendable {
  package let bytes: [UInt8]

  /// The first `count` bytes of a digest that has at least as many.
  package init(_ count: Int, of digest: [UInt8]) {
    precondition(digest.count >= count, "a digest is shorter than what is cut from it")
    bytes = Array(digest.prefix(count))
  }

  /// Reads what `text` writes; `nil` for anything else than just so many bytes.
  init?(_ count: Int, reading text: some Sequence<UInt8>) {
    guard let bytes = Base64.url.bytes(of: text), bytes.count == count else { return nil }
    self.bytes = bytes
  }

  package var text: String { Base64.url.text(of: bytes) }
}
