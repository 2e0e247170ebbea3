/// The JSON that a key's value has to be.
package enum KeyForm: Hashable, Sendable {
  case text
  /// A text that is one of these, in any case of its letters.
  case choice([String])
  /// A JSON number without a fraction.
  case number
  /// JSON `true` or `false`.
  case boolean
  /// The text `"true"` or `"false"`, as the server's pages have it where a library reads it.
  case booleanText
  case textList
  case textMap
  /// Anything: a key that is handed on to another program.
  case any
}

extension KeyForm {
  /// Whether a value is of the JSON type this form asks for.
  package func accepts(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.any, _), (.text, .string), (.choice, .string), (.boolean, .bool): true
    case (.number, .number(let number)): number.isWhole
    case (.booleanText, .string(let text)):
      ["true", "false"].contains(where: text.isIdenticalInAnyCase)
    case (.textList, .array(let items)): items.allSatisfy { $0.text != nil }
    case (.textMap, .object(let members)): members.allSatisfy { $0.value.text != nil }
    default: false
    }
  }

  /// What a person is told to write.
  package var wanted: String {
    switch self {
    case .text, .choice: "text"
    case .number: "a whole number"
    case .boolean: "true or false"
    case .booleanText: "the text \"true\" or \"false\""
    case .textList: "a list of texts"
    case .textMap: "a map of texts"
    case .any: "any value"
    }
  }
}

extension JSONNumber {
  fileprivate var isWhole: Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
  }
}
