internal import Glibc

/// A name in a folder, and what it takes to have its file outlive a power cut.
///
/// Tests have a place that forgets whatever nobody has waited for.
protocol DurablePlace: Sendable {
  /// What refusals name.
  var path: String { get }
  var name: String { get }

  /// The mode of the regular file that stands here, `nil` where nothing does.
  func replaceableMode() throws(FileError) -> mode_t?
  /// A new file of this name beside the others.
  func create(_ name: String) throws(FileError) -> any DurableFile
  /// Gives a file beside it the name of this place.
  func rename(_ temporary: String) throws(FileError)
  func remove(_ name: String)
  /// Waits until the names in the folder are on the disk.
  func synchronize() throws(FileError)
}

/// A file that is being written.
protocol DurableFile: Sendable {
  /// Has it alone until the process ends, however that comes about.
  func lock() throws(FileError)
  func setMode(_ mode: mode_t) throws(FileError)
  func write(_ bytes: [UInt8]) throws(FileError)
  /// Waits until what was written is on the disk.
  func synchronize() throws(FileError)
}

extension DurablePlace {
  /// Replaces a regular file, or makes one where nothing is, with bytes that come in pieces; see
  /// `Files.writeAtomically`.
  func replace(
    keepingMode: Bool = false,
    _ make: (_ deliver: @escaping @Sendable ([UInt8]) -> Void) -> Void
  ) throws(FileError) {
    let mode = try replaceableMode()
    let temporary = Self.temporaryName()
    let file = try create(temporary)
    do throws(FileError) {
      if keepingMode, let mode { try file.setMode(mode & 0o777) }
      let pieces = PieceWriter { bytes throws(FileError) in try file.write(bytes) }
      make { pieces.write($0) }
      if let error = pieces.error { throw error }
      try file.synchronize()
      _ = try replaceableMode()
      try rename(temporary)
    } catch {
      remove(temporary)
      throw error
    }
    try synchronize()
  }

  /// Begins with a dot, so that no manifest folder shows it.
  private static func temporaryName() -> String {
    ".linkctl-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
  }
}
