/// The values of an environment that manifests may refer to.
package struct EnvironmentValues: Sendable {
  package let environment: String
  package let values: [JSONValue.Member]
  /// Where each of them was written.
  package let places: [ExactText: SourceLocation]

  package init(
    environment: String,
    values: [JSONValue.Member] = [],
    places: [ExactText: SourceLocation] = [:]
  ) {
    self.environment = environment
    self.values = values
    self.places = places
  }

  fileprivate subscript(name: String) -> JSONValue? {
    values.first { $0.key.isIdentical(to: name) }?.value
  }
}

/// Which references may stand at a place.
package enum ReferencePolicy: Sendable {
  /// Public places: CONFIG, descriptions.
  case valuesOnly
  /// Credentials.
  case secretsToo
}

extension NodeReader {
  /// A tree of plain data and references; every wrong piece of it is reported and left out.
  package mutating func value(
    _ node: Node,
    named name: String,
    _ policy: ReferencePolicy,
    values: EnvironmentValues
  ) -> CredentialValue? {
    if let written = reference(node) {
      return written.flatMap { resolve($0, node, named: name, policy, values) }
    }
    switch node.content {
    case .scalar(let scalar):
      return literal(scalar, at: node, named: name)
    case .sequence(let items):
      return .array(
        items.compactMap { value($0, named: "an item of \(name)", policy, values: values) }
      )
    case .mapping(let entries):
      return .object(
        entries.compactMap { entry in
          value(entry.value, named: entry.key, policy, values: values).map {
            CredentialValue.Member(entry.key, $0)
          }
        }
      )
    }
  }

  /// A tree of plain data, with references to values of the environment in their place.
  package mutating func json(
    _ node: Node,
    named name: String,
    values: EnvironmentValues
  ) -> JSONValue? {
    value(node, named: name, .valuesOnly, values: values)?.json { .string($0.placeholder) }
  }

  private mutating func literal(
    _ scalar: Node.Scalar,
    at node: Node,
    named name: String
  ) -> CredentialValue? {
    guard !scalar.isMissing else {
      reportKind(of: node, named: name, expected: "a value")
      return nil
    }
    return .literal(ScalarValue(scalar).json)
  }

  private mutating func resolve(
    _ written: WrittenReference,
    _ node: Node,
    named name: String,
    _ policy: ReferencePolicy,
    _ values: EnvironmentValues
  ) -> CredentialValue? {
    switch (written, policy) {
    case (.secret(let reference), .secretsToo):
      return .reference(reference)
    case (.secret(let reference), .valuesOnly):
      report(
        .badReference,
        "\(name.shown): \(reference.source) cannot stand here, as everybody may see it; secrets go"
          + " into credentials, and what differs by environment is { value: NAME }",
        at: node
      )
      return nil
    case (.value(let valueName, let prefix, let suffix, let place), _):
      return resolve(valueName, prefix: prefix, suffix: suffix, at: place, values)
    }
  }

  private mutating func resolve(
    _ name: String,
    prefix: String,
    suffix: String,
    at place: SourceLocation,
    _ values: EnvironmentValues
  ) -> CredentialValue? {
    guard let value = values[name] else {
      report(.unknownValue(name, at: place, values: values))
      return nil
    }
    guard !prefix.isEmpty || !suffix.isEmpty else { return .literal(value) }
    switch value {
    case .string(let text): return .literal(.string(prefix + text + suffix))
    case .number(let number): return .literal(.string(prefix + number.text + suffix))
    case .bool(let bool): return .literal(.string(prefix + "\(bool)" + suffix))
    case .null, .array, .object:
      report(
        .form(
          .badReference,
          "value '\(name.shown)' is \(value.kind); prefix and suffix need a text or a number",
          at: place
        )
      )
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownValue(
    _ name: String,
    at place: SourceLocation,
    values: EnvironmentValues
  ) -> Diagnostic {
    let names = values.values.map(\.key)
    let advice =
      Suggestion.didYouMean(name, among: names)
      ?? "; add it to environments.\(values.environment).values in linkctl.yaml"
    return .form(
      .badReference,
      "environment '\(values.environment)' has no value '\(name.shown)'\(advice)",
      at: place
    )
  }
}
