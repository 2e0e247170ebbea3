/// A statement as a server understands it, read from its text.
package enum SQLStatement: Sendable {
  case createDatabase(name: String, ifNotExists: Bool)
  case createLink(CreateLink)
  case alterLink(AlterLink)
  case dropLink(Name)
  case createPipeline(CreatePipeline)
  case startPipeline(Name)
  case stopPipeline(Name)
  case dropPipeline(Name)
  case show(Show)
  case select(Select)
}

extension SQLStatement {
  /// The name of something in a database, or of a table in a schema.
  package struct Name: Hashable, Sendable {
    /// `nil` where the name stands alone.
    package let database: String?
    package let name: String
  }

  /// `CREATE LINK` with its clauses, texts decoded and otherwise as sent.
  package struct CreateLink: Sendable {
    package let orReplace: Bool
    /// Never together with `orReplace`.
    package let ifNotExists: Bool
    package let name: Name
    /// In upper case; not checked against the types there are.
    package let type: String
    package let credentials: Secret
    package let config: String?
    package let description: String?
  }

  /// `ALTER LINK` with one clause of each kind at most, and one at least.
  package struct AlterLink: Sendable {
    package let name: Name
    package let config: Setting<String>?
    package let credentials: Setting<Secret>?
  }

  /// What a clause of a link is set to.
  package enum Setting<Text: Sendable>: Sendable {
    /// All of it, as JSON.
    case whole(Text)
    /// One key at the top of it, to a text.
    case key(String, Text)
  }

  /// `CREATE PIPELINE` of one that loads through a link of its own database.
  package struct CreatePipeline: Hashable, Sendable {
    package let ifNotExists: Bool
    package let name: Name
    package let link: String
    package let path: String
    package let table: String
  }

  /// What `SHOW` is to show.
  package enum Show: Hashable, Sendable {
    /// `nil` where no database is named.
    case links(database: String?)
    case createLink(Name)
    case grants
  }

  /// `SELECT columns FROM table WHERE …`, with what a server can be asked.
  package struct Select: Hashable, Sendable {
    package let columns: [Column]
    /// `nil` where nothing is selected from.
    package let table: Name?
    /// A row has to meet all of them.
    package let conditions: [Condition]
  }

  package enum Column: Hashable, Sendable {
    /// `*`: all there are.
    case all
    case named(String)
    /// With its `@@`.
    case variable(String)
    /// `LENGTH('text')`; the heading is how it was written.
    case length(of: String, heading: String)

    /// What stands above the column of a result: as written.
    package var heading: String {
      switch self {
      case .all: "*"
      case .named(let name), .variable(let name), .length(_, let name): name
      }
    }
  }

  /// `column = 'value'` or `column IN ('value', …)`.
  package struct Condition: Hashable, Sendable {
    package let column: String
    /// The texts of which the column has to hold one.
    package let values: [String]
  }
}

/// What a server shows of a link's creation.
package struct ShownLink: Hashable, Sendable {
  package let name: String
  /// In upper case.
  package let type: String
  /// `nil` where no CONFIG is shown.
  package let config: String?

  package init(name: String, type: String, config: String?) {
    self.name = name
    self.type = type
    self.config = config
  }
}
