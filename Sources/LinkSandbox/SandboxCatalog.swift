internal import LinkCore

/// The part of `information_schema` that there is, and how it is asked.
enum SandboxCatalog {
  private static let schema = "information_schema"
  /// A table of texts.
  struct Table {
    let columns: [String]
    var rows: [[String?]] = []
  }

  static func columns(in dialect: Dialect) -> Table {
    let columns = [("LINKS", dialect.linkColumns), ("PIPELINES", pipelineColumns)]
    return Table(
      columns: ["TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME"],
      rows: columns.flatMap { table, names in names.map { [schema, table, $0] } }
    )
  }

  /// All databases, and the schema that tells of them.
  static func schemata(_ databases: [String]) -> Table {
    Table(columns: ["SCHEMA_NAME"], rows: ([schema] + databases).map { [$0] })
  }

  /// Names in `information_schema`, and its own, are the same in any case.
  static func isSchema(_ name: String) -> Bool {
    name.isSameWord(as: schema)
  }
}

extension Sandbox {
  func select(_ select: SQLStatement.Select) throws(ServerError) -> ResultSet {
    guard let name = select.table else {
      var values: [String] = []
      for column in select.columns { values.append(try value(of: column)) }
      return ResultSet(columns: select.columns.map(\.heading), rows: [values])
    }
    return try table(name).answer(to: select)
  }

  private func value(of column: SQLStatement.Column) throws(ServerError) -> String {
    switch column {
    case .all: throw .unknownColumn(column.heading)
    case .named(let name): throw .unknownColumn(name)
    case .length(let text, _): return String(text.utf8.count)
    case .variable(let name):
      let known = dialect.variables.first { $0.key.isSameWord(as: name) }
      guard let known else { throw .unknownVariable(name) }
      return known.value
    }
  }

  private func table(_ table: SQLStatement.Name) throws(ServerError) -> SandboxCatalog.Table {
    guard let schema = table.database ?? database else { throw .noDatabase }
    guard SandboxCatalog.isSchema(schema) else { throw .unknownTable(schema, table.name) }
    if table.name.isSameWord(as: "COLUMNS") { return SandboxCatalog.columns(in: dialect) }
    let isEmpty = try isEmpty
    if table.name.isSameWord(as: "SCHEMATA") { return SandboxCatalog.schemata(try databases()) }
    if table.name.isSameWord(as: "PIPELINES") {
      let columns = SandboxCatalog.pipelineColumns
      return SandboxCatalog.Table(columns: columns, rows: isEmpty ? [] : try pipelineRows())
    }
    guard table.name.isSameWord(as: "LINKS") else { throw .unknownTable(schema, table.name) }
    let columns = dialect.linkColumns
    return SandboxCatalog.Table(columns: columns, rows: isEmpty ? [] : try linkRows(columns.count))
  }

  private func linkRows(_ count: Int) throws(ServerError) -> [[String?]] {
    let sql = """
      SELECT database, name, type, description, config FROM links ORDER BY database, name
      """
    return try rows(sql).map { $0.prefix(count).map(\.text) }
  }
}

extension SandboxCatalog.Table {
  func answer(to select: SQLStatement.Select) throws(ServerError) -> ResultSet {
    var wanted: [Int] = []
    for column in select.columns {
      wanted += column == .all ? Array(columns.indices) : [try index(of: column.heading)]
    }
    var matching = rows
    for condition in select.conditions {
      let column = try index(of: condition.column)
      let values = Set(condition.values.map { ExactText($0) })
      matching = matching.filter { $0[column].map { values.contains(ExactText($0)) } ?? false }
    }
    return ResultSet(
      columns: select.columns.flatMap { $0 == .all ? columns : [$0.heading] },
      rows: matching.map { row in wanted.map { row[$0] } }
    )
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
