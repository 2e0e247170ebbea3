internal import LinkCore

/// What a sandbox file holds.
enum SandboxSchema {
  /// Marks a SQLite file as a sandbox: `LNKs` in ASCII.
  static let applicationID: Int64 = 0x4C4E_4B73
  static let format: Int64 = 1

  /// Names have BINARY collation, so that they compare byte by byte.
  private static let tables = [
    "CREATE TABLE databases (name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    """
    CREATE TABLE links (
      database TEXT NOT NULL REFERENCES databases,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      config TEXT,
      description TEXT,
      salt BLOB NOT NULL,
      credentials BLOB NOT NULL,
      PRIMARY KEY (database, name)
    ) WITHOUT ROWID
    """,
  ]

  /// Makes an empty file a sandbox; to be run in a transaction.
  static func make(on connection: borrowing SQLiteConnection) throws(SQLiteError) {
    for table in tables { try connection.run(table) }
    try connection.run("PRAGMA application_id = \(applicationID)")
    try connection.run("PRAGMA user_version = \(format)")
  }
}
