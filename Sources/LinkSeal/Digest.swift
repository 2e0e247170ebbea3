internal import COpenSSL

/// Digests of bytes, by the system's OpenSSL.
package enum Digest {
  /// The 32 bytes of SHA-256.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    sha256([bytes])
  }

  /// The same of bytes that are in pieces.
  package static func sha256(_ pieces: [[UInt8]]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var isDone = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    for piece in pieces {
      isDone = isDone && EVP_DigestUpdate(context, piece, piece.count) == 1
    }
    isDone = isDone && EVP_DigestFinal_ex(context, &digest, nil) == 1
    precondition(isDone, "OpenSSL has no SHA-256")
    return digest
  }

  /// Two lower-case digits a byte.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
