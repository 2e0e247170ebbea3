internal import LinkSeal

/// Names made of digests.
enum DigestText {
  /// 32 digits.
  static func short(_ text: String) -> String {
    Digest.hex(Array(Digest.sha256(Array(text.utf8)).prefix(16)))
  }
}
