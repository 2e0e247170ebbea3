internal import Glibc

/// An open file or folder that knows its path, closed when its owner lets go of it.
struct OpenFile: ~Copyable {
  let number: Int32
  /// What refusals name.
  let path: String

  /// Takes over what a call such as `open` gives.
  init(_ path: String, opening call: () -> Int32) throws(FileError) {
    self.path = path
    number = try FileError.naming(path, call)
  }

  deinit {
    close(number)
  }

  /// What is open here; what stands at the path may be another file by now.
  borrowing func status() throws(FileError) -> stat {
    var status = stat()
    _ = try FileError.naming(path) { fstat(number, &status) }
    return status
  }

  /// The bytes of a regular file, at most the limit.
  borrowing func contents(limit: Int) throws(FileError) -> [UInt8] {
    let status = try status()
    guard status.isRegularFile else { throw FileError(path, .notARegularFile) }
    guard status.st_size <= limit, let bytes = try readAll(status.st_size, limit: limit) else {
      throw FileError(path, .tooLarge(limit: limit))
    }
    return bytes
  }

  /// The bytes of whatever is open here up to its end, at most the limit.
  borrowing func stream(limit: Int) throws(FileError) -> [UInt8] {
    guard let bytes = try readAll(4_096, limit: limit) else {
      throw FileError(path, .tooLarge(limit: limit))
    }
    return bytes
  }

  /// All bytes up to the end, which is expected behind so many; `nil` where there are more than the
  /// limit.
  private borrowing func readAll(_ expected: Int, limit: Int) throws(FileError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: min(expected, limit) + 1)
    var filled = 0
    while filled <= limit {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: min(filled, limit)) }
      let count = try FileError.naming(path) {
        bytes.withUnsafeMutableBytes { room in
          read(number, room.baseAddress?.advanced(by: filled), room.count - filled)
        }
      }
      filled += count
      if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return bytes
      }
    }
    return nil
  }

  borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) {
      try writeAll(bytes, to: number)
    } catch {
      throw FileError(path, .init(error))
    }
  }

  /// Waits until what was written is on the disk; some file systems know no such thing of folders.
  borrowing func synchronize() throws(FileError) {
    do throws(FileError) {
      _ = try FileError.naming(path) { fsync(number) }
    } catch {
      if error.reason != .system(SystemError(code: EINVAL)) { throw error }
    }
  }
}

extension stat {
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isSymbolicLink: Bool { st_mode & S_IFMT == S_IFLNK }
}

/// Writes everything, in as many pieces as it takes.
func writeAll(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    do throws(SystemError) {
      let count = try SystemError.check {
        rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(count)
    } catch {
      guard error.code == EAGAIN else { throw error }
      try waitUntilWritable(number)
    }
  }
}

/// A pipe that a parent has made non-blocking is full now and then.
private func waitUntilWritable(_ number: Int32) throws(SystemError) {
  var wanted = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
  _ = try SystemError.check { poll(&wanted, 1, -1) }
}
