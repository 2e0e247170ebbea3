internal import LinkCore
internal import LinkYAML

/// The files a run has read, to show a line of them beside a finding.
///
/// They are kept as bytes and parsed again where a line is wanted: most runs want none.
struct Sources {
  private var files: [String: [UInt8]] = [:]
  private let parsed = ParsedFile()

  mutating func add(_ bytes: [UInt8], file: String) {
    files[file] = bytes
  }

  /// The line at a place, where its file parses; values that are not surely public are left out.
  func echo(_ place: SourceLocation) -> (line: String, caretColumn: Int)? {
    guard let bytes = files[place.file] else { return nil }
    return parsed.document(of: bytes, file: place.file).echo(at: place) { path, scalar in
      SourceVisibility.isPublic(path, scalar)
    }
  }
}

/// The file that was parsed last; findings come file by file.
private final class ParsedFile {
  private var last: (file: String, document: YAMLDocument)?

  func document(of bytes: [UInt8], file: String) -> YAMLDocument {
    if let last, last.file.isIdentical(to: file) { return last.document }
    let document = YAMLParser.parse(bytes, file: file)
    last = (file, document)
    return document
  }
}
