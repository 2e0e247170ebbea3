extension SecretRules {
  /// A CONFIG as it was read from a server, with every secret that somebody put into it replaced;
  /// what only looks suspicious stays.
  package static func redacting(_ config: JSONValue) -> JSONValue {
    redacting(config, at: [])
  }

  private static func redacting(_ value: JSONValue, at path: [String]) -> JSONValue {
    switch value {
    case .object(let members):
      return .object(
        members.map { .init($0.key, redacting($0.value, at: path + [$0.key])) }
      )
    case .array(let items):
      return .array(items.map { redacting($0, at: path) })
    case .null, .bool, .number, .string:
      let found = finding(path: path, value: value) { try? JSONValue(reading: $0) }
      let isNamed = path.count == 1 && isNamedInConfig(path[0]) && found?.id == "K07"
      let isSecret = !isNamed && (found.map { $0.action != .warn } ?? false)
      return isSecret ? .string(CatalogLink.redactedLeaf) : value
    }
  }
}
