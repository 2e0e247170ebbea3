internal import LinkCore

/// Which values of a source line anybody may see.
enum SourceVisibility {
  /// Only what stands behind a known public key and looks like no secret; everything else, such as
  /// what stands behind a misspelt key, may be one.
  static func isPublic(_ path: [String], _ scalar: Node.Scalar) -> Bool {
    let rest = belowLink(path)[...]
    guard let field = rest.first else { return false }
    switch field {
    case "type", "database", "state", "update", "protect", "ignore", "only", "owner",
      "manifests", "allow":
      return SecretRules.value(scalar.text) == nil
    case "description":
      return SecretRules.value(scalar.text) == nil
    case "config":
      return isPublicConfig(Array(rest.dropFirst()), scalar)
    default:
      return false
    }
  }

  private static func isPublicConfig(_ path: [String], _ scalar: Node.Scalar) -> Bool {
    SecretRules.finding(path: path, value: .string(scalar.text)) { try? JSONValue(reading: $0) }
      == nil
  }

  /// The way to a field from its link's map, or from the top of a file.
  private static func belowLink(_ path: [String]) -> [String] {
    var rest = path[...]
    if rest.first == "links" { rest = rest.dropFirst(2) }
    if rest.first == "defaults" { rest = rest.dropFirst() }
    if rest.first == "environments" { rest = rest.dropFirst(2) }
    return Array(rest)
  }
}
