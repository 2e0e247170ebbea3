internal import LinkCore
internal import LinkSeal

/// A fingerprint key as people and variables have it: 32 bytes in base64url without padding.
enum FingerprintKeyText {
  private static let byteCount = 32
  private static let digitCount = 43

  /// A new key.
  static func make() throws(RandomnessError) -> Secret {
    let key = try SealKey(randomCount: byteCount)
    return Secret(key.reveal { Base64.url.text(of: $0) })
  }

  static func read(_ digits: [UInt8]) throws(FingerprintKeyFlaw) -> SealKey {
    guard digits.count == digitCount else { throw .length }
    guard let bytes = Base64.url.bytes(of: digits) else { throw .digits }
    return SealKey(bytes)
  }

  /// A variable's value in every way that it may be seen in; also of what can be no key.
  static func secrets(in digits: [UInt8]) -> [Secret] {
    let text = Secret(String(decoding: digits, as: UTF8.self))
    guard let bytes = Base64.url.bytes(of: digits) else { return [text] }
    return [text, Secret(Base64.standard.text(of: bytes)), Secret(Digest.hex(bytes))]
  }
}

/// What keeps a text from being a fingerprint key; it never holds the text.
enum FingerprintKeyFlaw: Error, Hashable {
  case length
  /// Not of the alphabet, or not as anybody would write 32 bytes.
  case digits
  /// There is a key of before, and none of now.
  case withoutCurrent
}

extension FingerprintKeyFlaw: CustomStringConvertible {
  var description: String {
    switch self {
    case .length: "is no fingerprint key, which has 43 characters"
    case .digits: "is no fingerprint key, which is 32 bytes in base64url without padding"
    case .withoutCurrent: "is set, and \(FingerprintVariable.current.rawValue) is not"
    }
  }
}
