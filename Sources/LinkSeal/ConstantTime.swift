internal import COpenSSL

/// Comparison whose time tells nothing of where two values differ.
package enum ConstantTime {
  /// Whether both have the same bytes; only their lengths show.
  package static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
  }
}
