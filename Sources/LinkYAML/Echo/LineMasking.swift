internal import LinkCore

/// Writes a line of source anew, with nothing in it that is not known to be harmless.
///
/// Only the part around the caret is looked at, as a line may be as long as a file.
struct LineMasking {
  private static let reach = 200
  private static let farthest = 10_000

  private let caret: Mark
  /// The part of the line that is written.
  private let window: Range<Int>
  /// A column at or before the window from which on it can be told what is what.
  private let firstColumn: Int
  private let text: ArraySlice<Unicode.Scalar>
  private let scalars: [PlacedScalar]
  private var output: CaretLine

  /// The line around a caret; `nil` where too much would have to be read to know what stands there.
  init?(source: SourceText, places: ScalarPlaces, caret: Mark) {
    let bytes = source.bytes(ofLine: caret.line)
    let lineEnd = source.column(ofByte: bytes.upperBound, line: caret.line)
    let column = min(max(caret.column, 1), lineEnd)
    let window = max(1, column - Self.reach)..<min(lineEnd, column + Self.reach)
    let boundary = places.nodeBoundary(before: Mark(line: caret.line, column: window.lowerBound))
    let first = boundary.line == caret.line ? min(boundary.column, window.lowerBound) : 1
    guard window.lowerBound - first <= Self.farthest else { return nil }
    let firstByte = source.byte(line: caret.line, column: first)
    let lastByte = source.byte(line: caret.line, column: window.upperBound)
    let start = Mark(line: caret.line, column: first)
    let end = Mark(line: caret.line, column: window.upperBound)
    self.caret = Mark(line: caret.line, column: column)
    self.window = window
    firstColumn = first
    text = source.scalars(firstByte..<max(firstByte, lastByte))
    scalars = places.scalars(in: start...end)
    output = CaretLine(isCutBefore: window.lowerBound > 1, isCutBehind: window.upperBound < lineEnd)
  }

  var result: (line: String, caretColumn: Int) { output.result }

  mutating func mask(_ isPublic: ([String], Node.Scalar) -> Bool) {
    var column = firstColumn
    var pending = scalars[...]
    while column < window.upperBound {
      while let next = pending.first, endColumn(next) <= column { pending.removeFirst() }
      if let next = pending.first, startColumn(next) <= column {
        column = write(next, from: column, isPublic)
      } else if scalar(at: column) == "#" {
        return writeComment(from: column)
      } else {
        write(Self.structure(scalar(at: column)), at: column)
        column += 1
      }
    }
    if caret.column >= column { output.setCaret() }
  }
}

extension LineMasking {
  private func scalar(at column: Int) -> Unicode.Scalar {
    text[text.startIndex + column - firstColumn]
  }

  /// Where a scalar begins on this line.
  private func startColumn(_ placed: PlacedScalar) -> Int {
    if placed.start.line == caret.line { return placed.start.column }
    return firstColumn == 1 ? 1 + text.prefix { $0 == " " || $0 == "\t" }.count : 1
  }

  /// The column behind a scalar on this line; for a block that begins here, behind its `|`.
  private func endColumn(_ placed: PlacedScalar) -> Int {
    if let end = headerEnd(placed) { return end }
    return placed.end.line == caret.line ? placed.end.column : .max
  }

  private func headerEnd(_ placed: PlacedScalar) -> Int? {
    let start = placed.start
    guard start.line == caret.line, (firstColumn..<window.upperBound).contains(start.column),
      scalar(at: start.column) == "|" || scalar(at: start.column) == ">"
    else { return nil }
    let header = text.dropFirst(start.column - firstColumn).prefix { $0 != " " && $0 != "\t" }
    return start.column + header.count
  }

  /// Writes a scalar or `…` for it; returns the column behind it.
  private mutating func write(
    _ placed: PlacedScalar,
    from column: Int,
    _ isPublic: ([String], Node.Scalar) -> Bool
  ) -> Int {
    let end = min(endColumn(placed), window.upperBound)
    let isShown = placed.value.map { isPublic($0.path.components, $0.scalar) } ?? true
    if isShown || headerEnd(placed) != nil {
      for column in column..<end { write(scalar(at: column), at: column) }
    } else {
      writeMask(over: column..<end)
    }
    return end
  }

  private mutating func writeMask(over columns: Range<Int>) {
    guard columns.upperBound > window.lowerBound else { return }
    output.append("…")
    if columns.contains(caret.column) { output.setCaretBelowLast() }
  }

  /// A comment may hold anything; where the caret points into one, the line shows that it is there.
  private mutating func writeComment(from column: Int) {
    guard caret.column >= column else { return }
    output.setCaret()
    output.append("#")
    output.append(" ")
    output.append("…")
  }

  private mutating func write(_ scalar: Unicode.Scalar, at column: Int) {
    guard column >= window.lowerBound else { return }
    output.append(scalar)
    if column == caret.column { output.setCaretBelowLast() }
  }

  /// What stands between scalars: white space and YAML's own signs, and nothing else.
  private static func structure(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    "\t -?:,[]{}".unicodeScalars.contains(scalar) ? scalar : "…"
  }
}
