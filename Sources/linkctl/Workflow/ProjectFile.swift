internal import LinkCore
internal import LinkYAML

/// A file of a project as it was read, with what is wrong with it.
struct ProjectFile {
  /// Relative to the project.
  let path: String
  /// `nil` where it cannot be read or does not parse, which is among the findings.
  let root: Node?
  let findings: [Diagnostic]
  /// Of what it says; `nil` where there is no root.
  let digest: FileDigest?
  let bytes: [UInt8]?

  init(_ path: String, in folder: String) {
    self.path = path
    do throws(FileError) {
      let bytes = try Files.read(Files.join(folder, path), limit: YAMLParser.maximumSize)
      let document = YAMLParser.parse(bytes, file: path)
      root = document.root
      findings = document.diagnostics + document.commentFindings
      digest = document.root.map { FileDigest(file: path, of: $0) }
      self.bytes = bytes
    } catch {
      let place = SourceLocation(file: path, line: 1, column: 1)
      root = nil
      findings = [.form(error.rule, "\(error.reason)", at: place)]
      digest = nil
      bytes = nil
    }
  }
}

extension YAMLDocument {
  /// Comments that look like they hold a secret.
  fileprivate var commentFindings: [Diagnostic] {
    comments.compactMap { Diagnostic.secret(inComment: $0.text, at: $0.location) }
  }
}
