extension LinkType {
  /// Whether a link is of this type.
  var condition: JSONValue {
    let pattern = "^\(SchemaPattern.anyCase(name))$"
    return JSONValue.requires(["type"])
      .with(.properties(("type", ["type": "string", "pattern": .string(pattern)])))
  }

  /// What CONFIG and CREDENTIALS of such a link may hold, also in an environment's overrides that
  /// leave the type as it is.
  var clauses: JSONValue {
    let overrides = JSONValue.when(
      .not(.requires(["type"])),
      then: .definition(name)
    )
    return JSONValue.properties(
      ("config", clause(.config)),
      ("credentials", clause(.credentials)),
      ("environments", .everyValue(overrides))
    ).described(summary)
  }

  /// What a link has to have that nothing else completes.
  var required: JSONValue {
    let config = JSONValue.not(.definition("referenceShape"))
    let credentials: JSONValue = allowsEmptyCredentials ? ["minProperties": 1] : .object([])
    return .properties(
      ("config", .when(config, then: .requires(requiredKeys(in: .config)))),
      ("credentials", .when(credentials, then: .requires(requiredKeys(in: .credentials))))
    )
  }

  private func requiredKeys(in clause: LinkKey.Clause) -> [String] {
    keys.filter { $0.clause == clause && $0.requirement == .required }.map(\.name)
  }

  private func clause(_ clause: LinkKey.Clause) -> JSONValue {
    let known = keys.filter { $0.clause == clause }
    let misplaced =
      clause == .config ? keys.filter { $0.clause == .credentials && $0.isSecret } : []
    let properties =
      known.filter { !$0.isFamily }.map { ($0.name, $0.schema) }
      + misplaced.map { ($0.name, $0.misplacedSchema) }
    let families = known.filter(\.isFamily).map { ($0.familyPattern, $0.schema) }
    return JSONValue.map([("properties", .map(properties))])
      .with(families.isEmpty ? .object([]) : ["patternProperties": .map(families)])
      .described("\(summary) \(openness)")
  }

  private var openness: String {
    passThrough.map { "Other keys are handed on to \($0.library)." }
      ?? "Other keys are sent as they are, with a warning."
  }
}
