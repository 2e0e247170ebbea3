import Testing

@testable import LinkYAML

/// A text from the cache is the text that was asked for.
@Suite struct TextCacheTests {
  @Test func `Every text is what its bytes say`() {
    var cache = TextCache()
    // So many that texts of all lengths drive each other out.
    for _ in 0..<2 {
      for number in 0..<3_000 {
        let text = String(repeating: "é", count: number % 40) + "\(number)"
        let read = Array(text.utf8).withUnsafeBufferPointer { cache.text($0) }
        #expect(read.utf8.elementsEqual(text.utf8))
      }
    }
  }
}
