/// A place in some file; line and column count from 1, columns in Unicode scalars.
///
/// One number, line before column, for a tree holds two of them for each of its nodes.
package struct Mark: Hashable, Comparable, Sendable {
  private let packed: UInt64

  package init(line: Int, column: Int) {
    packed = UInt64(UInt32(clamping: line)) << 32 | UInt64(UInt32(clamping: column))
  }

  package var line: Int { Int(packed >> 32) }
  package var column: Int { Int(packed & 0xFFFF_FFFF) }

  package static func == (one: Mark, other: Mark) -> Bool { one.packed == other.packed }
  package static func < (one: Mark, other: Mark) -> Bool { one.packed < other.packed }
}

/// A place in a file that is named.
package struct SourceLocation: Hashable, Comparable, Sendable {
  /// The file's path as it is shown, relative to the project where it lies in it.
  package let file: String
  package let mark: Mark

  package init(file: String, _ mark: Mark) {
    self.file = file
    self.mark = mark
  }

  package init(file: String, line: Int, column: Int) {
    self.init(file: file, Mark(line: line, column: column))
  }

  package var line: Int { mark.line }
  package var column: Int { mark.column }

  package static func < (one: SourceLocation, other: SourceLocation) -> Bool {
    if !one.file.isIdentical(to: other.file) { return one.file.precedes(other.file) }
    return one.mark < other.mark
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, as editors and terminals make it a link.
  package var description: String { "\(file):\(line):\(column)" }
}
