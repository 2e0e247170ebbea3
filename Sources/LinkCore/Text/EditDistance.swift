/// How many slips of the keyboard lie between two words.
package enum EditDistance {
  /// The least number of inserted, lost, wrong and swapped neighbouring characters that make one
  /// word of the other; `nil` where it is above the bound.
  package static func between(_ one: String, _ other: String, atMost bound: Int) -> Int? {
    between(Array(one.unicodeScalars), Array(other.unicodeScalars), atMost: bound)
  }

  /// The same of words that are taken apart already.
  package static func between(
    _ one: [Unicode.Scalar],
    _ other: [Unicode.Scalar],
    atMost bound: Int
  ) -> Int? {
    guard abs(one.count - other.count) <= bound else { return nil }
    var rows = Rows(width: other.count)
    for (line, scalar) in one.enumerated() {
      rows.begin(line + 1)
      for column in other.indices {
        let isSwap =
          line > 0 && column > 0 && scalar == other[column - 1] && one[line - 1] == other[column]
        rows.fill(column + 1, costsChange: scalar != other[column], isSwap: isSwap)
      }
      if rows.least > bound { return nil }
    }
    return rows.last <= bound ? rows.last : nil
  }
}

/// The last three rows of the table in which the distance is reckoned.
private struct Rows {
  private var beforePrevious: [Int]
  private var previous: [Int]
  private var current: [Int]

  init(width: Int) {
    current = Array(0...width)
    previous = current
    beforePrevious = current
  }

  /// The distance of both words as far as they have been read.
  var last: Int { current[current.count - 1] }

  /// No later distance is below the lesser of the last two rows' least, as a swap skips one.
  var least: Int { min(current.min() ?? 0, previous.min() ?? 0) }

  mutating func begin(_ line: Int) {
    swap(&beforePrevious, &previous)
    swap(&previous, &current)
    current[0] = line
  }

  mutating func fill(_ column: Int, costsChange: Bool, isSwap: Bool) {
    var distance = previous[column - 1] + (costsChange ? 1 : 0)
    distance = min(distance, previous[column] + 1, current[column - 1] + 1)
    if isSwap { distance = min(distance, beforePrevious[column - 2] + 1) }
    current[column] = distance
  }
}
