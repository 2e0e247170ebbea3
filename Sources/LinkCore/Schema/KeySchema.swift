extension LinkKey {
  /// What may stand behind the key, and its meaning for who looks at it in an editor.
  ///
  /// `null` may always stand there: it removes what defaults or a link had.
  var schema: JSONValue {
    let value: JSONValue
    switch (clause, isSecret, form) {
    case (.credentials, true, .textMap): value = .headers
    case (.credentials, true, _): value = .definition("secret")
    case (.credentials, false, _): value = form.schema(orReference: "anyReference")
    case (.config, _, _): value = form.schema(orReference: "valueReference")
    }
    let notice: JSONValue = replacement == nil ? .object([]) : ["deprecated": true]
    return value.with(notice).described(remarks)
  }

  /// What stands in the place of a secret in CONFIG: nothing may.
  var misplacedSchema: JSONValue {
    .not(.object([])).described("\(meaning). A secret: it belongs in credentials.")
  }

  /// The expression for a family's names, such as those of `catalog.*`.
  var familyPattern: String { "^\(SchemaPattern.escaped(String(name.dropLast())))." }

  private var remarks: String {
    var sentences = ["\(meaning)."]
    switch requirement {
    case .required: sentences.append("Required.")
    case .usual: sentences.append("Usual.")
    case .optional: break
    }
    if let replacement { sentences.append("Deprecated: use \(replacement).") }
    if isSecret, clause == .credentials { sentences.append("Secret: by reference only.") }
    sentences.append(source.remark)
    return sentences.joined(separator: " ")
  }
}

extension LinkKey.Source {
  fileprivate var remark: String {
    switch self {
    case .documented(let page): "Source: SingleStore, \(page)."
    case .observed(let place): "Source: seen in \(place)."
    case .inferred(let origin): "Source: follows from \(origin)."
    }
  }
}

extension KeyForm {
  /// The JSON it has to be, or a reference of that definition in its place.
  fileprivate func schema(orReference definition: String) -> JSONValue {
    let types = jsonTypes
    guard !types.isEmpty else { return .definition("publicValue") }
    return JSONValue.map([("type", .texts(types + ["object", "null"]))])
      .with(.whenObject(.definition(definition))).with(details)
  }

  private var jsonTypes: [String] {
    switch self {
    case .text, .choice, .booleanText: ["string"]
    case .number: ["integer"]
    case .boolean: ["boolean"]
    case .textList: ["array"]
    case .textMap, .any: []
    }
  }

  private var details: JSONValue {
    switch self {
    case .choice(let words): ["anyOf": [["enum": .texts(words)], .object([])]]
    case .booleanText:
      ["pattern": .string("^(\(SchemaPattern.anyCase("true"))|\(SchemaPattern.anyCase("false")))$")]
    case .textList:
      ["items": .textOrReference("valueReference")]
    case .text, .number, .boolean, .textMap, .any: .object([])
    }
  }
}

extension JSONValue {
  fileprivate static func whenObject(_ schema: JSONValue) -> JSONValue {
    .when(["type": "object"], then: schema)
  }

  fileprivate static func textOrReference(_ definition: String) -> JSONValue {
    JSONValue.map([("type", ["string", "object", "null"])]).with(
      .whenObject(.definition(definition))
    )
  }

  /// Headers by name; those that are credentials by their names come by reference only.
  fileprivate static var headers: JSONValue {
    let words = ["password", "secret", "token", "api-key", "apikey", "api_key"]
    let whole = ["authorization", "proxy-authorization", "cookie"]
    let pattern =
      "^(\(whole.map(SchemaPattern.anyCase).joined(separator: "|")))$"
      + "|(^|[._-])(\(words.map(SchemaPattern.anyCase).joined(separator: "|")))$"
    let map: JSONValue = [
      "patternProperties": .map([(pattern, .definition("secret"))]),
      "additionalProperties": .textOrReference("anyReference"),
    ]
    return [
      "type": ["object", "null"],
      "if": .definition("referenceShape"),
      "then": .definition("anyReference"),
      "else": map,
    ]
  }
}
