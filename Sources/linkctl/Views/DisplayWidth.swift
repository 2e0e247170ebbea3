/// How wide text is in the columns of a terminal.
extension String {
  /// East Asian wide characters and emoji take two columns, marks on others none.
  var columns: Int {
    reduce(0) { $0 + $1.columns }
  }

  /// Filled with spaces to a width in columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}

extension Character {
  fileprivate var columns: Int {
    guard let first = unicodeScalars.first, !first.isASCII else { return 1 }
    let isMark = first.properties.canonicalCombiningClass != .notReordered
    if isMark, unicodeScalars.count == 1 { return 0 }
    return first.isWide || first.properties.isEmojiPresentation ? 2 : 1
  }
}

extension Unicode.Scalar {
  /// By the blocks that Unicode's East Asian Width calls wide or full-width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  fileprivate var isWide: Bool {
    value >= 0x1100 && Self.wide.contains { $0.contains(value) }
  }
}
