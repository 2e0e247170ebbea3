/// A link as a server's catalog has it; credentials cannot be read back from any server.
///
/// A class, for it is large, never changes, and is handed on by every step.
package final class CatalogLink: Sendable {
  package enum Config: Sendable {
    /// An object, or `nil` where none is set. A leaf that holds a secret is `redactedLeaf`.
    case readable(JSONValue?)
    /// The server does not show it.
    case unreadable
    /// What the server shows is no JSON object; the text says why, with a key of it at most.
    case malformed(String)
  }

  /// Stands for a secret that somebody put into CONFIG.
  package static let redactedLeaf = "<redacted>"

  package let address: LinkAddress
  /// As the server spells it; compared in any case.
  package let type: String
  /// Without the tag; `nil` where it is NULL or empty.
  package let description: String?
  /// What stands where linkctl's tag should.
  package let mark: TagMark
  package let config: Config

  package init(
    address: LinkAddress,
    type: String,
    description: TaggedDescription,
    config: Config
  ) {
    self.address = address
    self.type = type
    self.description = description.text.isEmpty ? nil : description.text
    mark = description.mark
    self.config = config
  }
}

extension CatalogLink {
  /// Whether both mean the same in everything that can be read.
  package func means(_ other: CatalogLink) -> Bool {
    let isSameText = { (one: String?, other: String?) in
      (one ?? "").isIdentical(to: other ?? "") && (one == nil) == (other == nil)
    }
    return address == other.address && hasType(other.type)
      && isSameText(description, other.description) && mark == other.mark
      && config.means(other.config)
  }

  package func hasType(_ name: String) -> Bool {
    type.isIdenticalInAnyCase(to: name)
  }
}

extension CatalogLink.Config {
  package func means(_ other: CatalogLink.Config) -> Bool {
    switch (self, other) {
    case (.readable(let one), .readable(let other)): one.orEmpty.means(other.orEmpty)
    case (.readable, _), (_, .readable): false
    default: true
    }
  }
}

extension JSONValue? {
  /// Absent, null and `{}` are one and the same configuration.
  package var orEmpty: JSONValue {
    switch self {
    case nil, .null: .object([])
    case .some(let value): value
    }
  }
}
