import Testing

@testable import linkctl

/// What is made ahead is there when it is asked for.
@Suite struct AheadTests {
  @Test(arguments: [true, false])
  func `The value is what was made`(isWorthThread: Bool) {
    var ahead = Ahead(isWorthThread: isWorthThread) { (0..<100_000).reduce(0, +) }
    #expect(ahead.wait() == 4_999_950_000)
    #expect(ahead.wait() == 4_999_950_000)
  }

  @Test func `Nobody has to ask`() {
    for number in 0..<50 { _ = Ahead(isWorthThread: true) { number } }
  }
}
