/// The JSON Schema of manifests, made of what reads them.
///
/// It says what is of the form and what a type knows; what depends on linkctl.yaml or on other
/// files it leaves to linkctl.
package enum ManifestSchema {
  package static var document: JSONValue {
    [
      "$schema": .dialect,
      "title": "linkctl manifest",
      "description": "SingleStore connection links of a database.",
      "type": "object",
      "properties": .map(Manifest.keys.map { ($0, property($0) ?? .object([])) }),
      "additionalProperties": false,
      "allOf": .array([noDefaults, databases, types] + LinkType.all.map(typesOfDefaults)),
      "$defs": .map(definitions),
    ]
  }

  /// `nil` for a key that this schema has not been told of.
  static func property(_ key: String) -> JSONValue? {
    switch key {
    case "database":
      JSONValue.definition("databaseName").described("The database of the links of this file.")
    case "defaults":
      JSONValue.definition("link")
        .described("Merged under every link of this file; null in a link removes a key.")
    case "links":
      JSONValue(dictionaryLiteral: ("type", "object"), ("propertyNames", .definition("name")))
        .with(.everyValue(.definition("link"))).described("The links by their names.")
    default: nil
    }
  }

  // MARK: What defaults decide

  private static func everyLink(_ schema: JSONValue) -> JSONValue {
    .properties(("links", .everyValue(schema)))
  }

  private static func defaults(_ schema: JSONValue) -> JSONValue {
    JSONValue.requires(["defaults"]).with(.properties(("defaults", schema)))
  }

  private static var noDefaults: JSONValue {
    .when(.not(.requires(["defaults"])), then: everyLink(.definition("wholeLink")))
  }

  private static var databases: JSONValue {
    let shared = JSONValue.array([.requires(["database"]), defaults(.requires(["database"]))])
    return .when(.not(["anyOf": shared]), then: everyLink(LinkSchema.has("database")))
  }

  private static var types: JSONValue {
    let shared = JSONValue.array([defaults(.requires(["type"])), defaults(LinkSchema.absent)])
    return .when(.not(["anyOf": shared]), then: everyLink(LinkSchema.hasType))
  }

  private static func typesOfDefaults(_ type: LinkType) -> JSONValue {
    .when(
      defaults(type.condition),
      then: everyLink(.when(.not(.requires(["type"])), then: .definition(type.name)))
    )
  }

  // MARK: Definitions

  private static var definitions: [(String, JSONValue)] {
    [
      ("link", LinkSchema.map(of: LinkReader.keys)),
      ("wholeLink", LinkSchema.whole),
      ("overrides", LinkSchema.map(of: LinkSchema.overridable)),
      ("waiver", WaiverSchema.item),
      ("name", .name),
      ("databaseName", databaseName),
    ] + references + LinkType.all.map { ($0.name, $0.clauses) }
  }

  private static var databaseName: JSONValue {
    [
      "type": ["string", "object", "null"],
      "if": ["type": "object"], "then": .definition("valueReference"),
      "else": .when(["type": "string"], then: .definition("name")),
    ]
  }

  private static var references: [(String, JSONValue)] {
    let secret = JSONValue.reference(from: ["env", "file"], to: "A secret, by reference.")
    return [
      ("valueReference", .reference(from: ["value"], to: "A value of the environment.")),
      ("secretReference", secret),
      ("secret", .when(.not(["type": "null"]), then: .definition("secretReference"))),
      (
        "anyReference",
        .reference(from: ["env", "file", "value"], to: "A secret or a value, by reference.")
      ),
      ("referenceShape", referenceShape),
      ("publicValue", tree("publicValue", orReference: "valueReference")),
      ("credentialValue", tree("credentialValue", orReference: "anyReference")),
    ]
  }

  /// A map is a reference where it has a source and nothing that no reference has.
  private static var referenceShape: JSONValue {
    [
      "type": "object",
      "propertyNames": ["enum": ["env", "file", "value", "prefix", "suffix"]],
      "anyOf": .array(["env", "file", "value"].map { .requires([$0]) }),
    ]
  }

  /// Anything, with references of that kind wherever one stands.
  private static func tree(_ name: String, orReference reference: String) -> JSONValue {
    [
      "if": .definition("referenceShape"),
      "then": .definition(reference),
      "else": ["items": .definition(name), "additionalProperties": .definition(name)],
    ]
  }
}

/// An item of a link's `allow`.
enum WaiverSchema {
  static var item: JSONValue {
    [
      "type": "object",
      "properties": [
        "rule": .described("What is let pass.", ["oneOf": .array(consents + rules)]),
        "key": JSONValue.text.described("The field it is about; every field where it is missing."),
        "reason": .described("Why; for whoever reviews it.", ["type": "string", "minLength": 1]),
        "until": .described(
          "The last day on which it counts, such as 2026-12-31.",
          ["type": "string", "pattern": .string(SchemaPattern.date)]
        ),
      ],
      "required": ["rule", "reason"],
      "additionalProperties": false,
    ]
  }

  private static var consents: [JSONValue] {
    Waiver.Consent.allCases.map { consent in
      .described("Consent to \(consent.rawValue) the link.", ["const": .string(consent.rawValue)])
    }
  }

  private static var rules: [JSONValue] {
    Rule.waivable.map { rule in
      .described(rule.explanation.title, ["const": .string(rule.rawValue)])
    }
  }
}
