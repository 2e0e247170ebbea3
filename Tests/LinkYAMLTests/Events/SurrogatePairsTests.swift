import LinkCore
import LinkYAML
import Testing

@Suite struct SurrogatePairsTests {
  private func text(_ yaml: String, _ key: String) -> String? {
    parse(yaml).root?[key]?.scalar?.text
  }

  @Test(arguments: [
    (#"a: "\ud83d\ude00""#, "\u{1F600}"),
    (#"a: "x\uD83D\uDE00\ud83d\ude01y""#, "x\u{1F600}\u{1F601}y"),
    (#"a: "\\\ud83d\ude00""#, "\\\u{1F600}"), (#"a: "\udbff\udfff""#, "\u{10FFFF}"),
    (#"a: "\ud800\udc00""#, "\u{10000}"), (#"a: "\\ud83d\\ude00""#, #"\ud83d\ude00"#),
  ])
  func meansWhatJSONMeans(_ yaml: String, _ text: String) {
    #expect(self.text(yaml, "a") == text)
  }

  @Test func outsideDoubleQuotesItIsText() {
    let pair = #"\ud83d\ude00"#
    let yaml = "a: \(pair) # \"\(pair)\"\nb: '\(pair)'\nc: |\n  \"\(pair)\"\nd: \"\(pair)\"\n"
    #expect(text(yaml, "a") == pair)
    #expect(text(yaml, "b") == pair)
    #expect(text(yaml, "c") == "\"\(pair)\"\n")
    #expect(text(yaml, "d") == "\u{1F600}")
  }

  @Test func keepsColumns() {
    let yaml = #"{"\ud83d\ude00": "\ud83d\ude00\ud83d\ude00", b: "\ud83d\ude00","# + "\n c: d}"
    let tree =
      "{'\u{1F600}'@1:2-1:16: '\u{1F600}\u{1F600}'@1:18-1:44, b@1:46-1:47: '\u{1F600}'@1:49-1:63,"
      + " c@2:2-2:3: d@2:5-2:6}@1:1-2:7"
    #expect(shownTree(parse(yaml).root) == tree)
  }

  @Test func keepsColumnsOfFindings() {
    let document = parse(#"{"\ud83d\ude00": 1, b: *c, "\ud83d\ude00": 2} x"#)
    #expect(
      document.diagnostics.map { $0.location?.column } == [24, 28, 47]
    )
  }

  @Test(arguments: [
    (#"a: "\ud83d""#, 5), (#"a: "\ude00\ud83d""#, 5), (#"a: "\ud83d\ud83d\ude00""#, 5),
    (#"a: "\ud83d\ude00\ud83d x""#, 17), (#"a: "\ud83d\\ude00""#, 5),
  ])
  func refusesALoneOne(_ yaml: String, _ column: Int) {
    #expect(
      shownFindings(parse(yaml)) == [
        "1:\(column) [yaml-syntax] lone surrogate in an escape; "
          + #"write a pair as in JSON, or \U0001F600"#
      ]
    )
  }

  @Test func theTextPolicyHoldsForPairs() {
    #expect(parse(#"a: "\ud83d\ude00\e""#).diagnostics.map(\.rule) == [.controlCharacter])
  }
}
