internal import COpenSSL

/// Digests of bytes, by the system's OpenSSL.
package enum Digest {
  /// The 32 bytes of SHA-256.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    let done = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
    precondition(done == 1 && count == 32, "OpenSSL has no SHA-256")
    return digest
  }

  /// Two lower-case digits a byte.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
