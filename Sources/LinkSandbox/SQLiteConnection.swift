internal import CSQLite

/// An open SQLite file; closes when its owner lets go of it.
struct SQLiteConnection: ~Copyable {
  private let handle: OpaquePointer
  private let millionSteps: Int
  /// How many million steps of SQLite's machine the present statement may still take.
  private let stepsLeft: UnsafeMutablePointer<Int>

  /// Opens a path, or a `file:` URI where the flags say so; a statement that takes more steps of
  /// SQLite's machine than given is ended.
  init(_ path: String, flags: Int32, millionSteps: Int = 100) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let error = SQLiteError(code, of: handle)
      sqlite3_close_v2(handle)
      throw error
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 10_000)
    self.handle = handle
    self.millionSteps = millionSteps
    stepsLeft = .allocate(capacity: 1)
    stepsLeft.initialize(to: millionSteps)
    let takeMillion: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { left in
      guard let left = left?.assumingMemoryBound(to: Int.self) else { return 1 }
      left.pointee -= 1
      return left.pointee < 0 ? 1 : 0
    }
    sqlite3_progress_handler(handle, 1_000_000, takeMillion, stepsLeft)
  }

  deinit {
    sqlite3_close_v2(handle)
    stepsLeft.deallocate()
  }

  /// Lets nothing that stands in the file's schema do more than hold data.
  func distrustSchema() throws(SQLiteError) {
    let switches = [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    ]
    for (what, isOn) in switches {
      let code = linkctl_sqlite3_switch(handle, what, Int32(isOn))
      guard code == SQLITE_OK else { throw SQLiteError(code, of: handle) }
    }
  }

  /// Whether `BEGIN` was not yet followed by `COMMIT` or undone.
  var isInTransaction: Bool {
    sqlite3_get_autocommit(handle) == 0
  }

  func run(_ sql: String) throws(SQLiteError) {
    _ = try rows(sql)
  }

  /// The one number that a query such as a `PRAGMA` gives.
  func number(_ sql: String) throws(SQLiteError) -> Int64 {
    guard case .integer(let number) = try rows(sql).first?.first else { return 0 }
    return number
  }

  func rows(
    _ sql: String,
    _ values: [SQLiteValue] = []
  ) throws(SQLiteError) -> [[SQLiteValue]] {
    stepsLeft.pointee = millionSteps
    let statement = try SQLiteStatement(sql, on: handle)
    for (index, value) in values.enumerated() {
      try statement.bind(value, at: Int32(index) + 1)
    }
    var rows: [[SQLiteValue]] = []
    while try statement.step() { rows.append(statement.row) }
    return rows
  }
}

/// A prepared statement of a connection that outlives it.
private struct SQLiteStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ sql: String, on connection: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else { throw SQLiteError(code, of: connection) }
    self.handle = handle
    self.connection = connection
  }

  deinit {
    sqlite3_finalize(handle)
  }

  func bind(_ value: SQLiteValue, at index: Int32) throws(SQLiteError) {
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .text(let text): bind(text, at: index)
      case .blob(let bytes): sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count), copied)
      }
    guard code == SQLITE_OK else { throw SQLiteError(code, of: connection) }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    sqlite3_bind_text(handle, index, text, Int32(text.utf8.count), copied)
  }

  /// Tells SQLite to make a copy before the call returns.
  private var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Whether there is one more row.
  func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    guard code == SQLITE_ROW || code == SQLITE_DONE else { throw SQLiteError(code, of: connection) }
    return code == SQLITE_ROW
  }

  var row: [SQLiteValue] {
    (0..<sqlite3_column_count(handle)).map { column($0) }
  }

  private func column(_ index: Int32) -> SQLiteValue {
    switch sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, index))
    case SQLITE_NULL: .null
    case SQLITE_BLOB: .blob(bytes(sqlite3_column_blob(handle, index), index))
    default:
      .text(String(decoding: bytes(sqlite3_column_text(handle, index), index), as: UTF8.self))
    }
  }

  private func bytes(_ start: UnsafeRawPointer?, _ index: Int32) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(handle, index))
    return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
