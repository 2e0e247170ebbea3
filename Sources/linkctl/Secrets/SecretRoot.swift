internal import Glibc

/// A folder that secret files may lie below.
struct SecretRoot {
  let canonical: String
  /// A checkout, where a file that all may read is a slip; containers mount theirs like that.
  let isProject: Bool
  /// As a path may begin to lie below it.
  private let beginnings: [String]

  /// Linux's O_PATH, which the C module leaves out: passing a folder takes no right to read it.
  private static let pathOnly: Int32 = 0o10_000_000

  init(_ path: String, canonical: String, isProject: Bool) {
    self.canonical = canonical
    self.isProject = isProject
    beginnings = [path, canonical].map { path in
      path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
    }
  }

  /// Whether a path, as it is written, stays below this folder.
  func names(_ path: String) -> Bool {
    let components = path.utf8.split(separator: UInt8(ascii: "/"))
    return !components.contains { $0.elementsEqual("..".utf8) }
      && beginnings.contains { path.utf8.starts(with: $0.utf8) }
  }

  /// Opens a canonical path below this folder one component after the other, and follows no link:
  /// what has just been found to lie here must not have moved meanwhile.
  func open(_ path: String) throws(FileError) -> OpenFile {
    let relative = path.utf8.dropFirst(canonical.utf8.count)
    let names = relative.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let way = Self.pathOnly | O_DIRECTORY | O_CLOEXEC
    var folder = try OpenFile(path) { Glibc.open(canonical, way) }
    for name in names.dropLast() {
      let parent = folder.number
      folder = try OpenFile(path) { openat(parent, name, way | O_NOFOLLOW) }
    }
    let parent = folder.number
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW
    return try OpenFile(path) { openat(parent, names.last ?? ".", flags) }
  }
}
