import LinkCore
import LinkYAML
import Testing

@Suite struct CommentTests {
  @Test func findsAllAndOnlyComments() {
    let text = """
      # first
      a: b#c # second
      d: '# no' # third
      e: [x, # in brackets
        y]
      f: | # behind a block's sign
        # no
        text
        # é # fifth
      g: "x
        # no"
      """ + "\n  # last"
    let comments = parse(text).comments
    #expect(
      comments.map { "\($0.location.line):\($0.location.column) \($0.text)" } == [
        "1:1 # first", "2:8 # second", "3:11 # third", "4:8 # in brackets",
        "6:6 # behind a block's sign", "12:3 # last",
      ]
    )
    #expect(comments.map(\.standsAlone) == [true, false, false, false, false, true])
  }

  @Test func windowsLineEndsAreNoPartOfAComment() {
    #expect(parse("a: b # c\r\n# d\r\n").comments.map(\.text) == ["# c", "# d"])
  }

  @Test func findsThoseInDuplicateEntries() {
    let comments = parse("a: 1\na: 'x # no' # yes\n").comments
    #expect(comments.map(\.text) == ["# yes"])
  }
}
