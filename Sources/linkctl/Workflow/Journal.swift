internal import LinkCore
internal import LinkSeal
internal import Synchronization

/// What one run was about to do and what became of it, kept in a file while it goes on: a line a
/// record, each with a checksum at its end.
///
/// The catalog is what counts; the journal is for people who want to know where a run was cut off.
final class Journal: Sendable {
  /// Below the project.
  static let folder = ".linkctl/runs"

  private let file: Mutex<OpenFile>

  /// Makes the file of a run; only its owner may read it.
  init(of run: String, in project: String) throws(FileError) {
    let folder = Files.join(project, Self.folder)
    try Files.makeFolder(folder)
    let canonical = try Files.canonicalPath(folder)
    guard Files.lies(canonical, below: try Files.canonicalPath(project)) else {
      throw FileError(Self.folder, .symbolicLinkOut)
    }
    let place = try Place(Files.join(canonical, "\(run).ndjson"))
    file = Mutex(try place.create(place.name))
    try place.folder.synchronize()
  }

  /// An intent is on the disk when this returns, and all that was kept before it.
  func keep(_ record: JournalRecord) throws(JournalError) {
    let line = record.kept(at: .now)
    let isIntent = if case .intent = record { true } else { false }
    do throws(FileError) {
      try file.withLock { file throws(FileError) in
        try file.write(Array(line.utf8))
        if isIntent { try file.synchronize() }
      }
    } catch {
      throw JournalError("\(error)")
    }
  }
}

extension JournalRecord {
  /// The line of a record, ended by a piece of the digest of what stands before it.
  fileprivate func kept(at moment: Moment) -> String {
    let known = JSONValue.object((json.members ?? []) + [.init("at", .string(moment.timestamp))])
    let check = Digest.hex(Array(Digest.sha256(Array(known.canonical.utf8)).prefix(4)))
    return JSONValue.object((known.members ?? []) + [.init("check", .string(check))]).canonical
      + "\n"
  }
}
