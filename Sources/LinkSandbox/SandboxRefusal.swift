internal import CSQLite
internal import LinkCore

/// The sandbox's refusals.
///
/// Where SingleStore documents no number, and for links it documents next to none, the sandbox
/// takes the number that MySQL has for the nearest mistake. Nothing should rely on them but 1049,
/// 1064 and 2332.
extension ServerError {
  static func syntax(_ error: SQLReaderError, in sql: String) -> ServerError {
    if sql.makesTable { return noTables }
    if error.reason == .exclusiveClauses {
      return ServerError(
        code: 1221,
        sqlState: "HY000",
        message: "Incorrect usage of OR REPLACE and IF NOT EXISTS"
      )
    }
    let rest = String(decoding: sql.utf8.dropFirst(error.offset), as: UTF8.self)
    return ServerError(
      code: 1064,
      sqlState: "42000",
      message: "You have an error in your SQL syntax near '\(rest)'"
    )
  }

  /// Said outright, for `lock init` would make one.
  private static let noTables = ServerError(
    code: 1235,
    sqlState: "42000",
    message: "The sandbox keeps links and pipelines, and no tables: there is no lock to rehearse"
  )

  static let noDatabase = ServerError(
    code: 1046,
    sqlState: "3D000",
    message: "No database selected"
  )

  static let readOnly = ServerError(
    code: 1290,
    sqlState: "HY000",
    message: "The sandbox is open for reading only"
  )

  static let accessDenied = ServerError(
    code: 1044,
    sqlState: "42000",
    message: "Access denied to database 'information_schema'"
  )

  static func unknownDatabase(_ name: String) -> ServerError {
    ServerError(code: 1049, sqlState: "42000", message: "Unknown database '\(name)'")
  }

  static func databaseExists(_ name: String) -> ServerError {
    let message = "Can't create database '\(name)'; database exists"
    return ServerError(code: 1007, sqlState: "HY000", message: message)
  }

  static func linkExists(_ name: String) -> ServerError {
    ServerError(code: 1050, sqlState: "42S01", message: "Link '\(name)' already exists")
  }

  static func noSuchLink(_ name: String) -> ServerError {
    ServerError(code: 2332, sqlState: "HY000", message: "Link '\(name)' does not exist")
  }

  static func linkInUse(_ name: String, by pipeline: String) -> ServerError {
    let message = "Link '\(name)' is used by pipeline '\(pipeline)'"
    return ServerError(code: 1451, sqlState: "23000", message: message)
  }

  static func notShown(_ name: String) -> ServerError {
    let message = "SHOW CREATE LINK is not supported for HTTP links such as '\(name)'"
    return ServerError(code: 1235, sqlState: "42000", message: message)
  }

  static func keysNotKept(_ name: String) -> ServerError {
    let message =
      "The credentials of link '\(name)' were kept by an older linkctl, without their keys;"
      + " they can only be set as a whole"
    return ServerError(code: 1235, sqlState: "42000", message: message)
  }

  static func typeChange(of name: String, from old: String, to new: String) -> ServerError {
    let message = "The type of link '\(name)' cannot be changed from \(old) to \(new)"
    return ServerError(code: 1221, sqlState: "HY000", message: message)
  }

  static func unknownType(_ type: String) -> ServerError {
    ServerError(code: 1235, sqlState: "42000", message: "Links of type '\(type)' are not supported")
  }

  static func pipelineExists(_ name: String) -> ServerError {
    ServerError(code: 1050, sqlState: "42S01", message: "Pipeline '\(name)' already exists")
  }

  static func noSuchPipeline(_ name: String) -> ServerError {
    ServerError(code: 1146, sqlState: "42S02", message: "Pipeline '\(name)' doesn't exist")
  }

  static func pipelineIs(_ state: String, _ name: String) -> ServerError {
    let message = "Pipeline '\(name)' is \(state.asciiLowercased) already"
    return ServerError(code: 1221, sqlState: "HY000", message: message)
  }

  static func badName(_ name: String) -> ServerError {
    name.isEmpty
      ? ServerError(code: 1102, sqlState: "42000", message: "Incorrect name ''")
      : ServerError(code: 1059, sqlState: "42000", message: "Identifier name '\(name)' is too long")
  }

  static func badJSON(in clause: String, _ problem: String) -> ServerError {
    let message = "Invalid JSON in \(clause): \(problem)"
    return ServerError(code: 3140, sqlState: "22032", message: message)
  }

  static let longDescription = ServerError(
    code: 1406,
    sqlState: "22001",
    message: "Data too long for DESCRIPTION"
  )

  static func unknownTable(_ schema: String, _ name: String) -> ServerError {
    let message = "Table '\(schema).\(name)' doesn't exist"
    return ServerError(code: 1146, sqlState: "42S02", message: message)
  }

  static func unknownColumn(_ name: String) -> ServerError {
    ServerError(code: 1054, sqlState: "42S22", message: "Unknown column '\(name)'")
  }

  static func unknownVariable(_ name: String) -> ServerError {
    ServerError(code: 1193, sqlState: "HY000", message: "Unknown system variable '\(name)'")
  }
}

extension ServerError {
  /// That a path is not, or cannot become, a sandbox.
  static func cannotOpen(_ path: String, _ problem: String) -> ServerError {
    ServerError(code: 0, sqlState: "HY000", message: "cannot open the sandbox \(path): \(problem)")
  }

  init(_ error: SQLiteError, outcome: Outcome = .notApplied) {
    let code =
      switch error.primary {
      case SQLITE_BUSY, SQLITE_LOCKED: 1205
      case SQLITE_FULL: 1021
      case SQLITE_READONLY, SQLITE_PERM: 1290
      case SQLITE_INTERRUPT: 1317
      default: 1105
      }
    let words = code == 1317 ? "it took too many steps, and was ended" : error.message
    let message = "The sandbox's file: \(words)"
    self.init(code: code, sqlState: "HY000", message: message, outcome: outcome)
  }
}

extension String {
  /// Whether it begins as a statement that makes a table.
  fileprivate var makesTable: Bool {
    let words = (try? SQLReader.tokens(in: self)) ?? []
    return [["CREATE", "TABLE"], ["CREATE", "ROWSTORE", "TABLE"]].contains { beginning in
      words.starts(with: beginning.map(SQLToken.word))
    }
  }
}
