internal import Glibc

/// A name in a folder that is held open, so that both stay what they are while a file is written.
final class Place: DurablePlace {
  let path: String
  let name: String
  private let folder: OpenFile

  init(_ path: String) throws(FileError) {
    let (folderPath, name) = Self.split(path)
    self.path = path
    self.name = name
    folder = try OpenFile(folderPath) { open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  /// The folder a path lies in, and the name it has there.
  static func split(_ path: String) -> (folder: String, name: String) {
    let slash = UInt8(ascii: "/")
    let bytes = Array(path.utf8)
    let end = bytes.lastIndex { $0 != slash }.map { $0 + 1 } ?? 0
    let nameStart = bytes[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    let folder = bytes[..<nameStart]
    let folderEnd = folder.lastIndex { $0 != slash }.map { $0 + 1 } ?? min(1, nameStart)
    let name = String(decoding: bytes[nameStart..<end], as: UTF8.self)
    return (folder.isEmpty ? "." : String(decoding: bytes[..<folderEnd], as: UTF8.self), name)
  }

  func replaceableMode() throws(FileError) -> mode_t? {
    var status = stat()
    if fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == -1 {
      let error = SystemError.last
      if error.code == ENOENT { return nil }
      throw FileError(path, .init(error))
    }
    guard status.isRegularFile else {
      throw FileError(path, status.isSymbolicLink ? .symbolicLink : .notARegularFile)
    }
    return status.st_mode
  }

  func create(_ name: String) throws(FileError) -> any DurableFile {
    let number = folder.number
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return DiskFile(try OpenFile(path) { openat(number, name, flags, 0o600) })
  }

  func rename(_ temporary: String) throws(FileError) {
    let number = folder.number
    _ = try FileError.naming(path) { renameat(number, temporary, number, name) }
  }

  func remove(_ name: String) {
    unlinkat(folder.number, name, 0)
  }

  func synchronize() throws(FileError) {
    try folder.synchronize()
  }
}

/// A file of the operating system's.
private final class DiskFile: DurableFile {
  private let file: OpenFile

  init(_ file: consuming OpenFile) {
    self.file = file
  }

  func lock() throws(FileError) {
    _ = try FileError.naming(file.path) { flock(file.number, LOCK_EX) }
  }

  func setMode(_ mode: mode_t) throws(FileError) {
    _ = try FileError.naming(file.path) { fchmod(file.number, mode) }
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    try file.write(bytes)
  }

  func synchronize() throws(FileError) {
    try file.synchronize()
  }
}
