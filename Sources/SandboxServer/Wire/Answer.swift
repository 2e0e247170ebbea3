internal import LinkCore

/// What a statement came to.
enum Answer: Hashable, Sendable {
  /// Of a statement that reads nothing.
  case done(warnings: Int = 0)
  case rows(AnswerTable)
  case refused(ServerError)
}

/// Rows with what the protocol says of their columns.
struct AnswerTable: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    let name: String
    /// Whether a client is to take its texts for whole numbers.
    var isNumber = false
  }

  let columns: [Column]
  let rows: [[String?]]

  init(_ columns: [Column], _ rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  init(_ columns: [String], _ rows: [[String?]]) {
    self.init(columns.map { Column(name: $0) }, rows)
  }
}
