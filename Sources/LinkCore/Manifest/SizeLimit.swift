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
    var rest = limit - 1
    takeAwayParts(from: &rest)
    return rest < 0
  }

  /// Counts down by one for each value in it, until there are too many.
  private func takeAwayParts(from rest: inout Int) {
    switch content {
    case .scalar: break
    case .sequence(let items):
      rest -= items.count
      for index in items.indices where rest >= 0 && !items[index].isScalar {
        items[index].takeAwayParts(from: &rest)
      }
    case .mapping(let entries):
      rest -= entries.count
      for index in entries.indices where rest >= 0 && !entries[index].value.isScalar {
        entries[index].value.takeAwayParts(from: &rest)
      }
    }
  }
}

extension Diagnostic {
  static func tooMany(_ owner: String, limit: Int, at place: SourceLocation) -> Diagnostic {
    .form(.tooLarge, "\(owner) holds more than \(limit) values", at: place)
  }
}
