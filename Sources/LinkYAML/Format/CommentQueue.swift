internal import LinkCore

/// The comments of a file in order; what takes them decides what they are about.
///
/// Whatever nobody takes waits for the next one, so that none is ever lost.
struct CommentQueue {
  private let source: SourceText
  private let comments: [Comment]
  private var next = 0

  init(_ comments: [Comment], in source: SourceText) {
    self.comments = comments
    self.source = source
  }

  func hasOne(before end: Mark) -> Bool {
    first(before: end) != nil
  }

  /// All that stand before a place.
  mutating func take(before end: Mark) -> [LaidComment] {
    takeWhile { $0.location.mark < end }
  }

  mutating func takeAll() -> [LaidComment] {
    takeWhile { _ in true }
  }

  /// Those that stand behind the last line of a block and belong to it by their column.
  mutating func takeFoot(before end: Mark, fromColumn column: Int) -> [LaidComment] {
    takeWhile { comment in
      comment.standsAlone && comment.location.mark < end && comment.location.column >= column
    }
  }

  /// The next one, where it stands behind something on its line.
  mutating func takeTrailing(before end: Mark) -> String? {
    guard let comment = first(before: end), !comment.standsAlone else { return nil }
    next += 1
    return comment.trimmedText
  }

  /// The next one, where it stands behind what ends on a line.
  mutating func takeTrailing(onLine line: Int, before end: Mark) -> String? {
    guard first(before: end)?.location.line == line else { return nil }
    return takeTrailing(before: end)
  }

  private func first(before end: Mark) -> Comment? {
    guard next < comments.count, comments[next].location.mark < end else { return nil }
    return comments[next]
  }

  private mutating func takeWhile(_ belongs: (Comment) -> Bool) -> [LaidComment] {
    var taken: [LaidComment] = []
    while next < comments.count, belongs(comments[next]) {
      let comment = comments[next]
      taken.append(
        LaidComment(text: comment.trimmedText, isApart: source.isApart(comment.location.mark))
      )
      next += 1
    }
    return taken
  }
}

extension Comment {
  /// Its text without white space at the end.
  var trimmedText: String {
    let bytes = Array(text.utf8)
    let end = bytes.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}

extension SourceText {
  func sign(at place: Mark) -> Unicode.Scalar? {
    let offset = byte(at: place)
    return offset < bytes.count ? Unicode.Scalar(bytes[offset]) : nil
  }

  /// Whether a place is the first on its line and an empty line stands above.
  func isApart(_ mark: Mark) -> Bool {
    guard mark.line > 1, mark.line <= lineCount else { return false }
    let start = bytes(ofLine: mark.line).lowerBound
    var offset = byte(line: mark.line, column: mark.column)
    while offset > start {
      offset -= 1
      guard " -?".utf8.contains(bytes[offset]) else { return false }
    }
    return bytes[bytes(ofLine: mark.line - 1)].allSatisfy(\.isBlank)
  }

  /// The start of the line on which the dash of an item stands.
  func lineOfDash(before item: Mark) -> Mark {
    var line = item.line
    var end = byte(line: line, column: item.column)
    while line > 1, !hasContent(bytes(ofLine: line).lowerBound..<end) {
      line -= 1
      end = bytes(ofLine: line).upperBound
    }
    return Mark(line: line, column: 1)
  }

  /// Whether something else than a comment stands in a part of a line that begins with it.
  private func hasContent(_ range: Range<Int>) -> Bool {
    let first = bytes[range].first { !$0.isBlank }
    return first != nil && first != UInt8(ascii: "#")
  }
}
