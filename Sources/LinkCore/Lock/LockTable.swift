/// The table by which applies on a server take turns.
///
/// One of its rows is locked by who applies, with a change that is never committed; a second row says
/// who that is, for what is not committed shows to nobody else.
package struct LockTable: Hashable, Sendable {
  package static let name = "linkctl_lock"

  package let database: String

  package init(in database: String) {
    self.database = database
  }

  /// Its name with the database in front.
  package var description: String { address.description }

  var address: LinkAddress { LinkAddress(database: database, name: Self.name) }

  /// The rows; the raw value is their key.
  enum Row: String, CaseIterable {
    case lock = "apply"
    case holder
  }

  /// Whether there is one to be locked, as far as an account sees.
  enum Form {
    case missing
    /// Its rows are not locked one by one, and not for as long as a transaction is open.
    case columnstore
    case rowstore
  }

  func form(on server: any ReadableServer) throws(ServerError) -> Form {
    let sql: SQLText = """
      SELECT * FROM information_schema.TABLES \
      WHERE TABLE_SCHEMA = \(string: database) AND TABLE_NAME = \(string: Self.name)
      """
    guard let answer = try server.answer(sql), let row = answer.rows.first else { return .missing }
    let cells = zip(answer.columns, row).filter { $0.0.uppercasedASCII == "STORAGE_TYPE" }
    let isColumnstore = cells.contains { $0.1?.uppercasedASCII.contains("COLUMNSTORE") ?? false }
    return isColumnstore ? .columnstore : .rowstore
  }

  /// Who has noted to be holding the lock; whether somebody does, the locked row alone tells.
  func holder(on server: any ReadableServer) throws(ServerError) -> LockHolder? {
    let sql: SQLText = """
      SELECT holder, host, run, UNIX_TIMESTAMP() - since FROM \(address) \
      WHERE scope = \(string: Row.holder.rawValue)
      """
    guard let row = try server.ask(Question(sql)).rows.first, row.count == 4, let name = row[0],
      let host = row[1], let run = row[2], !run.isEmpty
    else { return nil }
    return LockHolder(name: name, host: host, run: run, seconds: row[3].flatMap { Int($0) })
  }
}

// MARK: - Making it

extension LockTable {
  /// Makes the table and its rows where they are missing; gives what it really has become.
  package func make(on server: any Server) throws(LockRefusal) {
    do throws(ServerError) {
      try create(on: server)
      try fill(on: server)
    } catch {
      throw .server(error)
    }
    try checkForm(on: server)
  }

  /// What is to be granted to an account that applies; the user is named where grants name nobody.
  package func grant(to account: Account?, user: String) -> String {
    let account = account ?? Account(user: user, host: "%")
    let sql: SQLText = "GRANT SELECT, UPDATE ON \(address) TO \(account.sql)"
    return sql.rendered + ";"
  }

  /// Refuses a table that locks nothing.
  func checkForm(on server: any ReadableServer) throws(LockRefusal) {
    let form: Form
    do throws(ServerError) {
      form = try self.form(on: server)
    } catch {
      throw .server(error)
    }
    switch form {
    case .missing: throw .missing
    case .columnstore: throw .columnstore
    case .rowstore: break
    }
  }

  private func create(on server: any Server) throws(ServerError) {
    do throws(ServerError) {
      try create("CREATE ROWSTORE TABLE", on: server)
    } catch {
      // A server without columnstore tables does not know the word.
      guard error.code == 1064 else { throw error }
      try create("CREATE TABLE", on: server)
    }
  }

  private func create(_ words: SQLText, on server: any Server) throws(ServerError) {
    let sql: SQLText = """
      \(words) IF NOT EXISTS \(address) (scope VARCHAR(64) NOT NULL, holder VARCHAR(255) NOT NULL, \
      host VARCHAR(255) NOT NULL, run VARCHAR(64) NOT NULL, since BIGINT NOT NULL, \
      PRIMARY KEY (scope))
      """
    _ = try server.query(sql.rendered)
  }

  /// Writes only what is missing: an INSERT would wait for a row that somebody holds.
  private func fill(on server: any Server) throws(ServerError) {
    let known: SQLText = "SELECT scope FROM \(address)"
    let there = Set(try server.query(known.rendered).rows.compactMap { $0.first ?? nil })
    for row in Row.allCases where !there.contains(row.rawValue) {
      let sql: SQLText = """
        INSERT IGNORE INTO \(address) (scope, holder, host, run, since) \
        VALUES (\(string: row.rawValue), '', '', '', 0)
        """
      _ = try server.query(sql.rendered)
    }
  }
}

/// Why there is no lock.
package enum LockRefusal: Error, Sendable {
  /// There is no table that this account sees.
  case missing
  case columnstore
  /// The table lacks a row, so that nothing was locked.
  case rowMissing
  /// Somebody holds it, and may have had no time yet to say who it is.
  case busy(LockHolder?)
  case server(ServerError)
}
