extension LinkCheck {
  /// `0o17`, `1_000`, `12:30` and the like are text here, and numbers to other readers.
  static let numberLookAlike = LinkCheck { link, _ in
    ["config", "credentials"].flatMap { root in
      link.body[root].map { lookAlikes(in: $0, at: FieldPath([root])) } ?? []
    }
  }

  private static func lookAlikes(in node: Node, at path: FieldPath) -> [LinkFinding] {
    switch node.content {
    case .mapping(let entries):
      return entries.flatMap { lookAlikes(in: $0.value, at: path.appending($0.key)) }
    case .sequence(let items):
      return items.flatMap { lookAlikes(in: $0, at: path) }
    case .scalar(let scalar):
      guard scalar.isNumberLookAlike else { return [] }
      let message =
        JSONNumber(scalar.text) == nil
        ? "this looks like a number and is text; put it in quotes to say so"
        : "this is a number; if its last zeros matter, it is text: put it in quotes"
      return [LinkFinding(Diagnostic(.numberLookAlike, message, at: node.start), about: path)]
    }
  }
}
