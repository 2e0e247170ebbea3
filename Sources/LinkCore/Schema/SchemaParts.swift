// Pieces that schemas are made of.
extension JSONValue {
  static let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"

  /// An object of these members, in this order.
  static func map(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member($0.0, $0.1) })
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// Refers to a definition of the same document.
  static func definition(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }

  /// Has all these keys.
  static func requires(_ keys: [String]) -> JSONValue { ["required": .texts(keys)] }

  static func not(_ schema: JSONValue) -> JSONValue { ["not": schema] }

  static func when(_ condition: JSONValue, then: JSONValue) -> JSONValue {
    ["if": condition, "then": then]
  }

  static func properties(_ properties: (String, JSONValue)...) -> JSONValue {
    ["properties": .map(properties)]
  }

  /// An object, each value of which is so.
  static func everyValue(_ schema: JSONValue) -> JSONValue { ["additionalProperties": schema] }

  /// This schema with more to it; what a reader sees first stands first.
  func with(_ more: JSONValue) -> JSONValue {
    .object((members ?? []) + (more.members ?? []))
  }

  func described(_ text: String) -> JSONValue {
    JSONValue.map([("description", .string(text))]).with(self)
  }

  static func described(_ text: String, _ schema: JSONValue) -> JSONValue {
    schema.described(text)
  }
}

/// Regular expressions that JSON Schema and its validators agree on.
enum SchemaPattern {
  /// A word in any case of its ASCII letters.
  static func anyCase(_ word: String) -> String {
    word.unicodeScalars.map { scalar in
      let lower = String(scalar).asciiLowercased
      let upper = lower.uppercasedASCII
      return lower.isIdentical(to: upper) ? escaped(lower) : "[\(lower)\(upper)]"
    }.joined()
  }

  /// A text as itself.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { "\\^$.|?*+()[]{}".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }
      .joined()
  }

  static let variable = "^[A-Za-z_][A-Za-z0-9_]*$"
  static let date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
  static let ignoredPath = "^(description|credentials|config(\\..+)?)$"
  static let owner = "^[A-Za-z0-9._-]{1,32}$"
  static let target =
    "^(sandbox:([^?]+|.+\\?dialect=(\(dialects)))|singlestore://.*)$"
  private static let dialects = Dialect.allCases.map { escaped($0.rawValue) }
    .joined(separator: "|")
}

// Definitions that both documents use.
extension JSONValue {
  /// What a link, database or environment may be called.
  static var name: JSONValue {
    [
      "type": "string", "minLength": 1,
      "maxLength": .number(JSONNumber(NameRule.maximumLength)),
      "pattern": "^\\S(.*\\S)?$",
    ]
  }

  /// A reference from one of these sources.
  static func reference(from sources: [String], to what: String) -> JSONValue {
    let fields =
      sources.map { ($0, referenceSource($0)) } + [
        ("prefix", JSONValue.text.described("Public text before it, such as 'Bearer '.")),
        ("suffix", JSONValue.text.described("Public text behind it.")),
      ]
    return [
      "description": .string(what),
      "type": "object",
      "properties": .map(fields),
      "additionalProperties": false,
      "oneOf": .array(sources.map { .requires([$0]) }),
    ]
  }

  static var text: JSONValue { ["type": "string"] }

  private static func referenceSource(_ source: String) -> JSONValue {
    switch source {
    case "env":
      let names: JSONValue = [
        "type": "string", "pattern": .string(SchemaPattern.variable),
        "not": ["enum": .texts(ReferenceName.reserved)],
      ]
      return names.described("An environment variable that is read when the plan is applied.")
    case "file":
      return .described(
        "A file that is read when the plan is applied, below the project or a root.",
        ["type": "string", "minLength": 1]
      )
    default:
      return .described(
        "A name under 'values' of the environment in linkctl.yaml.",
        ["type": "string", "minLength": 1]
      )
    }
  }
}
