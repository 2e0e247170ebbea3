internal import LinkCore

/// What a server accepts as names and clauses, whatever is in its catalog.
enum SandboxRules {
  private static let longestName = 64
  /// With room for linkctl's tag; the server documents no limit.
  private static let longestDescription =
    TaggedDescription.longestText + TaggedDescription.longestTag

  static func check(_ link: SQLStatement.CreateLink, in dialect: Dialect) throws(ServerError) {
    try checkName(link.name.name)
    guard dialect.types.contains(link.type) else { throw .unknownType(link.type) }
    if let config = link.config { _ = try object(config, of: "CONFIG") }
    if let description = link.description, description.utf8.count > longestDescription {
      throw .longDescription
    }
  }

  static func checkName(_ name: String) throws(ServerError) {
    guard (1...longestName).contains(name.unicodeScalars.count) else { throw .badName(name) }
  }

  /// The object that CREDENTIALS hold; `nil` where they are `''`, which only HDFS may have.
  static func credentials(
    _ secret: Secret,
    ofType type: String
  ) throws(ServerError) -> JSONValue? {
    try secret.reveal { text throws(ServerError) in
      if text.isEmpty && type == "HDFS" { return nil }
      return try object(text, of: "CREDENTIALS")
    }
  }

  /// Says of a text that is no JSON object only where it fails: it may be secret.
  static func object(_ text: String, of clause: String) throws(ServerError) -> JSONValue {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: text)
    } catch {
      throw .badJSON(in: clause, "error at byte \(error.offset)")
    }
    guard value.members != nil else { throw .badJSON(in: clause, "not an object") }
    return value
  }
}
