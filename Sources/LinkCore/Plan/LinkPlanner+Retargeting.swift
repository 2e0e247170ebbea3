extension LinkPlanner {
  /// The fields by which credentials that the link has would go to another destination.
  func retargets(_ fields: [FieldChange]) -> [FieldChange] {
    guard hasCredentials else { return [] }
    return fields.filter { field in
      field.path.components.first == "config" && !field.isUnreadable
        && Destination.isNamed(by: field)
    }
  }

  /// Whether the link may have credentials on the server that are worth something elsewhere.
  private var hasCredentials: Bool {
    switch desired.credentials {
    case .unmanaged: true
    case .none: false
    case .declared(let value): value.members?.isEmpty != true
    }
  }

  func retargetBlock(_ fields: [FieldChange]) -> LinkChange.Block {
    .init(
      reason: .retarget,
      message: "would send its credentials to another destination"
        + " (\(fields.map(\.path.description.shown).capped(at: 3)))",
      advice: "consent with --accept retarget, or in the manifest with"
        + " allow: [{ rule: retarget, reason: … }]"
    )
  }
}

/// Where a link connects to, as CONFIG has it.
private enum Destination {
  /// The last words of keys that hold one, whatever the type.
  private static let words: Set<String> = [
    "address", "addresses", "broker", "brokers", "defaultfs", "domain", "endpoint", "host", "hosts",
    "hostname", "hostnames", "namenode", "namenodes", "port", "proxy", "server", "servers", "uri",
    "uris", "url", "urls",
  ]

  static func isNamed(by field: FieldChange) -> Bool {
    let values = [field.before, field.after].compactMap(\.self)
    if values.contains(where: isURL) { return true }
    let key = field.path.components.last ?? ""
    let word = key.split { !$0.isLetter }.last.map { String($0).asciiLowercased } ?? ""
    return words.contains(word) && !values.allSatisfy(isSwitch)
  }

  private static func isURL(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let text): text.utf8.starts(with: "//".utf8) || text.contains("://")
    case .array(let items): items.contains(where: isURL)
    default: false
    }
  }

  /// Whether it only turns something on or off.
  private static func isSwitch(_ value: JSONValue) -> Bool {
    if case .bool = value { return true }
    return value.text.map { ["true", "false"].contains($0.asciiLowercased) } ?? false
  }
}
