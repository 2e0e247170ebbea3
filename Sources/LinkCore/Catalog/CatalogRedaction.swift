extension LinkType {
  /// The secrets in a CONFIG, by what the type knows where it is known, and by the rules.
  static func secrets(
    in config: JSONValue,
    of type: LinkType?
  ) -> [(path: FieldPath, finding: SecretFinding)] {
    let parse = { (text: String) in try? JSONValue(reading: text) }
    return type?.secrets(inConfig: config, parse: parse) ?? SecretRules.scan(config, parse: parse)
  }

  /// A CONFIG as it was read from a server, with every secret that somebody put into it replaced;
  /// what only looks suspicious stays.
  static func redacting(_ config: JSONValue, of type: LinkType?) -> JSONValue {
    config.redacting(secrets(in: config, of: type))
  }
}

extension JSONValue {
  /// This CONFIG without the secrets that were found in it; what only looks suspicious stays.
  func redacting(_ found: [(path: FieldPath, finding: SecretFinding)]) -> JSONValue {
    let paths = Set(found.lazy.filter { $0.finding.action > .warn }.map(\.path))
    return paths.isEmpty ? self : redacting(paths, at: ["config"])
  }

  private func redacting(_ paths: Set<FieldPath>, at path: FieldPath) -> JSONValue {
    if paths.contains(path) { return .string(CatalogLink.redactedLeaf) }
    guard let members else { return self }
    return .object(
      members.map { Member($0.key, $0.value.redacting(paths, at: path.appending($0.key))) }
    )
  }
}
