internal import LinkCore

/// A text in lines behind `|` or `>`.
struct BlockScalar {
  /// `|` or `>`, and the signs behind it.
  let header: String
  /// Its lines as they were written, without their indentation.
  let lines: [String]
  /// Whether every line break at its end is part of it.
  let keepsEnd: Bool

  /// `nil` where the text has nothing but line breaks, which say more in quotes.
  init?(_ node: Node, text: String, in source: SourceText) {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != "\n" }) else { return nil }
    let before = scalars.distance(from: scalars.startIndex, to: first)
    let inner = scalars[first...].prefix { $0 == " " }.count
    let raw = Self.lines(of: node, in: source)
    guard before < raw.count else { return nil }
    let indentation = raw[before].utf8.prefix { $0 == .space }.count - inner
    var lines = raw.map { $0.droppingSpaces(indentation) }
    let written = source.headerSigns(of: node)
    keepsEnd = scalars.last == "\n" && written.contains(UInt8(ascii: "+"))
    if !keepsEnd {
      while lines.last?.isEmpty == true { lines.removeLast() }
    }
    self.lines = lines
    let start = lines.first { !$0.isEmpty }?.utf8.first
    let indicator = start?.isBlank == true ? "2" : ""
    let style = written.first == UInt8(ascii: ">") ? ">" : "|"
    header = style + indicator + (scalars.last != "\n" ? "-" : keepsEnd ? "+" : "")
  }

  /// The lines below the header, as they are.
  private static func lines(of node: Node, in source: SourceText) -> [String] {
    let last = node.end.column > 1 ? node.end.line : node.end.line - 1
    guard last > node.start.line else { return [] }
    return (node.start.line + 1...min(last, source.lineCount)).map { line in
      String(decoding: source.bytes[source.bytes(ofLine: line)], as: UTF8.self)
    }
  }
}

extension SourceText {
  /// `|`, `>` and the signs behind it.
  fileprivate func headerSigns(of node: Node) -> ArraySlice<UInt8> {
    let start = byte(at: node.start)
    return bytes[start..<bytes(ofLine: node.start.line).upperBound].prefix { !$0.isBlank }
  }
}

extension String {
  /// This line without so many spaces at its start; fewer, where it has fewer.
  fileprivate func droppingSpaces(_ count: Int) -> String {
    let spaces = utf8.prefix(count).prefix { $0 == .space }
    return String(Substring(utf8.dropFirst(spaces.count)))
  }
}
