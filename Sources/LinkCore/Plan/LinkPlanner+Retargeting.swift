extension LinkPlanner {
  /// The fields by which credentials would go to another destination than those that the link has.
  ///
  /// What cannot be read now may be another destination, too.
  func retargets(_ fields: [FieldChange], by statement: Statement?) -> [FieldChange] {
    guard let statement, leavesOrSendsCredentials(statement) else { return [] }
    return fields.filter { field in
      field.path.components.first == "config" && Destination.isNamed(by: field)
    }
  }

  /// Whether credentials that are worth something elsewhere are on the server afterwards.
  private func leavesOrSendsCredentials(_ statement: Statement) -> Bool {
    let areEmpty =
      switch desired.credentials {
      case .unmanaged: false
      case .none: true
      case .declared(let value): value.members?.isEmpty == true
      }
    // Those that are there stay, whatever the manifest says; a tag alone can tell that there are none.
    return !areEmpty || (!statement.sendsCredentials && knowledge.credentials != .asSent)
  }

  /// Whether a person consented to send credentials elsewhere by these fields.
  func consentsToRetarget(_ fields: [FieldChange]) -> Bool {
    if options.accepted.contains(.retarget) { return true }
    let waivers = desired.consents(to: .retarget, on: options.today)
    return fields.allSatisfy { field in
      waivers.contains { $0.key == nil || $0.isAbout(field.path) }
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
    if field.isUnreadable, let wanted = field.after?.members {
      return wanted.contains { isNamed($0.value, at: field.path.appending($0.key)) }
    }
    let values = [field.before, field.after].compactMap(\.self)
    if values.contains(where: isURL) { return true }
    let key = field.path.components.last ?? ""
    let word = key.split { !$0.isLetter }.last.map { String($0).asciiLowercased } ?? ""
    return words.contains(word) && !values.allSatisfy(isSwitch)
  }

  /// The same of a value whose like before cannot be read.
  private static func isNamed(_ value: JSONValue, at path: FieldPath) -> Bool {
    isNamed(
      by: FieldChange(
        path: path,
        before: nil,
        after: value,
        source: SourceLocation(file: "", line: 1, column: 1)
      )
    )
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
