/// Makes the tags that a plan's statements write.
package struct Tagger: Sendable {
  private let environment: String
  private let planDigest: String
  private let keys: FingerprintKeys
  private let digest: @Sendable ([UInt8]) -> [UInt8]

  package init(
    environment: String,
    planDigest: String,
    keys: FingerprintKeys,
    digest: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.environment = environment
    self.planDigest = planDigest
    self.keys = keys
    self.digest = digest
  }

  /// What tells the plan's statement for a link from every other statement.
  func nonce(of address: LinkAddress) -> DigestPrefix {
    Tag.nonce(planDigest: planDigest, address: address, digest: digest)
  }

  /// The tag for the credentials that a statement sends, `nil` for the empty text that HDFS takes;
  /// without a key it has no fingerprint.
  func tag(_ draft: TagDraft, for credentials: JSONValue?, of statement: Statement) -> Tag {
    let nonce = nonce(of: statement.address)
    let scope = statement.type.map {
      FingerprintScope(environment: environment, address: statement.address, type: $0)
    }
    return Tag(
      owner: draft.owner,
      rotation: draft.rotation,
      nonce: nonce,
      fingerprint: scope.flatMap {
        keys.current?.fingerprint(of: credentials, in: $0, nonce: nonce)
      }
    )
  }
}

extension Statement {
  /// The type of link that it makes.
  fileprivate var type: LinkType? {
    if case .create(_, let definition) = operation { definition.type } else { nil }
  }
}
