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
    let found = secrets(in: config, of: type).filter { $0.finding.action > .warn }
    let paths = Set(found.map(\.path))
    return paths.isEmpty ? config : config.redacting(paths, at: FieldPath(["config"]))
  }
}

extension JSONValue {
  fileprivate func redacting(_ paths: Set<FieldPath>, at path: FieldPath) -> JSONValue {
    if paths.contains(path) { return .string(CatalogLink.redactedLeaf) }
    guard let members else { return self }
    return .object(
      members.map { Member($0.key, $0.value.redacting(paths, at: path.appending($0.key))) }
    )
  }
}
