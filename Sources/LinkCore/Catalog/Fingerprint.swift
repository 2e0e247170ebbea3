/// What tells whether credentials are those that were sent, and nothing else about them to anybody
/// without the key.
package struct Fingerprint: Hashable, Sendable {
  /// Names the key it was made with.
  package let key: DigestPrefix
  package let value: DigestPrefix

  static let length = 16

  fileprivate init(key: DigestPrefix, value: DigestPrefix) {
    self.key = key
    self.value = value
  }

  /// Reads the two parts of a tag.
  init?(key: some Collection<UInt8>, value: some Collection<UInt8>) {
    guard let key = DigestPrefix(FingerprintKey.idLength, reading: key),
      let value = DigestPrefix(Fingerprint.length, reading: value)
    else { return nil }
    self.init(key: key, value: value)
  }
}

/// The one link in one environment that a fingerprint holds for.
package struct FingerprintScope: Sendable {
  package let environment: String
  package let address: LinkAddress
  package let type: LinkType

  package init(environment: String, address: LinkAddress, type: LinkType) {
    self.environment = environment
    self.address = address
    self.type = type
  }
}

/// A key that makes fingerprints, as the functions that it takes: this room computes no hash.
package struct FingerprintKey: Sendable {
  /// HMAC-SHA256 of a message, under a key that it holds.
  package typealias KeyedHash = @Sendable (_ message: [UInt8]) -> [UInt8]
  /// HMAC-SHA256 under the key that HKDF-SHA256 makes of this one.
  package typealias Derivation = @Sendable (_ salt: [UInt8], _ info: [UInt8]) -> KeyedHash
  /// A comparison whose time tells nothing.
  package typealias Comparison = @Sendable ([UInt8], [UInt8]) -> Bool

  static let idLength = 6

  /// Names the key to whoever has it, and tells nobody else anything of it.
  package let id: DigestPrefix
  private let derived: Derivation
  private let areEqual: Comparison

  package init(
    hash: KeyedHash,
    derived: @escaping Derivation,
    areEqual: @escaping Comparison
  ) {
    id = DigestPrefix(FingerprintKey.idLength, of: hash(Array("linkctl/kid/1".utf8)))
    self.derived = derived
    self.areEqual = areEqual
  }

  /// The fingerprint of resolved credentials, `nil` for the empty text that HDFS takes; of the same
  /// ones in two places or under two nonces the fingerprints have nothing in common.
  package func fingerprint(
    of credentials: JSONValue?,
    in scope: FingerprintScope,
    nonce: DigestPrefix
  ) -> Fingerprint {
    let info = [scope.environment, scope.address.database, scope.address.name, scope.type.name]
    let hash = derived(Array("linkctl/fp/1".utf8), info.lengthPrefixed)
    let code = hash(nonce.bytes + CredentialBytes.of(credentials))
    return Fingerprint(key: id, value: DigestPrefix(Fingerprint.length, of: code))
  }

  /// Whether a tag's fingerprint is that of these credentials; one that another key made is not.
  func made(
    _ fingerprint: Fingerprint,
    of credentials: JSONValue?,
    in scope: FingerprintScope,
    nonce: DigestPrefix
  ) -> Bool {
    let own = self.fingerprint(of: credentials, in: scope, nonce: nonce)
    return own.key == fingerprint.key && areEqual(own.value.bytes, fingerprint.value.bytes)
  }
}
