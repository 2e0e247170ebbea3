import LinkCore
import LinkSeal

/// The tests' library has a type of that name too.
typealias Tag = LinkCore.Tag

/// Tags and what it takes to make them, for tests.
enum TagSamples {
  static let key = FingerprintKey(SealKey(Array(0..<32)))
  static let otherKey = FingerprintKey(SealKey(Array(1...32)))

  static func scope(
    environment: String = "prod",
    database: String = "Orderdb",
    name: String = "product_S3",
    type: LinkType = .s3
  ) -> FingerprintScope {
    FingerprintScope(
      environment: environment,
      address: LinkAddress(database: database, name: name),
      type: type
    )
  }

  static func nonce(_ planDigest: String = "sha256:00") -> DigestPrefix {
    Tag.nonce(
      planDigest: planDigest,
      address: LinkAddress(database: "Orderdb", name: "product_S3"),
      digest: Digest.sha256
    )
  }

  static let credentials: JSONValue = ["aws_access_key_id": "AKIA", "aws_secret_access_key": "x/y"]

  static func tag(
    owner: String = "data-platform",
    rotation: String? = "2026-11",
    key: FingerprintKey? = key
  ) -> Tag {
    Tag(
      owner: owner,
      rotation: rotation.map { Tag.rotation(of: $0, digest: Digest.sha256) },
      nonce: nonce(),
      fingerprint: key?.fingerprint(of: credentials, in: scope(), nonce: nonce())
    )
  }
}
