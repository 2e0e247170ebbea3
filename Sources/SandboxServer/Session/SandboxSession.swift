internal import LinkCore

/// What a connection's statements are run in: a catalog, variables, and the notes of the last one.
final class SandboxSession {
  /// What faults change about a session while they last.
  struct Conditions: Hashable, Sendable {
    /// Instead of the session's own.
    var sqlMode: String?
    /// Whether the account has lost what it was granted.
    var hasNoGrants = false
  }

  private let catalog: any SessionServer
  private let connection: UInt32
  private var variables = SessionVariables()
  private var warnings: [String] = []

  init(_ catalog: any SessionServer, connection: UInt32) {
    self.catalog = catalog
    self.connection = connection
  }

  /// As if it had just begun.
  func reset() throws(ServerError) {
    variables = SessionVariables()
    warnings = []
    try catalog.use(nil)
  }

  func use(_ database: String) throws(ServerError) {
    try catalog.use(database)
  }

  func answer(_ sql: String, under conditions: Conditions) -> Answer {
    do throws(ServerError) {
      guard let statement = try read(sql) else { return try ask(sql, under: conditions) }
      return try answer(statement, under: conditions)
    } catch {
      return .refused(error)
    }
  }

  private func read(_ sql: String) throws(ServerError) -> SessionStatement? {
    do throws(SessionReader.Problem) {
      return try SessionReader.statement(in: sql)
    } catch {
      let message = "You have an error in your SQL syntax near '\(error.rest)'"
      throw ServerError(code: 1064, sqlState: "42000", message: message)
    }
  }

  // MARK: The catalog's

  private func ask(_ sql: String, under conditions: Conditions) throws(ServerError) -> Answer {
    if try !escapes(under: conditions), sql.utf8.contains(UInt8(ascii: "\\")) {
      let message = "Under NO_BACKSLASH_ESCAPES the sandbox reads no statement with a backslash"
      throw ServerError(code: 1235, sqlState: "42000", message: message)
    }
    warnings = []
    let result = try catalog.query(sql)
    warnings = result.warnings
    guard !result.columns.isEmpty else { return .done(warnings: warnings.count) }
    return .rows(AnswerTable(result.columns, result.rows))
  }

  /// Whether backslashes escape in texts.
  private func escapes(under conditions: Conditions) throws(ServerError) -> Bool {
    let mode = try variable("SQL_MODE", under: conditions)
    return !mode.uppercasedASCII.split(separator: ",").contains("NO_BACKSLASH_ESCAPES")
  }

  // MARK: The session's own

  private func answer(
    _ statement: SessionStatement,
    under conditions: Conditions
  ) throws(ServerError) -> Answer {
    switch statement {
    case .set(let settings): for setting in settings { variables.set(setting) }
    case .use(let database): try use(database)
    case .transaction: break
    case .select(let items, let limit): return try select(items, limit, under: conditions)
    case .showWarnings:
      return notes(warnings.map { ["Note", "1050", $0] })
    case .showErrors: return notes([])
    case .showDatabases(let pattern): return try databases(like: pattern)
    case .showTables: return .rows(AnswerTable(["Tables_in_\(catalog.database ?? "")"], []))
    case .showVariables(let pattern): return try variables(like: pattern, under: conditions)
    case .showGrants: return try grants(under: conditions)
    }
    warnings = []
    return .done()
  }

  private func notes(_ rows: [[String?]]) -> Answer {
    .rows(AnswerTable(["Level", "Code", "Message"], rows))
  }

  private func grants(under conditions: Conditions) throws(ServerError) -> Answer {
    let result = try catalog.query("SHOW GRANTS")
    let usage = ["GRANT USAGE ON *.* TO 'root'@'%'"]
    return .rows(AnswerTable(result.columns, conditions.hasNoGrants ? [usage] : result.rows))
  }

  private func databases(like pattern: String?) throws(ServerError) -> Answer {
    let sql = "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA"
    let rows = try catalog.query(sql).rows.filter { isLike($0[0] ?? "", pattern) }
    return .rows(AnswerTable(["Database"], rows))
  }

  private func variables(
    like pattern: String?,
    under conditions: Conditions
  ) throws(ServerError) -> Answer {
    var known = variables.all
    for name in ["sql_mode", "memsql_version"] where !known.contains(where: { $0.name == name }) {
      known.append((name, try variable(name.uppercasedASCII, under: conditions)))
    }
    let rows = known.filter { isLike($0.name, pattern) }.map { [$0.name, $0.value] }
    return .rows(AnswerTable(["Variable_name", "Value"], rows))
  }

  /// SQL's LIKE with `%` and `_`, whatever the case of ASCII letters.
  private func isLike(_ text: String, _ pattern: String?) -> Bool {
    guard let pattern else { return true }
    let glob = pattern.uppercasedASCII.map { $0 == "%" ? "*" : $0 == "_" ? "?" : $0 }
    return Glob(String(glob)).matches(text.uppercasedASCII)
  }
}

// MARK: - SELECT without a table

extension SandboxSession {
  private func select(
    _ items: [SessionStatement.Item],
    _ limit: Int,
    under conditions: Conditions
  ) throws(ServerError) -> Answer {
    var row: [String?] = []
    for item in items { row.append(try text(of: item.value, under: conditions)) }
    let columns = zip(items, row).map { item, text in
      AnswerTable.Column(name: item.heading, isNumber: isNumber(item.value, text))
    }
    return .rows(AnswerTable(columns, limit > 0 ? [row] : []))
  }

  private func text(
    of value: SessionStatement.Value,
    under conditions: Conditions
  ) throws(ServerError) -> String? {
    switch value {
    case .variable("WARNING_COUNT"): String(warnings.count)
    case .variable(let name): try variable(name, under: conditions)
    case .number(let text), .text(let text): text
    case .null: nil
    case .length(let read, let written): String(try escapes(under: conditions) ? read : written)
    case .version: Greeting.version
    case .database: catalog.database
    case .user: "\(Account.user)@127.0.0.1"
    case .connection: String(connection)
    }
  }

  private func variable(
    _ name: String,
    under conditions: Conditions
  ) throws(ServerError) -> String {
    if name == "SQL_MODE", let mode = conditions.sqlMode { return mode }
    if let value = variables[name] { return value }
    return try catalog.query("SELECT @@\(name)").rows.first?.first.flatMap(\.self) ?? ""
  }

  private func isNumber(_ value: SessionStatement.Value, _ text: String?) -> Bool {
    switch value {
    case .text, .version, .database, .user, .null: false
    default: text.flatMap { Int64($0) } != nil
    }
  }
}
