/// Credentials as the bytes that a fingerprint is taken of: the same for the same meaning, and for
/// no other.
///
/// Every value is its kind and its content, each with its length before it. The content of a list
/// is its values one behind the other, that of an object its keys with their values, in byte order
/// of the keys.
enum CredentialBytes {
  static func of(_ credentials: JSONValue?) -> [UInt8] {
    guard let credentials else { return ["none", ""].lengthPrefixed }
    return Array(credentials.kind.utf8).lengthPrefixed + content(of: credentials).lengthPrefixed
  }

  private static func content(of value: JSONValue) -> [UInt8] {
    switch value {
    case .null: []
    case .bool(let bool): Array("\(bool)".utf8)
    case .number(let number): Array(number.normalText.utf8)
    case .string(let text): Array(text.utf8)
    case .array(let items): items.flatMap { of($0) }
    case .object(let members):
      members.sortedByKey.flatMap { Array($0.key.utf8).lengthPrefixed + of($0.value) }
    }
  }
}
