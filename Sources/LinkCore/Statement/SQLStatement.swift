/// A statement as a server understands it, read from its text.
package enum SQLStatement: Sendable {
  case createDatabase(name: String, ifNotExists: Bool)
  case createLink(CreateLink)
  case dropLink(database: String?, name: String)
  case select(Select)
}

extension SQLStatement {
  /// `CREATE LINK` with its clauses, texts decoded and otherwise as sent.
  package struct CreateLink: Sendable {
    package let orReplace: Bool
    /// Never together with `orReplace`.
    package let ifNotExists: Bool
    /// `nil` where the name stands alone.
    package let database: String?
    package let name: String
    /// In upper case; not checked against the types there are.
    package let type: String
    package let credentials: Secret
    package let config: String?
    package let description: String?
  }

  /// `SELECT columns FROM table WHERE …`, with what the catalog can be asked.
  package struct Select: Hashable, Sendable {
    /// As written, so that a result can be headed by them: `LINK`, `@@memsql_version`.
    package let columns: [String]
    /// `nil` where nothing is selected from.
    package let table: Table?
    /// A row has to meet all of them.
    package let conditions: [Condition]
  }

  package struct Table: Hashable, Sendable {
    package let schema: String?
    package let name: String
  }

  /// `column = 'value'` or `column IN ('value', …)`.
  package struct Condition: Hashable, Sendable {
    package let column: String
    /// The texts of which the column has to hold one.
    package let values: [String]
  }
}
