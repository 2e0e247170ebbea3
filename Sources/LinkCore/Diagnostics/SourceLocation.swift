/// A place in a file; line and column count from 1, columns in Unicode scalars.
package struct SourceLocation: Hashable, Comparable, Sendable {
  /// The file's path as it is shown, relative to the project where it lies in it.
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (one: SourceLocation, other: SourceLocation) -> Bool {
    if !one.file.isIdentical(to: other.file) { return one.file.precedes(other.file) }
    return (one.line, one.column) < (other.line, other.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, as editors and terminals make it a link.
  package var description: String { "\(file):\(line):\(column)" }
}
