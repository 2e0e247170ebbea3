extension LinkCheck {
  /// A description that ends like a tag would be read back without that end, and differ for ever.
  static let tagInDescription = LinkCheck { link, _ in
    guard let description = link.description else { return [] }
    switch TaggedDescription(reading: description).mark {
    case .none, .malformed: return []
    case .tag, .newer: break
    }
    let path = FieldPath(["description"])
    return [
      LinkFinding(
        .form(
          .badValue,
          "the description ends in a tag of linkctl's own; leave [linkctl:…] out",
          at: link.place(of: path)
        )
      )
    ]
  }
}
