package import LinkCore

extension FingerprintKey {
  /// By OpenSSL's HMAC and HKDF.
  package init(_ key: SealKey) {
    self.init(
      hash: { key.hmacSHA256($0) },
      derived: { salt, info in
        let derived = key.derived(salt: salt, info: info)
        return { derived.hmacSHA256($0) }
      },
      areEqual: { ConstantTime.areEqual($0, $1) }
    )
  }
}
