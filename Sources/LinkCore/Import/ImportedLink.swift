/// A link as a manifest can declare it, made of what a catalog or a script says of it.
package struct ImportedLink: Sendable {
  package let address: LinkAddress
  package let type: LinkType
  package let description: String?
  /// Without what a manifest cannot or must not say; `nil` where there is none.
  package let config: JSONValue?
  /// With references in the places of secrets; `nil` where nobody told.
  package let credentials: JSONValue?
  /// What was left out of it.
  package let gaps: [Gap]

  /// Something that is so and that the manifest does not say; there linkctl compares nothing.
  package struct Gap: Sendable {
    package let path: FieldPath
    package let reason: Reason

    package enum Reason: Sendable {
      /// No manifest says a secret in CONFIG.
      case secret
      /// In a manifest null takes a key away.
      case null
      /// Text that is refused in manifests.
      case text
      /// A map that would be read as a reference.
      case reference
      case unreadable
    }
  }
}

extension ImportedLink {
  /// The link's map as a manifest has it; `only` names the environments it is in, where it is not in
  /// all of them.
  package func body(only: [String]? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [.init("type", .string(type.name))]
    if let description { members.append(.init("description", .string(description))) }
    if let config { members.append(.init("config", config)) }
    if let credentials { members.append(.init("credentials", credentials)) }
    if !gaps.isEmpty { members.append(.init("ignore", .array(gaps.map(\.path.json)))) }
    if let only { members.append(.init("only", .array(only.map(JSONValue.string)))) }
    return .object(members)
  }

  /// What an environment has to override where the link is declared already; `nil` where nothing.
  ///
  /// Credentials are never compared.
  package func override(of declared: DesiredLink) -> JSONValue? {
    var members: [JSONValue.Member] = []
    let isLeftAlone = { (path: FieldPath) in
      gaps.contains { $0.path.covers(path) } || declared.ignored.contains { $0.covers(path) }
    }
    if declared.type != nil, declared.type !== type {
      members.append(.init("type", .string(type.name)))
    }
    if !(declared.description ?? "").isIdentical(to: description ?? ""),
      !isLeftAlone(["description"])
    {
      members.append(.init("description", description.map(JSONValue.string) ?? .null))
    }
    let config = declared.config.orEmpty.differences(to: self.config.orEmpty, at: ["config"])
      .filter { !isLeftAlone($0.path) }
    let override = config.reduce(JSONValue.object(members)) { override, difference in
      override.setting(difference.theirs ?? .null, at: difference.path.components[...])
    }
    return override.members?.isEmpty == true ? nil : override
  }
}

extension FieldPath {
  fileprivate var json: JSONValue { .string(description) }
}
