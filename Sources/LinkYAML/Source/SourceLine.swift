extension SourceText {
  /// The scalars of a line without its line end; none for a line that is not there.
  func line(_ line: Int) -> ArraySlice<Unicode.Scalar> {
    guard (1...lineCount).contains(line) else { return [] }
    return scalars(bytes(ofLine: line))
  }

  func scalars(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)[...]
  }
}
