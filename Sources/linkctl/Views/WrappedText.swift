extension String {
  /// The words of this text in lines of at most so many columns, each indented.
  ///
  /// A word that is longer than a line stands alone.
  func wrapped(at width: Int, indent: Int = 0) -> [String] {
    let room = width - indent
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.columns + 1 + String(word).columns <= room {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }

  /// Its lines, each indented, empty ones left empty.
  func indented(by width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : String(repeating: " ", count: width) + line
    }
  }
}
