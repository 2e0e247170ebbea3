import Testing

@testable import LinkCore

/// Lists that are read at once come out whole, and nothing of them is kept or lost.
@Suite struct PieceStackTests {
  private final class Piece: Sendable {
    let number: Int

    init(_ number: Int) { self.number = number }
  }

  @Test func `Inner lists are taken from on top of outer ones`() {
    var stack = PieceStack<String>()
    for number in 0..<100 { stack.push("outer \(number)") }
    let first = stack.count
    for number in 0..<50 { stack.push("inner \(number)") }
    #expect(stack[first] == "inner 0")
    #expect(stack.take(from: first) == (0..<50).map { "inner \($0)" })
    #expect(stack.take(from: first) == [])
    #expect(stack.take(from: 0) == (0..<100).map { "outer \($0)" })
  }

  @Test func `Pieces live as long as somebody has them`() {
    weak var taken: Piece?
    weak var left: Piece?
    do {
      var stack = PieceStack<Piece>()
      for number in 0..<40 { stack.push(Piece(number)) }
      left = stack[0]
      taken = stack[39]
      let pieces = stack.take(from: 39)
      #expect(pieces.map(\.number) == [39])
      #expect(taken != nil && left != nil)
    }
    #expect(taken == nil && left == nil)
  }
}
