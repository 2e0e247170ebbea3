/// A link as the manifests want it in one environment.
///
/// A class, for it is large, never changes, and is handed on by every step.
package final class DesiredLink: Sendable {
  package enum Credentials: Sendable {
    /// Not declared: linkctl compares the rest, and can neither create nor replace the link.
    case unmanaged
    /// HDFS without credentials: the clause holds an empty text.
    case none
    /// A map of keys, maybe empty.
    case declared(CredentialValue)
  }

  /// What happens to a link that exists and differs.
  package enum UpdatePolicy: String, CaseIterable, Sendable {
    case replace
    case never
  }

  package let address: LinkAddress
  /// `nil` only in a tombstone that names none.
  package let type: LinkType?
  package let isAbsent: Bool
  package let description: String?
  /// An object, or `nil` where there is no CONFIG clause.
  package let config: JSONValue?
  /// What in its CONFIG is taken for a secret.
  package let configSecrets: [(path: FieldPath, finding: SecretFinding)]
  /// Its CONFIG for anybody's eyes: a secret in it, that was let pass, is not shown.
  package let shownConfig: JSONValue?
  package let credentials: Credentials
  package let update: UpdatePolicy
  package let isProtected: Bool
  package let ignored: [FieldPath]
  /// Any text; another one than the link's tag was made for has its credentials sent again.
  package let rotation: String?
  package let waivers: [Waiver]
  /// Where the link's name stands.
  package let source: SourceLocation
  /// The link's map after defaults and overrides, to find the place of a field.
  package let body: Node
  /// Where the values that it may refer to were written.
  private let valuePlaces: [ExactText: SourceLocation]

  package init(
    address: LinkAddress,
    type: LinkType?,
    isAbsent: Bool,
    description: String?,
    config: JSONValue?,
    credentials: Credentials,
    update: UpdatePolicy,
    isProtected: Bool,
    ignored: [FieldPath],
    rotation: String? = nil,
    waivers: [Waiver],
    source: SourceLocation,
    body: Node,
    valuePlaces: [ExactText: SourceLocation] = [:]
  ) {
    self.address = address
    self.type = type
    self.isAbsent = isAbsent
    self.description = description
    self.config = config
    let secrets = config.map { LinkType.secrets(in: $0, of: type) } ?? []
    configSecrets = secrets
    shownConfig = config.map { $0.redacting(secrets) }
    self.credentials = credentials
    self.update = update
    self.isProtected = isProtected
    self.ignored = ignored
    self.rotation = rotation
    self.waivers = waivers
    self.source = source
    self.body = body
    self.valuePlaces = valuePlaces
  }

  /// Every reference in its credentials.
  package var references: [Reference] {
    if case .declared(let value) = credentials { value.references } else { [] }
  }

  /// Where a node of its map stands.
  package func place(of node: Node) -> SourceLocation {
    SourceLocation(file: source.file, node.start)
  }

  /// Where a field was written; the link's own place where it was not.
  package func place(of path: FieldPath) -> SourceLocation {
    var node = body
    var place = source.mark
    for component in path.components {
      guard let entry = node.entry(component) else { break }
      place = entry.keyStart
      node = entry.value
    }
    return SourceLocation(file: source.file, place)
  }

  /// Where the value of a field was written: a default, the link, an override or a value of the
  /// environment; where it would stand if it is not set.
  package func origin(of path: FieldPath) -> SourceLocation {
    guard !valuePlaces.isEmpty else { return place(of: path) }
    var node = body
    for component in path.components {
      guard let next = node[component] else { break }
      node = next
    }
    let value = node.valueName.flatMap { valuePlaces[ExactText($0)] }
    return value ?? place(of: path)
  }

  /// The waivers that consent to something, and have not ended.
  func consents(to consent: Waiver.Consent, on today: CalendarDate) -> [Waiver] {
    waivers.filter { $0.subject == .consent(consent) && $0.counts(on: today) }
  }

  /// Whether the comparison leaves the field at a path out.
  package func ignores(_ path: @autoclosure () -> FieldPath) -> Bool {
    guard !ignored.isEmpty else { return false }
    let path = path()
    return ignored.contains { $0.covers(path) }
  }
}
