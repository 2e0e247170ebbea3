package import LinkCore

extension YAMLDocument {
  /// The source line of a finding with a caret, fit to be published.
  ///
  /// Keys are shown. A value that is not public appears as `…`, and a comment not at all. `path` is
  /// the keys from the root to the value, items of a sequence by their index. The caret's column
  /// counts Unicode scalars of the line that is returned, from 1. `nil` where there is no tree: of a
  /// file that does not parse nobody knows what in it is a secret.
  package func echo(
    at place: SourceLocation,
    isPublic: (_ path: [String], _ value: Node.Scalar) -> Bool
  ) -> (line: String, caretColumn: Int)? {
    guard let places, place.file.isIdentical(to: source.file),
      (1...source.lineCount).contains(place.line),
      var masking = LineMasking(source: source, places: places, caret: place.mark)
    else { return nil }
    masking.mask(isPublic)
    return masking.result
  }
}
