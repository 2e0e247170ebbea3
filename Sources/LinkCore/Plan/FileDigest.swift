/// A file of a project, and a digest of what it says: comments, quotes and the order of keys are not
/// in it.
package struct FileDigest: Hashable, Sendable {
  /// Relative to the project.
  package let file: String
  package let digest: String

  package init(file: String, digest: String) {
    self.file = file
    self.digest = digest
  }
}
