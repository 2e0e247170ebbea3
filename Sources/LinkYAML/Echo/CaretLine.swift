internal import LinkCore

/// A line that is being written, with a caret below it.
struct CaretLine {
  private static let width = 120

  private let isCutBefore: Bool
  private let isCutBehind: Bool
  private var scalars: [Unicode.Scalar] = []
  /// Counts from 0.
  private var caret: Int?
  /// Where the scalar that was written last begins; an escape is longer than one.
  private var last = 0

  init(isCutBefore: Bool, isCutBehind: Bool) {
    self.isCutBefore = isCutBefore
    self.isCutBehind = isCutBehind
  }

  /// Appends a scalar as it may be shown, a tab as one space.
  mutating func append(_ scalar: Unicode.Scalar) {
    last = scalars.count
    if scalar == "\t" {
      scalars.append(" ")
    } else if scalar.needsEscape {
      scalars += String(scalar).shown.unicodeScalars
    } else {
      scalars.append(scalar)
    }
  }

  /// Sets the caret below what comes next.
  mutating func setCaret() {
    if caret == nil { caret = scalars.count }
  }

  /// Sets the caret below what was written last.
  mutating func setCaretBelowLast() {
    if caret == nil { caret = last }
  }

  /// The line, cut where it is long, and the caret's column, from 1.
  var result: (line: String, caretColumn: Int) {
    let trimmed = isCutBehind ? scalars[...] : scalars.trimmedAtEnd
    let caret = min(caret ?? trimmed.count, trimmed.count)
    let start = max(0, min(caret - Self.width / 2, trimmed.count - Self.width))
    let end = min(trimmed.count, start + Self.width)
    let isCutBefore = self.isCutBefore || start > 0
    let isCutBehind = self.isCutBehind || end < trimmed.count
    var line = String.UnicodeScalarView(trimmed[start..<end])
    if isCutBefore { line.insert("…", at: line.startIndex) }
    if isCutBehind { line.append("…") }
    return (String(line), caret - start + (isCutBefore ? 2 : 1))
  }
}

extension [Unicode.Scalar] {
  fileprivate var trimmedAtEnd: ArraySlice<Unicode.Scalar> {
    let end = lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return self[..<end]
  }
}
