/// The keys at hand: the one that makes fingerprints now, and the one that did so before it.
package struct FingerprintKeys: Sendable {
  package let current: FingerprintKey?
  package let previous: FingerprintKey?

  package init(current: FingerprintKey?, previous: FingerprintKey? = nil) {
    self.current = current
    self.previous = previous
  }

  /// No key: nothing is compared.
  package static let none = FingerprintKeys(current: nil)
}

/// What a tag says of the credentials at hand.
package enum CredentialComparison: Hashable, Sendable {
  /// They are those that linkctl sent last.
  case same
  /// So they are, by the key of before: the tag is to be made again with the one of now.
  case sameByPreviousKey
  /// They are others than were sent, or the tag was made for another link or environment.
  case changed
  /// They were not compared.
  case unverifiable(Obstacle)

  /// Why credentials cannot be compared.
  package enum Obstacle: Error, Hashable, Sendable {
    /// There is no fingerprint key.
    case noKey
    /// The tag was made with a key that is not at hand.
    case otherKey
    /// The tag was made without any key.
    case noFingerprint
    /// A secret of the link is not at hand.
    case secretMissing
    /// No secret may be read.
    case offline
    /// The link has no tag that can be read.
    case noTag
  }
}

extension FingerprintKeys {
  /// What keeps credentials from being compared whatever they are; `nil` where they have to be
  /// resolved to know.
  package func obstacle(to mark: TagMark) -> CredentialComparison.Obstacle? {
    switch sealed(mark) {
    case .success: nil
    case .failure(let obstacle): obstacle
    }
  }

  /// Compares resolved credentials, `nil` for the empty text that HDFS takes, with those that a
  /// link's tag was made for.
  package func compare(
    _ credentials: JSONValue?,
    with mark: TagMark,
    in scope: FingerprintScope
  ) -> CredentialComparison {
    switch sealed(mark) {
    case .failure(let obstacle):
      return .unverifiable(obstacle)
    case .success(let sealed):
      let isSame = sealed.key.made(
        sealed.fingerprint,
        of: credentials,
        in: scope,
        nonce: sealed.nonce
      )
      guard isSame else { return .changed }
      return sealed.key.id == current?.id ? .same : .sameByPreviousKey
    }
  }

  /// A tag's fingerprint with what it takes to make it again.
  private struct Sealed {
    let fingerprint: Fingerprint
    let nonce: DigestPrefix
    let key: FingerprintKey
  }

  private func sealed(_ mark: TagMark) -> Result<Sealed, CredentialComparison.Obstacle> {
    guard case .tag(let tag) = mark else { return .failure(.noTag) }
    let keys = [current, previous].compactMap(\.self)
    guard !keys.isEmpty else { return .failure(.noKey) }
    guard let fingerprint = tag.fingerprint else { return .failure(.noFingerprint) }
    guard let key = keys.first(where: { $0.id == fingerprint.key }) else {
      return .failure(.otherKey)
    }
    return .success(Sealed(fingerprint: fingerprint, nonce: tag.nonce, key: key))
  }
}
