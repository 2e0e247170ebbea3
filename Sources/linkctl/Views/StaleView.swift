import LinkCore

/// What moved since a plan was made, link by link.
struct StaleView {
  let links: [StaleLink]

  /// One line, for an error message.
  var text: String {
    links.map { link in
      "\(link.address.description.shown): \(link.differences.map(\.words).joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}

extension StaleLink.Difference {
  fileprivate var words: String {
    switch self {
    case .exists: "exists now"
    case .gone: "is gone"
    case .field(let path, let planned, let present):
      "\(path.description.shown) was \(planned.words) when planned, is \(present.words) now"
    case .used(let pipelines):
      "is used by \(pipelines.map(\.shownName).joined(separator: ", ")) now"
    }
  }
}

extension JSONValue? {
  fileprivate var words: String {
    map(\.shown) ?? "not set"
  }
}
