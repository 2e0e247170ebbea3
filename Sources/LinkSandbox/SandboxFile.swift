internal import CSQLite
internal import Glibc
internal import LinkCore

/// The file of a sandbox: what stands at its path, and how it is opened.
struct SandboxFile {
  enum Content {
    case missing
    /// A new file, or one whose making was interrupted.
    case empty
    case sandbox
  }

  /// Opens no file at all.
  static let memory = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY

  private let shownPath: String
  /// Absolute, and without a symbolic link among its folders.
  private let path: String

  init(_ path: String) throws(ServerError) {
    shownPath = path.shown
    guard !path.utf8.contains(0) else {
      throw .cannotOpen(shownPath, "the path holds a NUL")
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let folder = slash.map { String(path[...$0]) } ?? "."
    guard !["", ".", ".."].contains(name) else {
      throw .cannotOpen(shownPath, "not a file's path")
    }
    guard let resolved = realpath(folder, nil) else {
      throw .cannotOpen(shownPath, String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    let parent = String(cString: resolved)
    self.path = parent + (parent == "/" ? "" : "/") + name
  }

  /// What stands at the path; whatever is no sandbox is refused and left as it is.
  func content() throws(ServerError) -> Content {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return .missing }
      throw .cannotOpen(shownPath, String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    // SQLite takes a file of one byte for an empty one, and would write over it.
    case S_IFREG where status.st_size == 1: throw .cannotOpen(shownPath, "it is not a sandbox")
    case S_IFREG: return try identify()
    case S_IFLNK: throw .cannotOpen(shownPath, "it is a symbolic link")
    case S_IFDIR: throw .cannotOpen(shownPath, "it is a folder")
    default: throw .cannotOpen(shownPath, "it is not a regular file")
    }
  }

  /// Opens for reading alone.
  ///
  /// Only what an interrupted writer left behind is undone, as whoever opens the file next must.
  func openForReading(_ content: Content) throws(ServerError) -> SQLiteConnection {
    guard content != .missing else { throw .cannotOpen(shownPath, "there is no such file") }
    let connection = try recovered()
    try refuseForeign(connection)
    return connection
  }

  private func recovered() throws(ServerError) -> SQLiteConnection {
    do throws(SQLiteError) {
      let connection = try open(SQLITE_OPEN_READONLY)
      _ = try connection.number("PRAGMA user_version")
      return connection
    } catch {
      guard error.needsRecovery else { throw refusal(error) }
    }
    do throws(SQLiteError) {
      _ = try open(SQLITE_OPEN_READWRITE).number("PRAGMA user_version")
      return try open(SQLITE_OPEN_READONLY)
    } catch {
      throw refusal(error)
    }
  }

  /// Opens for reading and writing; makes the file, makes it a sandbox, and brings one of an older
  /// format up to date.
  func openForWriting(_ content: Content) throws(ServerError) -> SQLiteConnection {
    let connection = try writable(content)
    try refuseForeign(connection)
    do throws(SQLiteError) {
      try bringUpToDate(connection)
    } catch {
      throw refusal(error)
    }
    return connection
  }

  private func writable(_ content: Content) throws(ServerError) -> SQLiteConnection {
    do throws(SQLiteError) {
      let connection = try open(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      // Before anything is in it, so that SQLite's journals get the same mode.
      if content != .sandbox { chmod(path, 0o600) }
      for pragma in ["secure_delete = ON", "synchronous = EXTRA"] {
        try connection.run("PRAGMA \(pragma)")
      }
      return connection
    } catch {
      throw refusal(error)
    }
  }

  private func bringUpToDate(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    guard try connection.number("PRAGMA user_version") < SandboxSchema.format else { return }
    try connection.run("BEGIN IMMEDIATE")
    try SandboxSchema.bringUpToDate(connection)
    try connection.run("COMMIT")
  }

  /// Somebody else's file may hold a view that is never read to its end.
  private func refuseForeign(_ connection: borrowing SQLiteConnection) throws(ServerError) {
    let isForeign: Bool
    do throws(SQLiteError) {
      isForeign = try SandboxSchema.isForeign(connection)
    } catch {
      throw refusal(error)
    }
    if isForeign {
      throw .cannotOpen(shownPath, "it holds tables or views that linkctl has not made")
    }
  }

  private func open(_ mode: Int32) throws(SQLiteError) -> SQLiteConnection {
    let isReading = mode == SQLITE_OPEN_READONLY
    let connection = try SQLiteConnection(
      path,
      flags: mode | SQLITE_OPEN_NOFOLLOW,
      // A million links take twenty.
      millionSteps: isReading ? 100 : 500
    )
    try connection.distrustSchema()
    return connection
  }

  private func refusal(_ error: SQLiteError) -> ServerError {
    .cannotOpen(shownPath, error.message)
  }
}

// MARK: - Whose file it is

extension SandboxFile {
  /// Reads the file's header through SQLite without locks or recovery: nothing of a foreign file
  /// may change, and closing a descriptor of our own would drop the locks that another connection
  /// of this process holds.
  private func identify() throws(ServerError) -> Content {
    let (pages, application, format): (Int64, Int64, Int64)
    do throws(SQLiteError) {
      let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW
      let connection = try SQLiteConnection("file:\(escapedPath)?immutable=1", flags: flags)
      // Takes a file as it is that is being written at this moment.
      try connection.run("PRAGMA writable_schema = ON")
      pages = try connection.number("PRAGMA page_count")
      application = try connection.number("PRAGMA application_id")
      format = try connection.number("PRAGMA user_version")
    } catch {
      guard error.primary == SQLITE_NOTADB else { throw refusal(error) }
      throw .cannotOpen(shownPath, "it is not a sandbox")
    }
    if pages == 0 { return .empty }
    guard application == SandboxSchema.applicationID else {
      throw .cannotOpen(shownPath, "it belongs to another application")
    }
    guard format <= SandboxSchema.format else {
      let problem =
        "made by a newer linkctl (format \(format); this one reads \(SandboxSchema.format))"
      throw .cannotOpen(shownPath, problem)
    }
    return .sandbox
  }

  /// For a URI: every byte but letters, digits and `/` as `%XX`.
  private var escapedPath: String {
    var escaped = ""
    for byte in path.utf8 {
      let character = Unicode.Scalar(byte)
      if byte < 0x80,
        character == "/" || Character(character).isLetter || Character(character).isNumber
      {
        escaped.unicodeScalars.append(character)
      } else {
        escaped += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    return escaped
  }
}
