/// What a view's parts are put together for; they are HTML in both.
enum Markup {
  /// A comment in Markdown, with blocks of code behind fences.
  case comment
  /// A page that is HTML throughout.
  case page

  /// A block of code; the lines have nothing in them that a terminal would act on.
  func block(_ lines: [String], as language: String) -> String {
    switch self {
    case .comment:
      // A fence that is longer than any within.
      let longest = lines.map(Self.longestFence).max() ?? 0
      let fence = String(repeating: "`", count: max(3, longest + 1))
      return ([fence + language] + lines + [fence]).joined(separator: "\n")
    case .page:
      let lines = lines.map { language == "diff" ? Self.diffLine($0) : MarkdownText.escaped($0) }
      return "<pre>\(lines.joined(separator: "\n"))</pre>"
    }
  }

  private static func longestFence(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// A line of what was and what will be, coloured by its sign.
  private static func diffLine(_ line: String) -> String {
    let kind =
      switch line.utf8.first {
      case UInt8(ascii: "+"): "ins"
      case UInt8(ascii: "-"): "del"
      default: "b"
      }
    return "<\(kind)>\(MarkdownText.escaped(line))</\(kind)>"
  }
}
