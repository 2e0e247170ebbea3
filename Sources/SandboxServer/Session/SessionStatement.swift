/// A statement about the session itself, which no catalog has to be asked for.
enum SessionStatement: Hashable {
  case set([Setting])
  case use(String)
  /// `BEGIN`, `COMMIT` and their like, which change nothing: each statement commits by itself.
  case transaction
  case select([Item], limit: Int)
  case showWarnings
  case showErrors
  case showDatabases(like: String?)
  case showTables
  case showVariables(like: String?)
  case showGrants

  /// `SET name = value`.
  struct Setting: Hashable {
    /// In upper case.
    let name: String
    /// `nil` for DEFAULT.
    let value: String?
  }

  /// One column of a SELECT from no table.
  struct Item: Hashable {
    let value: Value
    let heading: String
  }

  enum Value: Hashable {
    /// In upper case, without `@@`.
    case variable(String)
    case number(String)
    case text(String)
    case null
    /// Of a text: its bytes as they are read, and as they are written between their quotes.
    case length(read: Int, written: Int)
    case version
    case database
    case user
    case connection
  }
}
