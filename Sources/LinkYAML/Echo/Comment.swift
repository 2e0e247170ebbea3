package import LinkCore

/// A comment of a file, from its `#` to the end of its line.
package struct Comment: Sendable {
  package let text: String
  package let location: SourceLocation
  /// Whether nothing else stands on its line.
  package let standsAlone: Bool
}

extension YAMLDocument {
  /// The comments in the order they stand; none where there is no tree.
  package var comments: [Comment] {
    guard let places else { return [] }
    var search = CommentSearch(source)
    let end = Mark(line: source.lineCount + 1, column: 1)
    for scalar in places.scalars(in: Mark(line: 1, column: 1)...end) { search.pass(scalar) }
    search.finish()
    return search.comments
  }
}

/// Looks for comments between the scalars of a file.
private struct CommentSearch {
  private let source: SourceText
  private(set) var comments: [Comment] = []
  private var offset: Int

  init(_ source: SourceText) {
    self.source = source
    offset = source.start
  }

  mutating func pass(_ scalar: PlacedScalar) {
    let start = source.byte(line: scalar.start.line, column: scalar.start.column)
    let end = source.byte(line: scalar.end.line, column: scalar.end.column)
    search(upTo: start)
    if start < end, "|>".utf8.contains(source.bytes[start]) {
      search(upTo: source.bytes(ofLine: scalar.start.line).upperBound)
    }
    offset = max(offset, end)
  }

  mutating func finish() {
    search(upTo: source.bytes.count)
  }

  private mutating func search(upTo end: Int) {
    while offset < end {
      if source.bytes[offset] == UInt8(ascii: "#") { take() } else { offset += 1 }
    }
  }

  private mutating func take() {
    let place = source.location(ofByte: offset)
    let line = source.bytes(ofLine: place.line)
    let text = String(decoding: source.bytes[offset..<line.upperBound], as: UTF8.self)
    let standsAlone = source.bytes[line.lowerBound..<offset].allSatisfy(\.isBlank)
    comments.append(Comment(text: text, location: place, standsAlone: standsAlone))
    offset = line.upperBound
  }
}
