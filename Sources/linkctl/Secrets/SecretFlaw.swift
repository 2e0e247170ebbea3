/// What keeps a secret from being used; it never holds the value.
enum SecretFlaw: Error, Hashable {
  case notSet
  case empty
  case unreadable(FileError.Reason)
  /// The path leads out of the project folder and of every folder that is allowed.
  case outside
  case symbolicLinkOut
  case tooLarge
  case notUTF8
  case holdsNUL
  case endsWithLineBreak
  /// It looks like what an example or a template leaves to be filled in.
  case placeholder
  /// It is what servers and exports show in place of a secret.
  case redactionMark
  /// Others than its owner may read the file; worth a warning.
  case readableByOthers
}

extension SecretFlaw: CustomStringConvertible {
  var description: String {
    switch self {
    case .notSet: "is not set"
    case .empty: "is empty"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .outside: "is neither below the project folder nor below a folder that `secrets` allows"
    case .symbolicLinkOut: "has a symbolic link in its path that leads out of the allowed folder"
    case .tooLarge: "is larger than 64 KiB"
    case .notUTF8: "is not UTF-8 text"
    case .holdsNUL: "contains U+0000"
    case .endsWithLineBreak: "ends with a line break"
    case .placeholder: "looks like a placeholder, not like a secret"
    case .redactionMark: "is a redaction mark, not a secret"
    case .readableByOthers: "can be read by other users (chmod 600)"
    }
  }
}
