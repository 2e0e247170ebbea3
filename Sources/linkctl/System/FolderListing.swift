internal import Glibc
internal import LinkCore

/// The manifests below a folder.
struct FolderListing {
  /// Relative to the folder, in byte order.
  private(set) var paths: [String] = []
  /// What looks like a manifest and cannot be one, in the same order.
  private(set) var problems: [FileError] = []

  private let folder: String
  private let canonicalFolder: String

  /// All `*.yaml` and `*.yml`, at any depth, but for files and folders whose names begin with `.`
  /// or `_`.
  ///
  /// A symbolic link to a file is followed where it stays below the folder, as those of mounted
  /// volumes do. One that leads out, and one to a folder, which could show a manifest twice, is a
  /// problem, as is anything named like a manifest that is no regular file: nothing of it is opened.
  init(_ folder: String) throws(FileError) {
    self.folder = folder
    canonicalFolder = try Files.canonicalPath(folder)
    guard Files.isFolder(folder) else { throw FileError(folder, .notAFolder) }
    var pending = [""]
    while let next = pending.popLast() {
      do throws(FileError) {
        for name in try names(in: next) where !Self.isSkipped(name) {
          try look(at: next.isEmpty ? name : next + "/" + name, &pending)
        }
      } catch {
        if next.isEmpty { throw error }
        problems.append(error)
      }
    }
    paths.sort { $0.precedes($1) }
    problems.sort { $0.path.precedes($1.path) }
  }

  private static func isSkipped(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.utf8.first == UInt8(ascii: "_")
  }

  private static func isManifest(_ path: String) -> Bool {
    path.utf8.reversed().starts(with: ".yaml".utf8.reversed())
      || path.utf8.reversed().starts(with: ".yml".utf8.reversed())
  }

  private mutating func look(at path: String, _ pending: inout [String]) throws(FileError) {
    let full = Files.join(folder, path)
    var status = stat()
    _ = try FileError.naming(full) { lstat(full, &status) }
    if status.isFolder {
      pending.append(path)
    } else if status.isSymbolicLink {
      lookBehindLink(at: path, full)
    } else if Self.isManifest(path) {
      if status.isRegularFile {
        paths.append(path)
      } else {
        problems.append(FileError(full, .notARegularFile))
      }
    }
  }

  private mutating func lookBehindLink(at path: String, _ full: String) {
    let isFolder = Files.isFolder(full)
    guard isFolder || Self.isManifest(path) else { return }
    do throws(FileError) {
      let target = try Files.canonicalPath(full)
      guard Files.lies(target, below: canonicalFolder) else {
        throw FileError(full, .symbolicLinkOut)
      }
      if isFolder { throw FileError(full, .symbolicLink) }
      var status = stat()
      _ = try FileError.naming(full) { stat(full, &status) }
      guard status.isRegularFile else { throw FileError(full, .notARegularFile) }
      paths.append(path)
    } catch {
      problems.append(error)
    }
  }

  private mutating func names(in path: String) throws(FileError) -> [String] {
    let full = path.isEmpty ? folder : Files.join(folder, path)
    let names = try FolderNames.all(in: full)
    problems += names.filter { $0 == nil }.map { _ in FileError(full, .nameNotUTF8) }
    return names.compactMap(\.self)
  }
}
