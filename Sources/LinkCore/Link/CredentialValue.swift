/// A value in a link's credentials: public literals, and holes where a secret will stand.
package enum CredentialValue: Sendable {
  case literal(JSONValue)
  /// A literal that stands where a secret is due, and was let pass; it is sent, never shown.
  case hidden(HiddenLiteral)
  case reference(Reference)
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
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  private var isReference: Bool {
    if case .reference = self { true } else { false }
  }

  /// A text that was written out, shown or not.
  var writtenText: JSONValue? {
    switch self {
    case .literal(let value) where value.text != nil: value
    case .hidden(let literal) where literal.reveal().text != nil: literal.reveal()
    default: nil
    }
  }

  /// Every reference in it, in the order they were written.
  package var references: [Reference] {
    var references: [Reference] = []
    collect(into: &references)
    return references
  }

  private func collect(into references: inout [Reference]) {
    switch self {
    case .literal, .hidden: break
    case .reference(let reference): references.append(reference)
    case .object(let members): for member in members { member.value.collect(into: &references) }
    case .array(let items): for item in items { item.collect(into: &references) }
    }
  }

  /// Every literal in it that must not be shown.
  package var hiddenLiterals: [HiddenLiteral] {
    switch self {
    case .literal, .reference: []
    case .hidden(let literal): [literal]
    case .object(let members): members.flatMap(\.value.hiddenLiterals)
    case .array(let items): items.flatMap(\.hiddenLiterals)
    }
  }

  /// Whether there is a literal in it that must not be shown.
  var hidesLiteral: Bool {
    switch self {
    case .literal, .reference: false
    case .hidden: true
    case .object(let members): members.contains { $0.value.hidesLiteral }
    case .array(let items): items.contains(where: \.hidesLiteral)
    }
  }

  /// JSON of the same kinds and keys, where a reference is an empty text; for checks, not for eyes.
  var shape: JSONValue {
    json { hole in
      switch hole {
      case .reference: ""
      case .literal(let literal): literal.reveal()
      }
    }
  }

  /// The JSON it becomes, with each hole filled.
  package func json(_ fill: (Hole) -> JSONValue) -> JSONValue {
    switch self {
    case .literal(let value): value
    case .hidden(let literal): fill(.literal(literal))
    case .reference(let reference): fill(.reference(reference))
    case .object(let members):
      .object(members.map { JSONValue.Member($0.key, $0.value.json(fill)) })
    case .array(let items): .array(items.map { $0.json(fill) })
    }
  }

  /// The same tree with literals hidden wherever `isSecret` says so of the way to them.
  package func hiding(
    at path: [String] = [],
    where isSecret: ([String]) -> Bool
  ) -> CredentialValue {
    switch self {
    case .literal(let value): isSecret(path) ? .hidden(HiddenLiteral(value)) : self
    case .hidden, .reference: self
    // Most hold nothing but references, which are no literals, wherever they stand.
    case .object(let members) where members.allSatisfy(\.value.isReference): self
    case .object(let members):
      .object(
        members.map { member in
          Member(member.key, member.value.hiding(at: path + [member.key], where: isSecret))
        }
      )
    case .array(let items): .array(items.map { $0.hiding(at: path, where: isSecret) })
    }
  }

  /// Every scalar, list, reference and empty object in it with the way to it; other objects are
  /// walked through.
  package func leaves(at path: FieldPath) -> [(path: FieldPath, value: CredentialValue)] {
    guard let members, !members.isEmpty else { return [(path, self)] }
    return members.flatMap { $0.value.leaves(at: path.appending($0.key)) }
  }
}

/// A place in a statement where something stands that must not be shown.
package enum Hole: Sendable {
  case reference(Reference)
  case literal(HiddenLiteral)
}

extension Hole {
  /// What is sent in its place; null for a secret that is not there.
  package func filled(by secret: (Reference) -> Secret?) -> JSONValue {
    switch self {
    case .literal(let literal): literal.reveal()
    case .reference(let reference): secret(reference)?.reveal { .string($0) } ?? .null
    }
  }

  /// What stands there for everybody to see.
  package var placeholder: String {
    switch self {
    case .reference(let reference): reference.placeholder
    case .literal: "${literal}"
    }
  }
}

/// A value that was written out where a secret is due; like `Secret` it shows nothing.
package struct HiddenLiteral: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let value: JSONValue

  package init(_ value: JSONValue) {
    self.value = value
  }

  package func reveal() -> JSONValue { value }

  package var description: String { "<redacted>" }
  package var debugDescription: String { "<redacted>" }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
