/// What a server answered, with its cells by the names of their columns, in whatever order and
/// company the server gives them.
struct CatalogTable {
  /// Nothing that a link may hold is larger.
  private static let largestCell = 1 << 20

  let rows: [Row]

  /// A row's cells by the upper-case names of their columns.
  struct Row {
    fileprivate let cells: [String: String?]

    /// `nil` for NULL, and for a column that was not asked for.
    subscript(_ column: String) -> String? { cells[column] ?? nil }

    func has(_ column: String) -> Bool { cells[column] != nil }
  }

  /// Refuses an answer without one of the columns, or with a cell that is too large to be true.
  init(_ result: ResultSet, of name: String, needing needed: [String]) throws(ServerError) {
    let columns = result.columns.map(\.uppercasedASCII)
    if let missing = needed.first(where: { !columns.contains($0) }) {
      throw .badAnswer("\(name) has no column \(missing)")
    }
    for row in result.rows {
      for (column, cell) in zip(columns, row) where (cell?.utf8.count ?? 0) > Self.largestCell {
        throw .badAnswer("\(name): a cell of the column \(column.shown) is larger than 1 MiB")
      }
    }
    rows = result.rows.map { row in
      Row(cells: Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first }))
    }
  }
}

extension ServerError {
  /// That a server's answer cannot be taken for what it should be.
  static func badAnswer(_ message: String) -> ServerError {
    ServerError(code: 0, sqlState: "HY000", message: message)
  }

  /// Whether the server has heard the statement and will not answer it, as one that lacks the
  /// right or the grammar; not where it is busy, stops, or was lost.
  var isRefusal: Bool {
    isAnswer && ![1040, 1053, 1105, 1205, 1317].contains(code)
  }

  /// Whether it is the server itself that has said no, whatever for.
  var isAnswer: Bool {
    let ofMySQL = 1000..<2000
    let ofSingleStore = 2100..<5000
    return outcome == .notApplied && (ofMySQL.contains(code) || ofSingleStore.contains(code))
  }
}
