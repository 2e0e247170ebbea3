/// The JSON Schema of `linkctl.yaml`, made of what reads it.
package enum ProjectSchema {
  package static var document: JSONValue {
    [
      "$schema": .dialect,
      "title": "linkctl.yaml",
      "description": "A project of linkctl: where its links are, and where they are deployed to.",
      "type": "object",
      "properties": .map(Project.keys.map { ($0, property($0) ?? .object([])) }),
      "additionalProperties": false,
      "$defs": [
        "name": .name,
        "secret": .reference(from: ["env", "file"], to: "A secret, by reference."),
        "environment": environment,
      ],
    ]
  }

  /// `nil` for a key that this schema has not been told of.
  static func property(_ key: String) -> JSONValue? {
    switch key {
    case "owner":
      .described(
        "Who these links belong to; linkctl where it is missing.",
        ["type": "string", "pattern": .string(SchemaPattern.owner)]
      )
    case "manifests":
      .described(
        "The manifest folder; links.d where it is missing.",
        ["type": "string", "minLength": 1]
      )
    case "environments":
      JSONValue(dictionaryLiteral: ("type", "object"), ("propertyNames", .definition("name")))
        .with(.everyValue(.definition("environment"))).described("Where links are deployed to.")
    case "secrets": secrets
    case "rules": rules
    default: nil
    }
  }

  /// `nil` for a key that this schema has not been told of.
  static func environmentProperty(_ key: String) -> JSONValue? {
    switch key {
    case "target":
      .described(
        "sandbox:PATH[?dialect=9.0] or singlestore://USER@HOST:PORT, without a password.",
        ["type": "string", "pattern": .string(SchemaPattern.target)]
      )
    case "password":
      JSONValue.definition("secret").described(
        "Where linkctl's own password comes from; LINKCTL_PASSWORD where it is missing."
      )
    case "tls":
      .described(
        "How a server is verified; full where it is missing, off to this machine.",
        ["type": "object", "properties": security, "additionalProperties": false]
      )
    case "auth":
      .described(
        "clear sends the password as it is, for JWT and PAM, over verified TLS alone.",
        ["enum": .array(Authentication.words.map(JSONValue.string))]
      )
    case "databases":
      .described(
        "What it looks at beside the databases that manifests name.",
        ["type": "array", "items": .definition("name")]
      )
    case "values":
      .described("Public values that manifests refer to by { value: NAME }.", ["type": "object"])
    case "snapshot":
      .described(
        "The committed snapshot of its catalog, relative to the project.",
        ["type": "string", "minLength": 1]
      )
    case "tag":
      .described("false keeps descriptions free of linkctl's tag.", ["type": "boolean"])
    case "guardrails":
      .described(
        "What one plan may do at most; apply refuses more unless --accept names the bound.",
        ["type": "object", "properties": guardrails, "additionalProperties": false]
      )
    default: nil
    }
  }

  /// `nil` for a key that this schema has not been told of.
  static func securityProperty(_ key: String) -> JSONValue? {
    switch key {
    case "ca":
      .described(
        "A PEM file of the authorities to trust, relative to the project; else the system's.",
        ["type": "string", "minLength": 1]
      )
    case "verify":
      .described(
        "full: chain, dates and host; ca: not the host; off: no TLS, on this machine alone.",
        ["enum": .array(TransportSecurity.Verification.allCases.map { .string($0.rawValue) })]
      )
    default: nil
    }
  }

  static func secretsProperty(_ key: String) -> JSONValue? {
    switch key {
    case "allow": list.described("Patterns of variables that manifests may refer to.")
    case "roots": list.described("Folders in which secret files may lie, beside the project.")
    default: nil
    }
  }

  /// `nil` for a key that this schema has not been told of.
  static func guardrailProperty(_ key: String) -> JSONValue? {
    guard let kind = Guardrail.Kind(rawValue: key) else { return nil }
    let bounds: JSONValue = ["type": "integer", "minimum": 0]
    let greatest = kind.greatestLimit.map { JSONValue.map([("maximum", .number(JSONNumber($0)))]) }
    return bounds.with(greatest ?? .object([])).described("\(kind.explanation.what)")
  }

  private static var guardrails: JSONValue {
    .map(Project.guardrailKeys.map { ($0, guardrailProperty($0) ?? .object([])) })
  }

  private static var environment: JSONValue {
    [
      "type": "object",
      "properties": .map(
        Project.environmentKeys.map { ($0, environmentProperty($0) ?? .object([])) }
      ),
      "additionalProperties": false,
    ]
  }

  private static var security: JSONValue {
    .map(Project.securityKeys.map { ($0, securityProperty($0) ?? .object([])) })
  }

  private static var list: JSONValue { ["type": "array", "items": .text] }

  private static var secrets: JSONValue {
    let keys = Project.secretKeys.map { ($0, secretsProperty($0) ?? .object([])) }
    return .described(
      "What manifests may refer to; any variable and no folder where it is missing.",
      ["type": "object", "properties": .map(keys), "additionalProperties": false]
    )
  }

  private static var rules: JSONValue {
    let severities: JSONValue = ["enum": ["error", "warning", "off"]]
    let keys = Rule.allCases.filter { $0.kind == .rule }
      .map { ($0.rawValue, severities.described($0.explanation.title)) }
    return .described(
      "How grave a finding is; only of rules that are not about form.",
      ["type": "object", "properties": .map(keys), "additionalProperties": false]
    )
  }
}
