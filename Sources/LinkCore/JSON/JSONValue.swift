/// A JSON value as it was written: members keep their order, numbers their digits.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  /// No key stands twice.
  case object([Member])

  package struct Member: Sendable {
    package let key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a key, where this is an object that has it.
  package subscript(key: String) -> JSONValue? {
    guard let members else { return nil }
    for index in members.indices where members[index].key.isIdentical(to: key) {
      return members[index].value
    }
    return nil
  }

  /// What JSON calls this kind of value.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSONValue {
  /// Whether both mean the same: objects without the order of their keys, numbers by value, texts
  /// by their bytes; a number never equals a text.
  package func means(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null):
      return true
    case (.bool(let one), .bool(let other)):
      return one == other
    case (.number(let one), .number(let other)):
      return one.hasValue(of: other)
    case (.string(let one), .string(let other)):
      return one.isIdentical(to: other)
    case (.array(let one), .array(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { $0.means($1) }
    case (.object(let one), .object(let other)):
      return one.count == other.count
        && zip(one.sortedByKey, other.sortedByKey).allSatisfy {
          $0.key.isIdentical(to: $1.key) && $0.value.means($1.value)
        }
    default:
      return false
    }
  }
}

extension JSONValue {
  /// With every text replaced, at any depth; keys stay.
  package func mappingTexts(_ change: (String) -> String) -> JSONValue {
    switch self {
    case .string(let text): .string(change(text))
    case .array(let items): .array(items.map { $0.mappingTexts(change) })
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.mappingTexts(change)) })
    case .null, .bool, .number: self
    }
  }
}

extension [JSONValue.Member] {
  /// In byte order of their keys.
  package var sortedByKey: [JSONValue.Member] {
    for index in indices.dropFirst() where !self[index - 1].key.precedes(self[index].key) {
      return sorted { $0.key.precedes($1.key) }
    }
    return self
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(booleanLiteral bool: Bool) { self = .bool(bool) }
  package init(integerLiteral number: Int) { self = .number(JSONNumber(number)) }
  package init(arrayLiteral items: JSONValue...) { self = .array(items) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0, $1) })
  }
}
