import Glibc
import LinkCore
import Testing

@Suite struct TaggedDescriptionTests {
  static let tag = TagSamples.tag()
  static let tagText = "[\(tag)]"

  static let texts = [
    "", " ", "  ", "Products", "Products ", "a\nb\t", "[linkctl:1:x]", "x [linkctl:1:", tagText,
    "x \(tagText)", "[linkctl:2:new]", "linkctl:1:", "]", "[", "e\u{301}", "\u{301}", "🇩🇪",
    "[linkctl:1:a:-:-:AAAAAAAAAAA:-]", String(repeating: "d", count: 65_536),
  ]

  @Test(arguments: texts) func `A tag comes off as it went on`(text: String) {
    for tag in [Self.tag, TagSamples.tag(owner: "o", rotation: nil, key: nil)] {
      let whole = TaggedDescription(text, tag: tag).joined
      #expect(whole.hasPrefix(text.isEmpty ? "[" : text))
      let read = TaggedDescription(reading: whole)
      #expect(read.text.isIdentical(to: text))
      #expect(read.mark == .tag(tag))
    }
  }

  @Test func `There is one space before a tag, and none without a text`() {
    #expect(TaggedDescription("", tag: Self.tag).joined == Self.tagText)
    #expect(TaggedDescription("x", tag: Self.tag).joined == "x \(Self.tagText)")
    #expect(TaggedDescription("x", tag: nil).joined == "x")
  }

  @Test(arguments: texts + recognised.map(\.text))
  func `Whatever is read is joined to the same bytes`(text: String) {
    #expect(TaggedDescription(reading: text).joined.isIdentical(to: text))
  }

  /// A description, what is compared of it, and what its end is recognised as.
  static let recognised: [(text: String, rest: String, mark: TagMark)] = [
    ("", "", .none),
    ("Products", "Products", .none),
    ("see linkctl:1:a", "see linkctl:1:a", .none),
    ("[LINKCTL:1:a]", "[LINKCTL:1:a]", .none),
    ("[linkctl]", "[linkctl]", .none),
    ("Products [linkct", "Products [linkct", .none),
    // Only the last counts.
    ("x \(tagText) \(tagText)", "x \(tagText)", .tag(tag)),
    ("x [linkctl:2:a] \(tagText)", "x [linkctl:2:a]", .tag(tag)),
    ("\(tagText) [linkctl:2:a:b]", tagText, .newer("linkctl:2:a:b")),
    ("x [linkctl:17:!]", "x", .newer("linkctl:17:!")),
    ("[linkctl:2:a]", "", .newer("linkctl:2:a")),
  ]

  @Test(arguments: recognised)
  func `Recognises an end`(text: String, rest: String, mark: TagMark) {
    let read = TaggedDescription(reading: text)
    #expect(read.text.isIdentical(to: rest))
    #expect(read.mark == mark)
  }

  /// What stands before the place where a tag seems to begin, and from there on.
  static let malformed: [(before: String, end: String)] = [
    // Cut.
    ("x ", "[linkctl:"), ("x ", String(tagText.dropLast())), ("x ", String(tagText.dropLast(9))),
    // Something behind it.
    ("x ", tagText + " "), ("x ", tagText + "\n"), ("x ", tagText + " edited"), ("", tagText + "]"),
    ("x ", tagText + "\u{301}"), ("x ", tagText + "\0"),
    // Something else before it than one space.
    ("x", tagText), ("x\n", tagText), (" ", tagText), ("x\u{A0}", tagText), ("[", tagText),
    // Doubled without a space, nested.
    (tagText, tagText), ("[linkctl:1:", tagText), ("x [linkctl:", "[linkctl:2:a]"),
    // No tag of any version.
    ("", "[linkctl:]"), ("", "[linkctl:1:]"), ("", "[linkctl:0:a]"), ("", "[linkctl:02:a]"),
    ("", "[linkctl:2]"), ("", "[linkctl:2:]"), ("", "[linkctl:2:a b]"), ("", "[linkctl:2:a\u{7}]"),
    ("", "[linkctl:2:a]]"), ("", "[linkctl:2:ä]"), ("", "[linkctl:-2:a]"), ("", "[linkctl:x:a]"),
    ("", "[linkctl:²:a]"), ("", "[linkctl: see the wiki]"),
  ]

  @Test(arguments: malformed)
  func `Takes nothing away from what is no tag`(before: String, end: String) {
    let read = TaggedDescription(reading: before + end)
    #expect(read.text.isIdentical(to: before + end))
    guard case .malformed(let found) = read.mark else {
      Issue.record("\(read.mark)")
      return
    }
    #expect(found.isIdentical(to: end))
    #expect(read.joined.isIdentical(to: before + end))
  }

  @Test(arguments: TagTests.altered.filter { !$0.isEmpty && $0 != ":" && !$0.hasPrefix("[") })
  func `An altered tag is no tag of ours`(text: String) {
    let read = TaggedDescription(reading: "x [\(text)]")
    if case .tag = read.mark { Issue.record("\(text) is taken for a tag") }
    #expect(read.joined.isIdentical(to: "x [\(text)]"))
  }

  @Test func `Every way to cut a tag off is seen`() {
    let whole = "x \(Self.tagText)"
    for count in 0..<whole.utf8.count {
      let cut = String(decoding: Array(whole.utf8.prefix(count)), as: UTF8.self)
      let read = TaggedDescription(reading: cut)
      let isSeen = count >= "x [linkctl:".utf8.count
      #expect(read.mark == (isSeen ? .malformed(String(cut.dropFirst(2))) : .none))
      #expect(read.text == cut)
    }
  }

  @Test func `The limits hold for the longest tag`() {
    let tag = TagSamples.tag(owner: String(repeating: "o", count: 32))
    let text = String(repeating: "d", count: TaggedDescription.longestText)
    let longest = TaggedDescription.longestText + TaggedDescription.longestTag
    #expect(TaggedDescription(text, tag: tag).joined.utf8.count == longest)
  }

  /// Four times the length may not take much more than four times as long; the processor's time of
  /// this thread counts, for others use the machine too.
  @Test(
    arguments: [
      "[linkctl:1:", "[linkctl:", "[linkctl:2:", "[", "]", "[linkctl:1:a:-:-:", ":", "-", " ",
      "[linkctl:1:a:-:-:AAAAAAAAAAA:-] ", "linkctl:",
    ]
  )
  func `A hostile description takes time in line with its length`(piece: String) {
    let lengths = [16 * 1024, 64 * 1024]
    let times = lengths.map { length in
      let text = String(repeating: piece, count: length / piece.utf8.count)
      let ends = [text, text + "]", "[linkctl:2:" + text + "]", "[linkctl:1:" + text]
      return (0..<3).map { _ in
        let begun = Self.processorTime
        for end in ends { #expect(TaggedDescription(reading: end).joined.isIdentical(to: end)) }
        return Self.processorTime - begun
      }.min() ?? 0
    }
    #expect(times[1] < times[0] * 12 + 0.05)
  }

  /// In seconds.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
