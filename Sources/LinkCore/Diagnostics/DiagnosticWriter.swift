extension Diagnostic {
  /// The finding as documents carry it.
  package var json: JSONValue {
    let known: [JSONValue.Member] = [
      .init("severity", .string(severity.rawValue)),
      .init("rule", .string(rule.rawValue)),
      .init("message", .string(message)),
      .init("source", location?.json ?? .null),
    ]
    return .object(known + (related.map { [.init("related", $0.json)] } ?? []))
  }
}

extension SourceLocation {
  package var json: JSONValue {
    [
      "file": .string(file),
      "line": .number(JSONNumber(line)),
      "column": .number(JSONNumber(column)),
    ]
  }
}
