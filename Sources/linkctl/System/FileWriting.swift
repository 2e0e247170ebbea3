internal import Glibc

extension Files {
  /// Replaces a regular file, or makes one where nothing is: whatever happens meanwhile, there is
  /// either the old file or the new one, and nothing beside it.
  ///
  /// Only its owner may read it, unless a replaced file's mode is to be kept. Nothing is written
  /// through a symbolic link.
  static func writeAtomically(
    _ path: String,
    _ bytes: [UInt8],
    keepingMode: Bool = false
  ) throws(FileError) {
    try writeAtomically(path, keepingMode: keepingMode) { deliver in deliver(bytes) }
  }

  /// The same with bytes that come in pieces.
  static func writeAtomically(
    _ path: String,
    keepingMode: Bool = false,
    _ make: (_ deliver: @escaping @Sendable ([UInt8]) -> Void) -> Void
  ) throws(FileError) {
    let place = try Place(path)
    let mode = try place.replaceableMode()
    let temporary = temporaryName()
    let file = try place.create(temporary)
    do throws(FileError) {
      if keepingMode, let mode {
        _ = try FileError.naming(path) { fchmod(file.number, mode & 0o777) }
      }
      let pieces = PieceWriter(to: file.number)
      make { pieces.write($0) }
      if let error = pieces.error { throw FileError(path, .init(error)) }
      try file.synchronize()
      _ = try place.replaceableMode()
      try place.rename(temporary)
    } catch {
      place.remove(temporary)
      throw error
    }
    try place.folder.synchronize()
  }

  /// Makes a file that must not be there yet; only its owner may read it.
  static func createExclusively(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let place = try Place(path)
    let file = try place.create(place.name)
    do throws(FileError) {
      try file.write(bytes)
      try file.synchronize()
    } catch {
      place.remove(place.name)
      throw error
    }
    try place.folder.synchronize()
  }

  /// Makes a folder and those above it, where they are missing; only their owner may enter.
  static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let (parent, name) = Place.split(path)
    if !name.isEmpty, parent != "." { try makeFolder(parent) }
    do throws(FileError) {
      _ = try FileError.naming(path) { mkdir(path, 0o700) }
    } catch {
      guard error.reason == .alreadyExists else { throw error }
      if !isFolder(path) { throw FileError(path, .notAFolder) }
    }
  }

  /// Begins with a dot, so that no manifest folder shows it.
  private static func temporaryName() -> String {
    ".linkctl-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
  }
}

/// A name in a folder that is held open, so that both stay what they are while a file is written.
struct Place: ~Copyable {
  let path: String
  let name: String
  let folder: OpenFile

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

  /// The mode of the regular file that stands here, `nil` where nothing does.
  borrowing func replaceableMode() throws(FileError) -> mode_t? {
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

  /// A new file of this name beside the others.
  borrowing func create(_ name: String) throws(FileError) -> OpenFile {
    let number = folder.number
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return try OpenFile(path) { openat(number, name, flags, 0o600) }
  }

  borrowing func rename(_ temporary: String) throws(FileError) {
    let number = folder.number
    let name = name
    _ = try FileError.naming(path) { renameat(number, temporary, number, name) }
  }

  borrowing func remove(_ name: String) {
    unlinkat(folder.number, name, 0)
  }
}
