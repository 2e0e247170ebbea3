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
    takeAway(from: &rest)
    return rest < 0
  }

  /// Counts down by one for each value, until there are too many.
  private func takeAway(from rest: inout Int) {
    rest -= 1
    switch content {
    case .scalar: break
    case .sequence(let items):
      for index in items.indices where rest >= 0 { items[index].takeAway(from: &rest) }
    case .mapping(let entries):
      for index in entries.indices where rest >= 0 { entries[index].value.takeAway(from: &rest) }
    }
  }
}

extension Diagnostic {
  static func tooMany(_ owner: String, limit: Int, at place: SourceLocation) -> Diagnostic {
    .form(.tooLarge, "\(owner) holds more than \(limit) values", at: place)
  }
}
