@testable import LinkCore

/// What a type says of a link, a line a finding: `unknown-key config.regoin`.
func findings(
  _ type: LinkType,
  _ config: JSONValue = [:],
  _ credentials: [String: CredentialValue]? = [:]
) -> [String] {
  fullFindings(type, config, credentials).map { "\($0.rule.rawValue) \($0.path)" }
}

/// The messages alone.
func messages(
  _ type: LinkType,
  _ config: JSONValue = [:],
  _ credentials: [String: CredentialValue]? = [:]
) -> [String] {
  fullFindings(type, config, credentials).map(\.message)
}

private func fullFindings(
  _ type: LinkType,
  _ config: JSONValue,
  _ credentials: [String: CredentialValue]?
) -> [TypeFinding] {
  let members = credentials?.sorted { $0.key < $1.key }.map {
    CredentialValue.Member($0.key, $0.value)
  }
  return type.findings(config: config.members ?? [], credentials: members)
}

extension CredentialValue: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .literal(.string(text)) }
}

extension CredentialValue {
  /// A secret that comes from elsewhere, wherever that is.
  static let someReference = CredentialValue.reference(
    Reference(.environment("SOMEWHERE"), location: SourceLocation(file: "", line: 1, column: 1))
  )
}
