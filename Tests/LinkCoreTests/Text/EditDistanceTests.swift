import Testing

@testable import LinkCore

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("region", "region", 0), ("regoin", "region", 1), ("egion", "region", 1),
    ("reggion", "region", 1), ("rexion", "region", 1), ("", "ab", 2), ("ab", "", 2),
    ("ca", "abc", 3), ("abcd", "badc", 2), ("kitten", "sitting", 3), ("\u{e9}", "e", 1),
  ])
  func counts(_ one: String, _ other: String, _ distance: Int) {
    #expect(EditDistance.between(one, other, atMost: 9) == distance)
    #expect(EditDistance.between(other, one, atMost: 9) == distance)
    #expect(EditDistance.between(one, other, atMost: distance) == distance)
    if distance > 0 { #expect(EditDistance.between(one, other, atMost: distance - 1) == nil) }
  }

  /// Every pair of words over two letters, against the textbook's recursion.
  @Test func agreesWithItsDefinition() {
    let words = [""] + (1...4).flatMap { wordsOfLength($0) }
    for one in words {
      for other in words {
        let expected = definition(Array(one), Array(other))
        for bound in 0...4 {
          let distance = EditDistance.between(one, other, atMost: bound)
          #expect(distance == (expected <= bound ? expected : nil))
        }
      }
    }
  }

  private func wordsOfLength(_ length: Int) -> [String] {
    (0..<(1 << length)).map { bits in
      String((0..<length).map { bits >> $0 & 1 == 0 ? "a" : "b" })
    }
  }

  private func definition(_ one: [Character], _ other: [Character]) -> Int {
    guard let first = one.last, let second = other.last else { return one.count + other.count }
    let (shorter, less) = (Array(one.dropLast()), Array(other.dropLast()))
    var best = definition(shorter, less) + (first == second ? 0 : 1)
    best = min(best, definition(shorter, other) + 1, definition(one, less) + 1)
    if let before = shorter.last, first == less.last, before == second {
      best = min(best, definition(shorter.dropLast(), less.dropLast()) + 1)
    }
    return best
  }
}
