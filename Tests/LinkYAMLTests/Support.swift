import LinkCore
import LinkYAML
import Testing

/// An input with the findings it must have, as `line:column [rule] message`.
struct Row: CustomTestStringConvertible, Sendable {
  let id: String
  let bytes: [UInt8]
  let findings: [String]

  init(_ id: String, _ text: String, _ findings: String...) {
    self.init(id, bytes: Array(text.utf8), findings)
  }

  init(_ id: String, bytes: [UInt8], _ findings: [String]) {
    self.id = id
    self.bytes = bytes
    self.findings = findings
  }

  var testDescription: String { id }
}

func parse(_ text: String) -> YAMLDocument {
  YAMLParser.parse(Array(text.utf8), file: "a.yml")
}

func shownFindings(_ document: YAMLDocument) -> [String] {
  document.diagnostics.map { finding in
    let place = finding.location.map { "\($0.line):\($0.column)" } ?? "-"
    return "\(place) [\(finding.rule.rawValue)] \(finding.message)"
  }
}

/// The tree on one line: plain scalars bare, others in quotes, each with its places.
func shownTree(_ node: Node?) -> String {
  guard let node else { return "nil" }
  let places = "@\(node.start.line):\(node.start.column)-\(node.end.line):\(node.end.column)"
  switch node.content {
  case .scalar(let scalar):
    return (scalar.isPlain ? scalar.text : "'\(scalar.text.shown)'") + places
  case .sequence(let items):
    return "[" + items.map(shownTree).joined(separator: ", ") + "]" + places
  case .mapping(let entries):
    let shown = entries.map { "\(shownTree($0.keyNode)): \(shownTree($0.value))" }
    return "{" + shown.joined(separator: ", ") + "}" + places
  }
}
