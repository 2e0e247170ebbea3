internal import LinkCore

/// A snapshot in a file.
enum SnapshotFile {
  enum Problem: Error {
    case file(FileError)
    case document(DocumentError)
  }

  /// No snapshot of a million links is larger.
  private static let largest = 1 << 30
  /// What is made of a larger one takes more memory than page by page is quick enough for.
  private static let large = 1 << 20

  static func isLarge(_ path: String) -> Bool { Files.size(of: path) > large }

  static func read(_ path: String, by workers: some Workers) -> Result<Snapshot, Problem> {
    Result { () throws(Problem) in
      if isLarge(path) { MemoryRoom.make() }
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try Files.read(path, limit: largest)
      } catch {
        throw .file(error)
      }
      do throws(DocumentError) {
        return try Snapshot(reading: bytes, by: workers)
      } catch {
        throw .document(error)
      }
    }
  }
}
