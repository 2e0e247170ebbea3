internal import LinkCore

extension Sandbox {
  func show(_ show: SQLStatement.Show) throws(ServerError) -> ResultSet {
    switch show {
    case .links(let database): try showLinks(of: database)
    case .createLink(let name): try showCreateLink(name)
    case .grants:
      // There is one account, and it may do everything.
      ResultSet(
        columns: ["Grants for root@%"],
        rows: [["GRANT ALL PRIVILEGES ON *.* TO 'root'@'%' WITH GRANT OPTION"]]
      )
    }
  }

  private func showLinks(of database: String?) throws(ServerError) -> ResultSet {
    let database = try existing(database)
    let sql = "SELECT name, type, description, config FROM links WHERE database = ? ORDER BY name"
    let columns = dialect.shownColumns
    let rows = try rows(sql, .text(database)).map { $0.prefix(columns.count).map(\.text) }
    return ResultSet(columns: columns, rows: rows)
  }

  /// CONFIG comes first, in double quotes; credentials are never shown, and how a description would
  /// be is documented nowhere.
  private func showCreateLink(_ name: SQLStatement.Name) throws(ServerError) -> ResultSet {
    let database = try existing(name.database)
    guard let link = try link(name.name, in: database) else { throw .noSuchLink(name.name) }
    guard link.type != "HTTP" else { throw .notShown(name.name) }
    let config = link.config.map { " CONFIG \"\($0.escapedForDoubleQuotes)\"" } ?? ""
    let backticked = name.name.split(separator: "`", omittingEmptySubsequences: false)
      .joined(separator: "``")
    let text = "CREATE LINK `\(backticked)` AS \(link.type)\(config)"
    return ResultSet(
      columns: ["Link Name", "Create Link"],
      rows: [[link.name, text + " CREDENTIALS <CREDENTIALS REDACTED>"]]
    )
  }
}

extension String {
  fileprivate var escapedForDoubleQuotes: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "\0": "\\0"
      default: String(scalar)
      }
    }.joined()
  }
}
