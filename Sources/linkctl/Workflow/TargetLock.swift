internal import Glibc
internal import LinkCore
internal import LinkSeal

/// One apply at a time on a target, among those that run on this machine for this user.
///
/// The kernel frees it when its process ends, however that comes about.
struct TargetLock: ~Copyable {
  private let file: OpenFile

  private init(_ file: consuming OpenFile) {
    self.file = file
  }

  /// Takes the lock, or ends the command and says who has it.
  static func take(
    on target: String,
    run: String,
    _ environment: Environment
  ) throws -> TargetLock {
    let lock = try fileFailure(.failed) { () throws(FileError) in
      let path = try path(of: target, environment)
      return TargetLock(
        try OpenFile(path) { open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600) }
      )
    }
    guard flock(lock.file.number, LOCK_EX | LOCK_NB) == 0 else { throw taken(lock.file.path) }
    try fileFailure(.failed) { () throws(FileError) in try lock.describe(run) }
    return lock
  }

  /// A file that is never renamed or removed: a lock on one that was replaced locks nothing.
  private static func path(
    of target: String,
    _ environment: Environment
  ) throws(FileError) -> String {
    let runtime = environment["XDG_RUNTIME_DIR"].flatMap { Files.isFolder($0) ? $0 : nil }
    let folder = runtime.map { Files.join($0, "linkctl") } ?? "/tmp/linkctl-\(geteuid())"
    try Files.makeFolder(folder)
    var status = stat()
    _ = try FileError.naming(folder) { lstat(folder, &status) }
    guard status.isFolder, status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw FileError(folder, .notOurs)
    }
    return Files.join(folder, Digest.hex(Digest.sha256(Array(target.utf8))) + ".lock")
  }

  private borrowing func describe(_ run: String) throws(FileError) {
    let text = "process \(getpid()), run \(run), since \(Moment.now.timestamp)\n"
    _ = try FileError.naming(file.path) { ftruncate(file.number, 0) }
    try file.write(Array(text.utf8))
  }

  private static func taken(_ path: String) -> Failure {
    let holder = (try? Files.read(path, limit: 4_096, followingLinks: false)).map { bytes in
      String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self).shown
    }
    return Failure(
      .locked,
      "another apply is under way on this target (\(holder ?? "unknown holder")); nothing was done"
    )
  }
}
