internal import CSQLite

/// What a cell holds or a placeholder is given.
enum SQLiteValue: Equatable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  init(_ text: String?) {
    self = if let text { .text(text) } else { .null }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var bytes: [UInt8]? {
    if case .blob(let bytes) = self { bytes } else { nil }
  }
}

/// A refusal by SQLite: its extended result code and words, which hold no value that was bound.
struct SQLiteError: Error {
  let code: Int32
  let message: String

  init(_ code: Int32, of connection: OpaquePointer?) {
    self.code = connection.map { sqlite3_extended_errcode($0) } ?? code
    message = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
  }

  /// The kind of refusal, without its finer distinctions.
  var primary: Int32 { code & 0xFF }

  /// Whether a writer was interrupted, and its work has to be undone by one who may write:
  /// `SQLITE_READONLY_ROLLBACK`, a macro that Swift does not see.
  var needsRecovery: Bool { code == SQLITE_READONLY | 3 << 8 }

  /// Whether writing failed, which is over before a commit counts: a full disk, or
  /// `SQLITE_IOERR_WRITE`.
  var isOfWriting: Bool { primary == SQLITE_FULL || code == SQLITE_IOERR | 3 << 8 }
}
