import Testing

@testable import linkctl

struct LineDiffTests {
  private func common(_ old: String, _ new: String) -> String {
    let (old, new) = (Array(old), Array(new))
    let matches = LineDiff(old, new).matches
    for (one, next) in zip(matches, matches.dropFirst()) {
      #expect(one.old < next.old && one.new < next.new)
    }
    for match in matches { #expect(old[match.old] == new[match.new]) }
    return String(matches.map { old[$0.old] })
  }

  @Test(arguments: [
    ("", "", ""), ("abc", "abc", "abc"), ("abc", "", ""), ("abc", "xyz", ""),
    ("abcd", "abxd", "abd"),
    ("abc", "cab", "ab"), ("aabb", "abab", "abb"), ("xaxbxcx", "axbxc", "axbxc"),
    ("abcabba", "cbabac", "baba"),
  ])
  func findsWhatIsCommon(old: String, new: String, expected: String) {
    #expect(common(old, new).count == expected.count)
  }

  @Test(.timeLimit(.minutes(5))) func isQuickWhereEverythingChanged() {
    let old = (0..<20_000).map { $0 % 300 }
    let new = (0..<20_000).map { 1000 + $0 % 7 + ($0 % 2) * 500 }
    #expect(LineDiff(old, new).matches.isEmpty)
    #expect(LineDiff(old, old.reversed()).matches.count < 20_000)
  }
}
