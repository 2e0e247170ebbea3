/// Which lines two texts have in common, in order.
///
/// Lines that each text has just once are the fixed points, between which the rest is compared; so
/// that a large file that was changed throughout takes no longer than it must.
struct LineDiff {
  /// The indices of a line in both texts.
  struct Match {
    let old: Int
    let new: Int
  }

  private static let deepest = 16
  private static let largestTable = 250_000

  private let old: [Int]
  private let new: [Int]
  private(set) var matches: [Match] = []

  init<Line: Hashable>(_ old: [Line], _ new: [Line]) {
    var numbers: [Line: Int] = [:]
    let number = { (line: Line) -> Int in
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    self.old = old.map(number)
    self.new = new.map(number)
    compare(self.old.indices, self.new.indices, depth: 0)
  }

  private mutating func compare(_ old: Range<Int>, _ new: Range<Int>, depth: Int) {
    var (old, new) = (old, new)
    while let one = old.first, let other = new.first, self.old[one] == self.new[other] {
      matches.append(Match(old: one, new: other))
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    var end: [Match] = []
    while let one = old.last, let other = new.last, self.old[one] == self.new[other] {
      end.append(Match(old: one, new: other))
      (old, new) = (old.dropLast(), new.dropLast())
    }
    if !old.isEmpty, !new.isEmpty { compareMiddle(old, new, depth: depth) }
    matches += end.reversed()
  }

  private mutating func compareMiddle(_ old: Range<Int>, _ new: Range<Int>, depth: Int) {
    let points = depth < Self.deepest ? fixedPoints(old, new) : []
    guard !points.isEmpty else { return compareByTable(old, new) }
    var (oldStart, newStart) = (old.lowerBound, new.lowerBound)
    for point in points {
      compare(oldStart..<point.old, newStart..<point.new, depth: depth + 1)
      matches.append(point)
      (oldStart, newStart) = (point.old + 1, point.new + 1)
    }
    compare(oldStart..<old.upperBound, newStart..<new.upperBound, depth: depth + 1)
  }
}

extension LineDiff {
  /// The longest rising row of lines that stand once in both.
  private func fixedPoints(_ old: Range<Int>, _ new: Range<Int>) -> [Match] {
    let oldPlaces = Self.uniquePlaces(in: self.old[old])
    let newPlaces = Self.uniquePlaces(in: self.new[new])
    let common = old.compactMap { index -> Match? in
      guard oldPlaces[self.old[index]] == index, let other = newPlaces[self.old[index]],
        other >= 0
      else { return nil }
      return Match(old: index, new: other)
    }
    return Self.longestRise(common)
  }

  /// Where each line stands, -1 for one that stands more than once.
  private static func uniquePlaces(in lines: ArraySlice<Int>) -> [Int: Int] {
    Dictionary(zip(lines, lines.indices), uniquingKeysWith: { _, _ in -1 })
  }

  private static func longestRise(_ points: [Match]) -> [Match] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: points.count)
    for (index, point) in points.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if points[tails[middle]].new < point.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low < tails.count { tails[low] = index } else { tails.append(index) }
    }
    var rise: [Match] = []
    var next = tails.last ?? -1
    while next >= 0 {
      rise.append(points[next])
      next = previous[next]
    }
    return rise.reversed()
  }

  /// The longest common part of two short stretches; of long ones nothing is taken as common.
  private mutating func compareByTable(_ old: Range<Int>, _ new: Range<Int>) {
    guard old.count * new.count <= Self.largestTable else { return }
    let width = new.count + 1
    var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
    for row in stride(from: old.count - 1, through: 0, by: -1) {
      for column in stride(from: new.count - 1, through: 0, by: -1) {
        let isSame = self.old[old.lowerBound + row] == self.new[new.lowerBound + column]
        let place = row * width + column
        lengths[place] =
          isSame
          ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < old.count, column < new.count {
      let match = Match(old: old.lowerBound + row, new: new.lowerBound + column)
      if self.old[match.old] == self.new[match.new] {
        matches.append(match)
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
