/// A finding as documents carry it; its rule may be one that only a later version has.
package struct Finding: Sendable {
  package let severity: Diagnostic.Severity
  package let rule: String
  package let message: String
  /// `nil` where the finding is about no place in a file.
  package let source: SourceLocation?
  /// Another place the author has to look at.
  package let related: SourceLocation?
}

extension Finding {
  package init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity
    rule = diagnostic.rule.rawValue
    message = diagnostic.message
    source = diagnostic.location
    related = diagnostic.related
  }

  init(reading field: DocumentField) throws(DocumentError) {
    let severity = try field.member("severity")
    guard let known = Diagnostic.Severity(rawValue: try severity.text()) else {
      throw severity.error("expected error or warning")
    }
    self.severity = known
    rule = try field.member("rule").text()
    message = try field.member("message").text()
    source = try field.optional("source")?.location()
    related = try field.optional("related")?.location()
  }

  package var json: JSONValue {
    let known: [JSONValue.Member] = [
      .init("severity", .string(severity.rawValue)),
      .init("rule", .string(rule)),
      .init("message", .string(message)),
      .init("source", source?.json ?? .null),
    ]
    return .object(known + (related.map { [.init("related", $0.json)] } ?? []))
  }
}

extension Diagnostic {
  /// The finding as documents carry it.
  package var json: JSONValue { Finding(self).json }
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
