extension JSONValue {
  /// Compact, with keys in byte order: the form that statements carry and digests are taken of.
  package var canonical: String {
    var writer = JSONWriter(isCanonical: true)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// Indented by two spaces, members in their own order, with a line end: for files and stdout.
  ///
  /// Every control or invisible character stands escaped.
  package var document: String {
    var writer = JSONWriter(isCanonical: false)
    writer.write(self, depth: 0)
    return writer.text + "\n"
  }
}

private struct JSONWriter {
  let isCanonical: Bool
  private(set) var text = ""

  init(isCanonical: Bool) {
    self.isCanonical = isCanonical
  }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let number): text += number.text
    case .string(let string): write(string)
    case .array(let items):
      writeList(items, between: ("[", "]"), depth: depth) { writer, item in
        writer.write(item, depth: depth + 1)
      }
    case .object(let members):
      let ordered = isCanonical ? members.sortedByKey : members
      let colon = isCanonical ? ":" : ": "
      writeList(ordered, between: ("{", "}"), depth: depth) { writer, member in
        writer.write(member.key)
        writer.text += colon
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item],
    between marks: (String, String),
    depth: Int,
    _ writeItem: (inout JSONWriter, Item) -> Void
  ) {
    text += marks.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      breakLine(depth + 1)
      writeItem(&self, item)
    }
    if !items.isEmpty { breakLine(depth) }
    text += marks.1
  }

  private mutating func breakLine(_ depth: Int) {
    guard !isCanonical else { return }
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        let isEscaped = scalar.value < 0x20 || (!isCanonical && scalar.needsEscape)
        if isEscaped { text += scalar.jsonEscape } else { text.unicodeScalars.append(scalar) }
      }
    }
    text += "\""
  }
}

extension Unicode.Scalar {
  /// `\u00XX`, as a surrogate pair where one unit does not hold it.
  fileprivate var jsonEscape: String {
    String(self).utf16.map { unit in
      let hex = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined()
  }
}
