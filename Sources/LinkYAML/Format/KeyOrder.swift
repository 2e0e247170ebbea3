internal import LinkCore

/// What a file is; it decides which keys have an order of their own.
package enum DocumentShape: Sendable {
  case manifest
  case project
}

/// The order in which the keys of a map stand.
///
/// Keys that linkctl gives a meaning have one order; those of an author's own making, such as the
/// names of links and the keys of CONFIG, stay as the author has them.
enum KeyOrder {
  case manifest
  case links
  case link
  case overrides
  case waivers
  case project
  case environments
  case environment
  case security
  case secrets
  case guardrails
  case data

  init(_ shape: DocumentShape) {
    self =
      switch shape {
      case .manifest: .manifest
      case .project: .project
      }
  }

  private static let waiverKeys = ["rule", "key", "reason", "until"]
  private static let referenceKeys = ["prefix", "env", "file", "value", "suffix"]

  /// The keys that have an order, in it; `nil` where the author's is kept.
  func keys(of map: Node) -> [String]? {
    switch self {
    case .manifest: Manifest.keys
    case .link: LinkReader.keys
    case .waivers: Self.waiverKeys
    case .project: Project.keys
    case .environment: Project.environmentKeys
    case .security: Project.securityKeys
    case .secrets: Project.secretKeys
    case .guardrails: Project.guardrailKeys
    case .links, .overrides, .environments: nil
    case .data: map.isReference ? Self.referenceKeys : nil
    }
  }

  /// The order of what stands behind a key.
  func below(_ key: String) -> KeyOrder {
    switch (self, key) {
    case (.manifest, "defaults"), (.links, _), (.overrides, _): .link
    case (.manifest, "links"): .links
    case (.link, "environments"): .overrides
    case (.link, "allow"): .waivers
    case (.project, "environments"): .environments
    case (.project, "secrets"): .secrets
    case (.environments, _): .environment
    case (.environment, "tls"): .security
    case (.environment, "guardrails"): .guardrails
    default: .data
    }
  }

  /// The order of a list's items.
  var item: KeyOrder {
    if case .waivers = self { .waivers } else { .data }
  }
}
