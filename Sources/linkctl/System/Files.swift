internal import Glibc

/// Reading and writing whole files, so that no device, no symbolic link and no crash is a surprise.
enum Files {
  /// A regular file's bytes, at most the limit.
  ///
  /// Opening never waits, as it would for a FIFO, and of another kind of file nothing is read.
  static func read(
    _ path: String,
    limit: Int,
    followingLinks: Bool = true
  ) throws(FileError) -> [UInt8] {
    let link = followingLinks ? 0 : O_NOFOLLOW
    let file = try OpenFile(path) {
      open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | link)
    }
    return try file.contents(limit: limit)
  }

  /// What comes in on stdin, at most the limit.
  static func readInput(limit: Int) throws(FileError) -> [UInt8] {
    try OpenFile("standard input") { fcntl(0, F_DUPFD_CLOEXEC, 3) }.stream(limit: limit)
  }

  /// Whether there is a folder, also behind a symbolic link.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.isFolder
  }

  /// How many bytes a file has, also behind a symbolic link; 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether there is anything at all, be it a symbolic link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The folder the process works in; an error where it was deleted meanwhile.
  static func currentFolder() throws(FileError) -> String {
    try canonicalPath(".")
  }

  /// The absolute path without symbolic links and dots.
  static func canonicalPath(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else {
      throw FileError(path, .init(SystemError.last))
    }
    defer { free(resolved) }
    guard let text = String(validatingCString: resolved) else {
      throw FileError(path, .nameNotUTF8)
    }
    return text
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    Place.split(path).folder
  }

  /// A path below a folder; an absolute one stays as it is.
  static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
  }

  /// Whether a path is in a folder or anywhere below it; both are canonical.
  static func lies(_ path: String, below folder: String) -> Bool {
    path.utf8.starts(with: join(folder, "").utf8) && path.utf8.count > folder.utf8.count
  }
}
