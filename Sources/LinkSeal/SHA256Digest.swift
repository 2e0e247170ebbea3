internal import COpenSSL
internal import LinkCore

/// SHA-256 of bytes that come piece by piece.
///
/// Not by OpenSSL's providers, which take longer to set up than a small plan takes.
package final class SHA256Digest: RunningDigest, @unchecked Sendable {
  private var context = SHA256_CTX()

  package init() {
    precondition(linkctl_sha256_init(&context) == 1, "OpenSSL has no SHA-256")
  }

  package func add(_ bytes: [UInt8]) { add(bytes[...]) }

  package func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { linkctl_sha256_update(&context, $0.baseAddress, $0.count) }
  }

  package func text() -> String {
    "sha256:" + Digest.hex(finish())
  }

  /// The 32 bytes; nothing can be added any more.
  func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    linkctl_sha256_final(&digest, &context)
    return digest
  }
}
