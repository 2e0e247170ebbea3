internal import Glibc
internal import LinkCore

/// Why a file could not be read, written or found.
struct FileError: Error, Hashable {
  enum Reason: Hashable {
    case missing
    case alreadyExists
    case notARegularFile
    case notAFolder
    case symbolicLink
    /// A symbolic link that leads out of the folder it has to stay in.
    case symbolicLinkOut
    case tooLarge(limit: Int)
    case nameNotUTF8
    /// It belongs to another user, or others may write to it.
    case notOurs
    case system(SystemError)
  }

  let path: String
  let reason: Reason

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension FileError {
  /// Makes a call that gives -1 where it fails; its refusal names the path.
  static func naming<Number: FixedWidthInteger>(
    _ path: String,
    _ call: () -> Number
  ) throws(FileError) -> Number {
    do throws(SystemError) {
      return try SystemError.check(call)
    } catch {
      throw FileError(path, Reason(error))
    }
  }
}

extension FileError.Reason {
  init(_ error: SystemError) {
    self =
      switch error.code {
      case ENOENT: .missing
      case EEXIST: .alreadyExists
      case ENOTDIR: .notAFolder
      case ELOOP: .symbolicLink
      case ENXIO, EISDIR: .notARegularFile
      default: .system(error)
      }
  }
}

extension FileError: CustomStringConvertible {
  /// `path: what is wrong`, on one line.
  var description: String { "\(path.shown): \(reason)" }
}

extension FileError.Reason: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing: "no such file or folder"
    case .alreadyExists: "exists already"
    case .notARegularFile: "not a regular file"
    case .notAFolder: "not a folder"
    case .symbolicLink: "a symbolic link, which is not followed here"
    case .symbolicLinkOut: "a symbolic link that leads out of its folder"
    case .tooLarge(let limit): "larger than \(Self.size(limit))"
    case .nameNotUTF8: "the name is not UTF-8"
    case .notOurs: "belongs to another user, or others may write to it"
    case .system(let error): error.text
    }
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
  }
}
