internal import LinkCore

/// Reads a file's bytes as YAML, as far as manifests have it.
package enum YAMLParser {
  /// The most bytes a file may have.
  package static let maximumSize = 1 << 20
  /// The most collections that may stand in one another.
  package static let maximumDepth = 64

  /// Reads a file; its findings name it as `file`.
  package static func parse(_ bytes: [UInt8], file: String) -> YAMLDocument {
    guard bytes.count <= maximumSize else { return tooLarge(file) }
    let source = SourceText(bytes, file: file)
    let check = ByteCheck(source)
    guard !check.findings.hasErrors else {
      return YAMLDocument(source: source, diagnostics: check.findings.diagnostics)
    }
    var builder = TreeBuilder(source, findings: check.findings.raised(to: 100))
    builder.read(SurrogatePairs(source).reader())
    var findings = builder.findings
    guard let root = builder.tree else {
      return YAMLDocument(source: source, diagnostics: findings.diagnostics)
    }
    let places = ScalarPlaces(root: root, duplicates: builder.duplicates)
    TabCheck.check(source, places: places, into: &findings)
    return YAMLDocument(source: source, places: places, diagnostics: findings.diagnostics)
  }

  private static func tooLarge(_ file: String) -> YAMLDocument {
    let place = SourceLocation(file: file, line: 1, column: 1)
    let finding = Diagnostic(.tooLarge, "file is larger than 1 MiB", at: place)
    return YAMLDocument(source: SourceText([], file: file), diagnostics: [finding])
  }
}
