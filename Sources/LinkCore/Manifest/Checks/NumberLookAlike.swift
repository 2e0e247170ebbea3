extension LinkCheck {
  /// `0o17`, `1_000`, `12:30` and the like are text here, and numbers to other readers.
  static let numberLookAlike = LinkCheck { link, _ in
    ["config", "credentials"].flatMap { root in
      link.body[root].map { lookAlikes(in: $0, at: { FieldPath([root]) }, of: link) } ?? []
    }
  }

  /// The path is only spelt out where there is something to say of it.
  private static func lookAlikes(
    in node: Node,
    at path: () -> FieldPath,
    of link: DesiredLink
  ) -> [LinkFinding] {
    switch node.content {
    case .mapping(let entries):
      return entries.flatMap { entry in
        lookAlikes(in: entry.value, at: { path().appending(entry.key) }, of: link)
      }
    case .sequence(let items):
      return items.flatMap { lookAlikes(in: $0, at: path, of: link) }
    case .scalar(let scalar):
      guard scalar.isNumberLookAlike else { return [] }
      let message =
        JSONNumber(scalar.text) == nil
        ? "this looks like a number and is text; put it in quotes to say so"
        : "this is a number; if its last zeros matter, it is text: put it in quotes"
      let finding = Diagnostic(.numberLookAlike, message, at: link.place(of: node))
      return [LinkFinding(finding, about: path())]
    }
  }
}
