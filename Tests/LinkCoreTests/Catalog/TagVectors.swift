import LinkCore
import LinkSeal
import Testing

/// A tag with all that it was made of, as `docs/tag-vectors.json` has them.
struct TagVector {
  private let json: JSONValue

  init(_ json: JSONValue) {
    self.json = json
  }

  private func text(_ name: String) throws -> String {
    try #require(json[name]?.text, "\(name)")
  }

  private func optional(_ name: String) throws -> String? {
    if case .null? = json[name] { nil } else { try text(name) }
  }

  private var credentials: JSONValue? {
    if case .null? = json["credentials"] { nil } else { json["credentials"] }
  }

  /// The tag, made again.
  func tag() throws -> Tag {
    let address = try LinkAddress(database: text("database"), name: text("name"))
    let type = try #require(LinkType.named(text("type")))
    let scope = try FingerprintScope(environment: text("environment"), address: address, type: type)
    let nonce = try Tag.nonce(
      planDigest: text("plan_digest"),
      address: address,
      digest: Digest.sha256
    )
    let key = try optional("key").flatMap { Base64.url.bytes(of: $0.utf8) }
    return try Tag(
      owner: text("owner"),
      rotation: optional("rotation").map { Tag.rotation(of: $0, digest: Digest.sha256) },
      nonce: nonce,
      fingerprint: key.map {
        FingerprintKey(SealKey($0)).fingerprint(of: credentials, in: scope, nonce: nonce)
      }
    )
  }

  /// The vector with the tag that belongs to it.
  func completed() throws -> JSONValue {
    let tag = try tag().description
    let rest = (json.members ?? []).filter { $0.key != "tag" }
    return .object(rest + [.init("tag", .string(tag))])
  }

  /// One of random texts.
  init(seed: UInt64) {
    var hostile = HostileText(seed: seed)
    json = [
      "about": .string("seed \(seed)"),
      "owner": "data-platform",
      "rotation": hostile.int(0...1) == 0 ? .null : .string(hostile.text(pieces: 2)),
      "key": .string(Base64.url.text(of: (0..<32).map { _ in UInt8(hostile.int(0...255)) })),
      "plan_digest": .string(hostile.text(pieces: 3)),
      "environment": .string(hostile.name()),
      "database": .string(hostile.name()),
      "name": .string(hostile.name()),
      "type": .string(hostile.pick(LinkType.all).name),
      "credentials": hostile.object(),
    ]
  }
}
