internal import Glibc
internal import LinkCore

/// What is in a folder.
enum FolderNames {
  /// The names in no order; `nil` stands for one that is no UTF-8.
  static func all(in folder: String) throws(FileError) -> [String?] {
    guard let stream = opendir(folder) else { throw FileError(folder, .init(SystemError.last)) }
    defer { closedir(stream) }
    var names: [String?] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      names.append(name)
      errno = 0
    }
    if errno != 0 { throw FileError(folder, .init(SystemError.last)) }
    return names
  }
}
