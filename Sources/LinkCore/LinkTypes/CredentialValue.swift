/// What a manifest says of a credential, before any secret is read.
package indirect enum CredentialValue: Sendable {
  /// A text that comes from elsewhere.
  case reference
  case literal(JSONValue)
  case object([Member])
  case array([CredentialValue])

  package struct Member: Sendable {
    package let key: String
    package let value: CredentialValue

    package init(_ key: String, _ value: CredentialValue) {
      self.key = key
      self.value = value
    }
  }
}

extension CredentialValue {
  /// JSON of the same shape, where every reference is an empty text.
  var shape: JSONValue {
    switch self {
    case .reference: ""
    case .literal(let value): value
    case .object(let members): .object(members.map { JSONValue.Member($0.key, $0.value.shape) })
    case .array(let values): .array(values.map(\.shape))
    }
  }

  /// Its members, also where the whole of it is written down.
  var members: [Member]? {
    switch self {
    case .object(let members): members
    case .literal(let value): value.members?.map { Member($0.key, .literal($0.value)) }
    case .reference, .array: nil
    }
  }
}
