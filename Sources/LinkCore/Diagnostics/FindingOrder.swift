extension [Diagnostic] {
  /// How many findings of one file are shown; with more nobody reads on.
  package static let mostOfOneFile = 1_000

  /// By place, none twice, and of each file only so many: what stands behind them is counted, in a
  /// finding that is as grave as the gravest of them.
  package func ordered(mostOfOneFile limit: Int = mostOfOneFile) -> [Diagnostic] {
    let unique = Array(Set(self))
    let byFile = Dictionary(grouping: unique.indices) { index in
      unique[index].location.map { ExactText($0.file) }
    }
    return byFile.sorted { one, other in
      guard let before = one.key, let after = other.key else { return one.key == nil }
      return before < after
    }.flatMap { _, indices in unique.ordered(indices, atMost: limit) }
  }

  /// The findings at some places, which are all in one file.
  private func ordered(_ indices: [Int], atMost limit: Int) -> [Diagnostic] {
    // A file may give cause to a hundred thousand: numbers are sorted, not findings.
    let places = indices.map { (mark: self[$0].location?.mark, index: $0) }
    let order = places.sorted { one, other in
      guard let here = one.mark, let there = other.mark, here != there else {
        return self[one.index] < self[other.index]
      }
      return here < there
    }
    let shown = order.prefix(limit).map { self[$0.index] }
    let hidden = order.dropFirst(limit).map(\.index)
    guard let gravest = hidden.min(by: { self[$0].gravity > self[$1].gravity }) else {
      return shown
    }
    return shown + [self[gravest].standing(for: hidden.count)]
  }
}

extension Diagnostic {
  /// The more, the worse it is for the run.
  fileprivate var gravity: Int {
    switch (severity, kind) {
    case (.error, .form): 2
    case (.error, .rule): 1
    case (.warning, _): 0
    }
  }

  /// Says that there are so many more, this one among them.
  fileprivate func standing(for count: Int) -> Diagnostic {
    Diagnostic(
      rule,
      kind: kind,
      severity: severity,
      "\(count) more findings of this file are not shown",
      at: location
    )
  }
}
