/// Makes references of the secrets that a statement sends, and sees to it that no two share a variable.
struct CredentialVariables {
  /// In the order they were made.
  private(set) var names: [String] = []
  private var taken = Set(ReferenceName.reserved)

  /// The credentials with a reference in the place of each secret.
  mutating func referring(
    _ credentials: JSONValue,
    of type: LinkType,
    for address: LinkAddress
  ) throws(ImportProblem) -> JSONValue {
    try referring(credentials, of: type, at: [], for: address)
  }

  private mutating func referring(
    _ value: JSONValue,
    of type: LinkType,
    at path: [String],
    for address: LinkAddress
  ) throws(ImportProblem) -> JSONValue {
    if let members = value.members, path.isEmpty || !members.isEmpty {
      try Self.check(members)
      var inner: [JSONValue.Member] = []
      for member in members {
        let value = try referring(
          member.value,
          of: type,
          at: path + [member.key],
          for: address
        )
        inner.append(.init(member.key, value))
      }
      return .object(inner)
    }
    if !type.isSecret(credential: path), isHarmless(value, key: path.last ?? "") { return value }
    return ["env": .string(name([address.database, address.name] + path))]
  }

  private static func check(_ members: [JSONValue.Member]) throws(ImportProblem) {
    if JSONValue.readsAsReference(members) {
      throw ImportProblem(message: "has a map in CREDENTIALS that would be read as a reference")
    }
    if !members.allSatisfy(\.key.isWritable) {
      throw ImportProblem(message: "has a key in CREDENTIALS that no manifest takes")
    }
  }

  /// Whether a value can stand in the open, whatever key it has.
  private func isHarmless(_ value: JSONValue, key: String) -> Bool {
    switch value {
    case .string(let text):
      text.isWritable && SecretRules.text(text, key: key.asciiLowercased) == nil
    case .number, .bool: true
    default: false
    }
  }

  private mutating func name(_ parts: [String]) -> String {
    let words = parts.map { part in
      String(
        decoding: part.utf8.map { $0.isOfVariable ? $0.uppercase : UInt8(ascii: "_") },
        as: UTF8.self
      )
    }
    let joined = words.joined(separator: "_")
    let plain = joined.utf8.first.map { (0x30...0x39).contains($0) } == true ? "_" + joined : joined
    var name = plain
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(plain)_\(number)"
      number += 1
    }
    names.append(name)
    return name
  }
}

extension UInt8 {
  fileprivate var isOfVariable: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }

  fileprivate var uppercase: UInt8 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
}
