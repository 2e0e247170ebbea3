extension SecretRules {
  /// A text with `***` for the user and password of each URL in it: what may be shown of it.
  ///
  /// `nil` where there is no such URL, or where something else in the text is taken for a secret.
  package static func maskingUserInfo(_ text: String) -> String? {
    let bytes = ByteText(text)
    var masked: [UInt8] = []
    var copied = 0
    for index in bytes.indices {
      guard let range = bytes.userInfo(around: index), range.lowerBound >= copied else { continue }
      masked += bytes.bytes[copied..<range.lowerBound] + Array("***".utf8)
      copied = range.upperBound
    }
    guard copied > 0 else { return nil }
    let shown = String(decoding: masked + bytes.bytes[copied...], as: UTF8.self)
    return value(shown) == nil ? shown : nil
  }
}
