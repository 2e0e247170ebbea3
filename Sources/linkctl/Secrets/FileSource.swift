internal import Glibc
internal import LinkCore

/// Secrets in files below the project folder or a folder that the project allows.
///
/// Links inside such a folder are followed, as mounted volumes are full of them; none leads out.
struct FileSource: SecretSource {
  private let project: String
  private let roots: [SecretRoot]

  /// Roots are absolute or relative to the project; one that is not there allows nothing.
  init(project: String, roots: [String]) throws(FileError) {
    self.project = try Files.canonicalPath(project)
    var found = [SecretRoot(project, canonical: self.project, isProject: true)]
    for path in roots {
      let absolute = Files.join(self.project, path)
      guard let canonical = try? Files.canonicalPath(absolute) else { continue }
      found.append(SecretRoot(absolute, canonical: canonical, isProject: false))
    }
    self.roots = found
  }

  /// The file's bytes without one line break at their end.
  func read(_ path: String) throws(SecretFlaw) -> SourcedBytes {
    let written = Files.join(project, path)
    guard roots.contains(where: { $0.names(written) }) else { throw .outside }
    do throws(FileError) {
      let canonical = try Files.canonicalPath(written)
      guard let root = roots.first(where: { Files.lies(canonical, below: $0.canonical) }) else {
        throw FileError(path, .symbolicLinkOut)
      }
      let file = try root.open(canonical)
      let bytes = try file.contents(limit: SourcedBytes.largest)
      let isOpen = try file.status().st_mode & (S_IRGRP | S_IROTH) != 0
      return SourcedBytes(
        bytes: Self.withoutLineBreak(bytes),
        warning: root.isProject && isOpen ? .readableByOthers : nil
      )
    } catch {
      throw SecretFlaw(error.reason)
    }
  }

  /// CR LF is one line break.
  private static func withoutLineBreak(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == 0x0A else { return bytes }
    let rest = bytes.dropLast()
    return Array(rest.last == 0x0D ? rest.dropLast() : rest)
  }
}

extension SecretFlaw {
  fileprivate init(_ reason: FileError.Reason) {
    self =
      switch reason {
      case .symbolicLinkOut: .symbolicLinkOut
      case .tooLarge: .tooLarge
      default: .unreadable(reason)
      }
  }
}
