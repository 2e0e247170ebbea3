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
    switch content {
    case .scalar:
      rest -= 1
      return rest >= 0
    case .sequence(let items):
      rest -= 1
      return rest >= 0 && items.allSatisfy { $0.counts(within: &rest) }
    case .mapping(let entries):
      rest -= 1
      return rest >= 0 && entries.allSatisfy { $0.value.counts(within: &rest) }
    }
  }
}

extension Diagnostic {
  static func tooMany(_ owner: String, limit: Int, at place: SourceLocation) -> Diagnostic {
    .form(.tooLarge, "\(owner) holds more than \(limit) values", at: place)
  }
}
