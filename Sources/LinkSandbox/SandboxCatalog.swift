internal import LinkCore

/// The part of `information_schema` that there is, and how it is asked.
enum SandboxCatalog {
  private static let schema = "information_schema"
  private static let variables = [
    "@@MEMSQL_VERSION": Sandbox.version,
    "@@SQL_MODE": "STRICT_ALL_TABLES",
  ]

  /// A table of texts.
  struct Table {
    let columns: [String]
    var rows: [[String?]] = []
  }

  static let links = Table(
    columns: ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"]
  )

  static let columns = Table(
    columns: ["TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME"],
    rows: links.columns.map { [schema, "LINKS", $0] }
  )

  /// Names in `information_schema`, and its own, are the same in any case.
  static func isSchema(_ name: String) -> Bool {
    name.isSameWord(as: schema)
  }

  static func variable(_ name: String) throws(ServerError) -> String {
    guard name.utf8.starts(with: "@@".utf8) else { throw .unknownColumn(name) }
    guard let value = variables.first(where: { $0.key.isSameWord(as: name) })?.value else {
      throw .unknownVariable(name)
    }
    return value
  }
}

extension Sandbox {
  func select(_ select: SQLStatement.Select) throws(ServerError) -> ResultSet {
    guard let name = select.table else {
      var values: [String] = []
      for column in select.columns { values.append(try SandboxCatalog.variable(column)) }
      return ResultSet(columns: select.columns, rows: [values])
    }
    return try table(name).answer(to: select)
  }

  private func table(_ table: SQLStatement.Table) throws(ServerError) -> SandboxCatalog.Table {
    guard let schema = table.schema else { throw .noDatabase }
    guard SandboxCatalog.isSchema(schema) else { throw .unknownTable(schema, table.name) }
    if table.name.isSameWord(as: "COLUMNS") { return SandboxCatalog.columns }
    guard table.name.isSameWord(as: "LINKS") else { throw .unknownTable(schema, table.name) }
    var links = SandboxCatalog.links
    guard try !isEmpty else { return links }
    let sql = """
      SELECT database, name, type, description, config FROM links ORDER BY database, name
      """
    links.rows = try rows(sql).map { $0.map(\.text) }
    return links
  }
}

extension SandboxCatalog.Table {
  func answer(to select: SQLStatement.Select) throws(ServerError) -> ResultSet {
    var wanted: [Int] = []
    for column in select.columns { wanted.append(try index(of: column)) }
    var matching = rows
    for condition in select.conditions {
      let column = try index(of: condition.column)
      let values = Set(condition.values.map { ExactText($0) })
      matching = matching.filter { $0[column].map { values.contains(ExactText($0)) } ?? false }
    }
    return ResultSet(columns: select.columns, rows: matching.map { row in wanted.map { row[$0] } })
  }

  private func index(of column: String) throws(ServerError) -> Int {
    guard let index = columns.firstIndex(where: { $0.isSameWord(as: column) }) else {
      throw .unknownColumn(column)
    }
    return index
  }
}

extension String {
  /// Whether both are the same but for the case of ASCII letters.
  fileprivate func isSameWord(as other: String) -> Bool {
    func folded(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
    }
    return utf8.lazy.map(folded).elementsEqual(other.utf8.lazy.map(folded))
  }
}
