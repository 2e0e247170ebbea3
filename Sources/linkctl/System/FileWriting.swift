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
    try Place(path).replace(keepingMode: keepingMode, make)
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
    try place.synchronize()
  }

  /// Makes a folder and those above it, where they are missing, and waits until they are on the disk;
  /// only their owner may enter.
  static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let (parent, name) = Place.split(path)
    if !name.isEmpty, parent != "." { try makeFolder(parent) }
    do throws(FileError) {
      _ = try FileError.naming(path) { mkdir(path, 0o700) }
      // One that may be entered and not read cannot be waited for.
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
      if let folder = try? OpenFile(parent, opening: { open(parent, flags) }) {
        try folder.synchronize()
      }
    } catch {
      guard error.reason == .alreadyExists else { throw error }
      if !isFolder(path) { throw FileError(path, .notAFolder) }
    }
  }
}
