internal import LinkCore

/// What a sandbox file holds.
enum SandboxSchema {
  /// Marks a SQLite file as a sandbox: `LNKs` in ASCII.
  static let applicationID: Int64 = 0x4C4E_4B73
  /// The newest format; format 1 knew no pipelines.
  static let format: Int64 = 2

  /// Names have BINARY collation, so that they compare byte by byte.
  private static let links = [
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

  private static let pipelines = """
    CREATE TABLE pipelines (
      database TEXT NOT NULL REFERENCES databases,
      name TEXT NOT NULL,
      link TEXT NOT NULL,
      path TEXT NOT NULL,
      target TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (database, name)
    ) WITHOUT ROWID
    """

  /// Makes an empty file a sandbox, and one of an older format one of the newest, unless somebody
  /// else was faster; to be run in a transaction.
  static func bringUpToDate(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    let isMade = try connection.number("PRAGMA application_id") != 0
    if !isMade {
      for table in links { try connection.run(table) }
      try connection.run("PRAGMA application_id = \(applicationID)")
    }
    guard try connection.number("PRAGMA user_version") < format else { return }
    try connection.run(pipelines)
    try connection.run("PRAGMA user_version = \(format)")
  }

  /// Whether there is something beside tables of a sandbox's own that reading could run: a view, a
  /// virtual table, or a table that is none of them.
  ///
  /// A trigger runs where something is written, which takes a limited number of steps.
  static func isForeign(_ connection: borrowing SQLiteConnection) throws(SQLiteError) -> Bool {
    let own = (links + [pipelines]).map { SQLiteValue.text($0) }
    let rows = try connection.rows("SELECT sql FROM sqlite_schema WHERE type <> 'trigger'")
    return rows.contains { row in row.first.map { !own.contains($0) } ?? true }
  }
}
