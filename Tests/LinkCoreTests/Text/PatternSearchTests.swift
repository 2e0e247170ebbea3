import Testing

@testable import LinkCore

struct PatternSearchTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func findsWhatLookingAtEachPlaceFinds(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let patterns = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        Self.word(1...5, &numbers)
      }
      let text = Self.word(0...40, &numbers)
      var found: [Range<Int>] = []
      let open = PatternSearch(patterns).forEachMatch(in: text) { found.append($0) }
      #expect(found == Self.matches(of: patterns, in: text))
      #expect(open == Self.openEnd(of: patterns, in: text))
    }
  }

  @Test func findsNothingWithoutPatterns() {
    let search = PatternSearch([[]])
    #expect(search.isEmpty)
    #expect(search.forEachMatch(in: [1, 2, 3]) { _ in Issue.record("a match of nothing") } == 0)
  }

  private static func word(_ length: ClosedRange<Int>, _ numbers: inout SeededNumbers) -> [UInt8] {
    (0..<Int.random(in: length, using: &numbers)).map { _ in
      UInt8.random(in: 0...2, using: &numbers)
    }
  }

  private static func matches(of patterns: [[UInt8]], in text: [UInt8]) -> [Range<Int>] {
    (1...max(1, text.count)).compactMap { end in
      let ending = patterns.filter { text.prefix(end).reversed().starts(with: $0.reversed()) }
      return ending.map(\.count).max().map { end - $0..<end }
    }
  }

  private static func openEnd(of patterns: [[UInt8]], in text: [UInt8]) -> Int {
    patterns.flatMap { pattern in
      (0...pattern.count).filter { text.reversed().starts(with: pattern.prefix($0).reversed()) }
    }.max() ?? 0
  }
}
