/// What linkctl writes behind a link's description, by the same statement as the credentials: whose
/// the link is, whose statement was the last, and with a key a fingerprint of the credentials.
package struct Tag: Hashable, Sendable {
  /// A digest of at least 16 bytes, such as SHA-256.
  package typealias Digest = ([UInt8]) -> [UInt8]

  package let owner: String
  /// Of the link's `rotation`; `nil` where it has none.
  package let rotation: DigestPrefix?
  /// Tells one statement from every other.
  package let nonce: DigestPrefix
  /// `nil` where there was no key to make one.
  package let fingerprint: Fingerprint?
  /// `linkctl:1:OWNER:ROT:KID:NONCE:FP`, as it stands between the brackets.
  package let description: String

  /// The owner is one that `isOwner` takes.
  package init(
    owner: String,
    rotation: DigestPrefix?,
    nonce: DigestPrefix,
    fingerprint: Fingerprint?
  ) {
    precondition(Tag.isOwner(owner), "an owner that no tag can name")
    self.owner = owner
    self.rotation = rotation
    self.nonce = nonce
    self.fingerprint = fingerprint
    description = [
      "linkctl", Tag.version, owner, rotation?.text ?? Tag.nothing,
      fingerprint?.key.text ?? Tag.nothing, nonce.text, fingerprint?.value.text ?? Tag.nothing,
    ].joined(separator: ":")
  }
}

extension Tag {
  package static let rotationLength = 4
  package static let nonceLength = 8

  /// What a tag keeps of the text of a link's `rotation`.
  package static func rotation(of text: String, digest: Digest) -> DigestPrefix {
    DigestPrefix(rotationLength, of: digest(Array(text.utf8)))
  }

  /// The nonce of the statement by which a plan changes a link: the same whenever and wherever that
  /// plan is carried out.
  package static func nonce(
    planDigest: String,
    address: LinkAddress,
    digest: Digest
  ) -> DigestPrefix {
    let pieces = [planDigest, address.database, address.name]
    return DigestPrefix(nonceLength, of: digest(pieces.lengthPrefixed))
  }

  /// Whether a text is 1 to 32 letters, digits, dots, underscores and hyphens.
  package static func isOwner(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

extension Tag: CustomStringConvertible {
  /// The form of tags that this version writes and reads.
  static let version = "1"
  private static let nothing = "-"

  /// Reads exactly what `description` writes; `nil` for anything else.
  package init?(_ text: String) {
    guard let tag = text.withBytes({ Tag(text, $0) }) else { return nil }
    self = tag
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private init?(_ text: String, _ bytes: Bytes) {
    guard let parts = Tag.parts(of: bytes), parts[0].elementsEqual("linkctl".utf8),
      parts[1].elementsEqual(Tag.version.utf8),
      case let owner = String(decoding: parts[2], as: UTF8.self),
      Tag.isOwner(owner),
      let nonce = DigestPrefix(Tag.nonceLength, reading: parts[5])
    else { return nil }
    let isNothing = { (part: Bytes) in part.elementsEqual(Tag.nothing.utf8) }
    let rotation = DigestPrefix(Tag.rotationLength, reading: parts[3])
    let fingerprint = Fingerprint(key: parts[4], value: parts[6])
    guard rotation != nil || isNothing(parts[3]),
      fingerprint != nil || (isNothing(parts[4]) && isNothing(parts[6]))
    else { return nil }
    self.owner = owner
    self.rotation = rotation
    self.nonce = nonce
    self.fingerprint = fingerprint
    description = text
  }

  /// The seven parts between colons; `nil` where there are more or fewer.
  private static func parts(of bytes: Bytes) -> [Bytes]? {
    var parts: [Bytes] = []
    parts.reserveCapacity(7)
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") {
      guard parts.count < 6 else { return nil }
      parts.append(Bytes(rebasing: bytes[start..<index]))
      start = index + 1
    }
    parts.append(Bytes(rebasing: bytes[start...]))
    return parts.count == 7 ? parts : nil
  }
}
