internal import Glibc
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
  static let suffix = ".ndjson"
  /// No run has a longer one, in bytes.
  private static let longest = 64 << 20
  static let line = JournalLine { Digest.hex(Array(Digest.sha256($0).prefix(4))) }

  fileprivate struct State {
    let file: any DurableFile
    /// Statements that were begun, with no word yet of what became of them.
    var underWay: Set<Int> = []
  }

  private let state: Mutex<State>

  /// Makes the file of a run; only its owner may read it.
  convenience init(of run: String, in project: String) throws(FileError) {
    let folder = Files.join(project, Self.folder)
    try Files.makeFolder(folder)
    let canonical = try Files.canonicalPath(folder)
    guard Files.lies(canonical, below: try Files.canonicalPath(project)) else {
      throw FileError(Self.folder, .symbolicLinkOut)
    }
    try self.init(at: try Place(Files.join(canonical, run + Self.suffix)))
  }

  init(at place: any DurablePlace) throws(FileError) {
    let file = try place.create(place.name)
    try file.lock()
    state = Mutex(State(file: file))
    try place.synchronize()
  }

  /// What a run has left; `nil` where it is still under way.
  static func contents(of path: String) throws(FileError) -> [UInt8]? {
    let file = try OpenFile(path) {
      open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    }
    guard flock(file.number, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return nil }
    return try file.contents(limit: longest)
  }

  /// An intent is on the disk when this returns, and all that was kept before it.
  func keep(_ record: JournalRecord) throws(JournalError) {
    do throws(FileError) {
      try state.withLock { state throws(FileError) in try state.keep(record) }
    } catch {
      throw JournalError("\(error)")
    }
  }

  /// Says of all that is under way that its outcome is unknown; for a process that ends at once, so
  /// it waits for nobody.
  func abandon() {
    _ = state.withLockIfAvailable { state in
      for index in state.underWay.sorted() {
        try? state.keep(.outcome(index: index, .unknown, code: nil))
      }
    }
  }
}

extension Journal.State {
  fileprivate mutating func keep(_ record: JournalRecord) throws(FileError) {
    let dated = (record.json.members ?? []) + [.init("at", .string(Moment.now.timestamp))]
    try file.write(Array((Journal.line.text(of: .object(dated)) + "\n").utf8))
    switch record {
    case .intent(let index, _):
      try file.synchronize()
      underWay.insert(index)
    case .outcome(let index, _, _): underWay.remove(index)
    case .begin, .end: break
    }
  }
}
