import LinkCore
import LinkYAML
import Testing

/// Inputs that are small and hard to read: all must be refused at once.
@Suite struct DepthTests {
  struct Bomb: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let piece: String
    let count: Int
    let column: Int
  }

  static let bombs = [
    Bomb(testDescription: "Y001", piece: "[", count: 200_000, column: 65),
    Bomb(testDescription: "Y002", piece: "{a: ", count: 20_000, column: 257),
    Bomb(testDescription: "Y003", piece: "- ", count: 20_000, column: 129),
    Bomb(testDescription: "Y004", piece: "? ", count: 20_000, column: 129),
    Bomb(testDescription: "Y001 of 1 MiB", piece: "[", count: 1 << 20, column: 65),
    Bomb(testDescription: "Y002 of 1 MiB", piece: "{a: ", count: 1 << 18, column: 257),
    Bomb(testDescription: "Y004 of 1 MiB", piece: "? ", count: 1 << 19, column: 129),
  ]

  @Test(arguments: bombs)
  func stopsAtTheLimit(_ bomb: Bomb) {
    let text = String(repeating: bomb.piece, count: bomb.count)
    let clock = ContinuousClock()
    let start = clock.now
    let document = parse(text)
    #expect(shownFindings(document) == ["1:\(bomb.column) [too-deep] nested deeper than 64"])
    #expect(document.root == nil)
    // A generous bound: read to the end, any of these would take minutes.
    #expect(clock.now - start < .seconds(5))
  }

  @Test func acceptsTheDeepestThatIsAllowed() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(parse(deep).diagnostics.isEmpty)
    #expect(parse("[" + deep + "]").diagnostics.map(\.rule) == [.tooDeep])
  }

  @Test func countsOpenCollectionsOnly() {
    let flat = "[" + String(repeating: "[[]],", count: 100) + "]"
    #expect(parse(flat).diagnostics.isEmpty)
  }

  @Test func stopsAtTheLimitBehindSurrogatePairs() {
    let text = #"["\ud83d\ude00","# + String(repeating: "[", count: 200_000)
    #expect(shownFindings(parse(text)) == ["1:80 [too-deep] nested deeper than 64"])
  }
}
