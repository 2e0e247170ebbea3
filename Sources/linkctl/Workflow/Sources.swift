internal import LinkCore
internal import LinkYAML

/// The files a run has read, to show a line of them beside a finding.
struct Sources {
  private var documents: [String: YAMLDocument] = [:]

  mutating func add(_ document: YAMLDocument, file: String) {
    documents[file] = document
  }

  /// The line at a place, where its file parses; values that are not surely public are left out.
  func echo(_ place: SourceLocation) -> (line: String, caretColumn: Int)? {
    documents[place.file]?.echo(at: place) { path, scalar in
      SourceVisibility.isPublic(path, scalar)
    }
  }
}
