/// A CONFIG without what a manifest cannot or must not say.
struct ImportedConfig {
  let value: JSONValue?
  let gaps: [ImportedLink.Gap]

  init(_ config: CatalogLink.Config, of type: LinkType) {
    switch config {
    case .readable(let value):
      var reading = Reading()
      let redacted = value.map { LinkType.redacting($0, of: type) }
      self.value = redacted.flatMap { reading.writable($0, at: ["config"]) }.flatMap {
        $0.members?.isEmpty == true ? nil : $0
      }
      gaps = reading.gaps
    case .unreadable, .malformed:
      value = nil
      gaps = [.init(path: ["config"], reason: .unreadable)]
    }
  }

  private struct Reading {
    var gaps: [ImportedLink.Gap] = []

    /// `nil` for what is left out.
    mutating func writable(_ value: JSONValue, at path: FieldPath) -> JSONValue? {
      if let reason = Self.obstacle(value) {
        gaps.append(.init(path: path, reason: reason))
        return nil
      }
      guard let members = value.members else { return value }
      var kept: [JSONValue.Member] = []
      for member in members {
        let inner = path.appending(member.key)
        if !member.key.isWritable {
          // A path cannot say such a key either.
          gaps.append(.init(path: path, reason: .text))
          return nil
        }
        if let value = writable(member.value, at: inner) { kept.append(.init(member.key, value)) }
      }
      return .object(kept)
    }

    private static func obstacle(_ value: JSONValue) -> ImportedLink.Gap.Reason? {
      switch value {
      case .null: .null
      case .string(let text) where text.isIdentical(to: CatalogLink.redactedLeaf): .secret
      case .string(let text) where !text.isWritable: .text
      case .array(let items) where !items.allSatisfy(isWritable): .text
      case .object(let members) where JSONValue.readsAsReference(members): .reference
      default: nil
      }
    }

    private static func isWritable(_ value: JSONValue) -> Bool {
      switch value {
      case .string(let text): text.isWritable
      case .array(let items): items.allSatisfy(isWritable)
      case .object(let members):
        !JSONValue.readsAsReference(members)
          && members.allSatisfy { $0.key.isWritable && isWritable($0.value) }
      default: true
      }
    }
  }
}

extension JSONValue {
  /// Whether a manifest would take an object with these members for a reference.
  static func readsAsReference(_ members: [Member]) -> Bool {
    ["env", "file", "value"].contains { key in members.contains { $0.key == key } }
  }
}

extension String {
  /// Whether a manifest takes it as text.
  var isWritable: Bool { !unicodeScalars.contains(where: \.isForbidden) }
}
