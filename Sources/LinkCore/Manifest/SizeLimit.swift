/// How much one link may hold, so that no file makes a reader work longer than its size promises.
enum SizeLimit {
  /// Values of one link, at any depth; the longest of the documented sets of keys has some twenty.
  static let ofLink = 1_000
  /// Values of `defaults`, which every link of the file takes over.
  static let ofDefaults = 100
}

extension Node {
  /// Whether it holds more values than that, at any depth.
  func holdsMore(than limit: Int) -> Bool {
    var rest = limit
    return !counts(within: &rest)
  }

  private func counts(within rest: inout Int) -> Bool {
    rest -= 1
    guard rest >= 0 else { return false }
    switch content {
    case .scalar: return true
    case .sequence(let items):
      return items.indices.allSatisfy { items[$0].counts(within: &rest) }
    case .mapping(let entries):
      return entries.indices.allSatisfy { entries[$0].value.counts(within: &rest) }
    }
  }
}

extension Diagnostic {
  static func tooMany(_ owner: String, limit: Int, at place: SourceLocation) -> Diagnostic {
    .form(.tooLarge, "\(owner) holds more than \(limit) values", at: place)
  }
}
