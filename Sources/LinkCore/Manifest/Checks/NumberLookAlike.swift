extension LinkCheck {
  /// `0o17`, `1_000`, `12:30` and the like are text here, and numbers to other readers.
  static let numberLookAlike = LinkCheck { link, _ in
    var search = NumberSearch(link: link)
    for root in ["config", "credentials"] {
      guard let node = link.body[root], node.holdsNumberLookAlike else { continue }
      search.look(at: node, below: root)
    }
    return search.findings
  }
}

private struct NumberSearch {
  let link: DesiredLink
  private(set) var findings: [LinkFinding] = []
  private var path: [String] = []

  init(link: DesiredLink) {
    self.link = link
  }

  mutating func look(at node: Node, below key: String) {
    path.append(key)
    look(at: node)
    path.removeLast()
  }

  private mutating func look(at node: Node) {
    switch node.content {
    case .scalar(let scalar): look(at: scalar, of: node)
    case .sequence(let items): for item in items { look(at: item) }
    case .mapping(let entries):
      for index in entries.indices { look(at: entries[index].value, below: entries[index].key) }
    }
  }

  private mutating func look(at scalar: Node.Scalar, of node: Node) {
    guard scalar.isNumberLookAlike else { return }
    let message =
      JSONNumber(scalar.text) == nil
      ? "this looks like a number and is text; put it in quotes to say so"
      : "this is a number; if its last zeros matter, it is text: put it in quotes"
    let finding = Diagnostic(.numberLookAlike, message, at: link.place(of: node))
    findings.append(LinkFinding(finding, about: FieldPath(path)))
  }
}

extension Node {
  /// Whether there is any in it, as in hardly any link: the way to it costs more than a look.
  fileprivate var holdsNumberLookAlike: Bool {
    switch content {
    case .scalar(let scalar): scalar.isNumberLookAlike
    case .sequence(let items): items.indices.contains { items[$0].holdsNumberLookAlike }
    case .mapping(let entries):
      entries.indices.contains { entries[$0].value.holdsNumberLookAlike }
    }
  }
}
