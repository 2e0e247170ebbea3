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
    guard let places, source.present.holds(UInt8(ascii: "#")) else { return [] }
    var search = CommentSearch(source, places)
    while search.goOn() {}
    return search.comments
  }
}

/// Looks at each `#` of a file for those that begin a comment.
private struct CommentSearch {
  private let source: SourceText
  private let places: ScalarPlaces
  private(set) var comments: [Comment] = []
  private var offset: Int
  /// Whether the offset is where a comment ends that no block begins with.
  private var isBehindComment = false

  init(_ source: SourceText, _ places: ScalarPlaces) {
    self.source = source
    self.places = places
    offset = source.start
  }

  /// Looks at the next one; `false` where there is none.
  mutating func goOn() -> Bool {
    guard let sign = source.bytes[offset...].firstIndex(of: UInt8(ascii: "#")) else { return false }
    let place = source.location(ofByte: sign)
    let around = goesOnWithComment(sign) ? nil : scalar(around: place.mark)
    if let around, !isBlockSign(of: around, on: place.line) {
      offset = max(sign + 1, source.byte(at: around.end))
    } else {
      take(from: sign, place)
    }
    isBehindComment = around == nil
    return true
  }

  /// Whether nothing stands between it and a comment before, as in one of many lines.
  private func goesOnWithComment(_ sign: Int) -> Bool {
    isBehindComment
      && source.bytes[offset..<sign].allSatisfy {
        $0.isBlank || $0 == .lineFeed || $0 == .carriageReturn
      }
  }

  private func scalar(around mark: Mark) -> PlacedScalar? {
    places.scalars(in: mark...mark).first { $0.start <= mark && mark < $0.end }
  }

  /// Whether it is a block that begins on this line, so that behind its sign a comment may stand.
  private func isBlockSign(of scalar: PlacedScalar, on line: Int) -> Bool {
    scalar.start.line == line
      && "|>".utf8.contains(source.bytes[source.byte(at: scalar.start)])
  }

  private mutating func take(from sign: Int, _ place: SourceLocation) {
    let line = source.bytes(ofLine: place.line)
    let text = String(decoding: source.bytes[sign..<line.upperBound], as: UTF8.self)
    let standsAlone = source.bytes[line.lowerBound..<sign].allSatisfy(\.isBlank)
    comments.append(Comment(text: text, location: place, standsAlone: standsAlone))
    offset = line.upperBound
  }
}
