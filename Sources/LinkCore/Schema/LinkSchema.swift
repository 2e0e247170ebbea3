/// The keys of a link, as `LinkReader` reads them.
enum LinkSchema {
  /// A link that defaults may complete, defaults themselves, or an environment's overrides.
  static func map(of keys: [String]) -> JSONValue {
    [
      "type": "object",
      "properties": .map(keys.map { ($0, property($0)) }),
      "additionalProperties": false,
      "allOf": .array(LinkType.all.map { .when($0.condition, then: .definition($0.name)) }),
    ]
  }

  /// The keys that an environment may override.
  static let overridable = LinkReader.keys.filter { $0 != "environments" && $0 != "only" }

  /// A link of a file without defaults: no `null` removes anything, and required keys are there.
  static var whole: JSONValue {
    let complete = JSONValue.not(["anyOf": [.requires(["environments"]), absent]])
    let required = LinkType.all.map { JSONValue.when($0.condition, then: $0.required) }
    return JSONValue.everyValue(.not(["type": "null"]))
      .with(.when(complete, then: ["allOf": .array(required)]))
  }

  /// Has this key, unless an environment may give it.
  static func has(_ key: String) -> JSONValue {
    .when(.not(givenByEnvironment(key)), then: .requires([key]))
  }

  /// Has a type, unless it is a tombstone.
  static var hasType: JSONValue {
    let other = JSONValue.array([
      absent, givenByEnvironment("type"), givenByEnvironment("state"),
    ])
    return .when(.not(["anyOf": other]), then: .requires(["type"]))
  }

  static var absent: JSONValue {
    JSONValue.requires(["state"]).with(.properties(("state", ["const": "absent"])))
  }

  private static func givenByEnvironment(_ key: String) -> JSONValue {
    let none = JSONValue.everyValue(.not(.requires([key])))
    return JSONValue.requires(["environments"]).with(.properties(("environments", .not(none))))
  }

  // MARK: One key

  private static func property(_ key: String) -> JSONValue {
    let schema = schema(of: key) ?? .object([])
    return schema.described(description(of: key) ?? key)
  }

  /// `nil` for a key that this schema has not been told of.
  static func schema(of key: String) -> JSONValue? {
    switch key {
    case "type": type
    case "database": .definition("databaseName")
    case "description": text(maximumLength: TaggedDescription.longestText)
    case "config": config
    case "credentials": credentials
    case "state": words(["present", "absent"])
    case "update": words(DesiredLink.UpdatePolicy.allCases.map(\.rawValue))
    case "protect": ["type": ["boolean", "null"]]
    case "ignore": list(of: ["type": "string", "pattern": .string(SchemaPattern.ignoredPath)])
    case "rotation": rotation
    case "only": list(of: .definition("name"))
    case "environments": environments
    case "allow": list(of: .definition("waiver"))
    default: nil
    }
  }

  static func description(of key: String) -> String? {
    switch key {
    case "type": "What the link leads to. Required unless the state is absent."
    case "database": "The database the link is in; overrides the file's."
    case "description": "Text that listings of links show."
    case "config": "Public settings; they become CONFIG. Without it there is no CONFIG clause."
    case "credentials":
      "Secret settings, by reference; they become CREDENTIALS. {} where the link needs none."
        + " Without it the credentials are not managed."
    case "state": "present, or absent for a link that is to be dropped."
    case "update": "replace, or never: created once, later differences are shown and left alone."
    case "protect": "true refuses to drop or recreate the link."
    case "ignore": "Paths that are left out of the comparison, such as config.region."
    case "rotation":
      "Any text, such as 2026-11; a change of it has the credentials sent again."
    case "only": "The environments in which the link exists."
    case "environments": "By environment, what is merged over the link; null removes a key."
    case "allow": "Findings that are waived and changes that are consented to, with a reason."
    default: nil
    }
  }

  private static var type: JSONValue {
    let pattern = LinkType.all.map { SchemaPattern.anyCase($0.name) }.joined(separator: "|")
    let lower = LinkType.all.map(\.name)
    return [
      "type": ["string", "null"],
      "anyOf": [["enum": .texts(lower)], ["pattern": .string("^(\(pattern))$")]],
    ]
  }

  private static func text(maximumLength: Int) -> JSONValue {
    [
      "type": ["string", "object", "null"],
      "maxLength": .number(JSONNumber(maximumLength)),
      "if": ["type": "object"],
      "then": .definition("valueReference"),
    ]
  }

  private static var rotation: JSONValue {
    [
      "type": ["string", "number", "object", "null"],
      "if": ["type": "object"],
      "then": .definition("valueReference"),
    ]
  }

  private static var config: JSONValue {
    [
      "type": ["object", "null"],
      "if": .definition("referenceShape"),
      "then": .definition("valueReference"),
      "else": .everyValue(.definition("publicValue")),
    ]
  }

  private static var credentials: JSONValue {
    [
      "type": ["object", "null"],
      "not": JSONValue.definition("referenceShape"),
      "additionalProperties": .definition("credentialValue"),
    ]
  }

  private static var environments: JSONValue {
    [
      "type": ["object", "null"],
      "propertyNames": .definition("name"),
      "additionalProperties": .definition("overrides"),
    ]
  }

  private static func words(_ words: [String]) -> JSONValue {
    ["enum": .array(words.map(JSONValue.string) + [.null])]
  }

  private static func list(of item: JSONValue) -> JSONValue {
    ["type": ["array", "null"], "items": item]
  }
}
