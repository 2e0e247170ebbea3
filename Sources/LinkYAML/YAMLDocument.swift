package import LinkCore

/// What was read from a file: its tree and the findings on the way.
package struct YAMLDocument: Sendable {
  /// The tree of nodes; `nil` where the file does not parse or something of it is not in the tree.
  ///
  /// Findings that leave the tree whole, such as a duplicate key (the first one counts), do not
  /// keep it back, so that a reader may go on to look for more.
  package let root: Node?
  /// By place.
  package let diagnostics: [Diagnostic]
  let source: SourceText
  let places: ScalarPlaces?

  init(source: SourceText, places: ScalarPlaces? = nil, diagnostics: [Diagnostic]) {
    self.source = source
    self.places = places
    self.root = places?.root
    self.diagnostics = diagnostics
  }
}
