/// What a server's grammar has to have for a statement: its words, without names and values.
package struct StatementForm: Hashable, Sendable, CustomStringConvertible {
  package let description: String
}

extension Statement {
  /// `CREATE OR REPLACE LINK … AS S3 CREDENTIALS … CONFIG …`.
  package var form: StatementForm {
    switch operation {
    case .drop: StatementForm(description: "DROP LINK …")
    case .alterConfig: StatementForm(description: "ALTER LINK … SET CONFIG …")
    case .create(let creation, let definition):
      StatementForm(description: "\(creation.words) … AS \(definition.words)")
    }
  }

  /// A statement of the same form with nothing of this one in it.
  func probe(at address: LinkAddress) -> Statement {
    switch operation {
    case .drop: Statement(.drop, address)
    case .alterConfig(_, let type): Statement(.alterConfig(.meaningless, of: type), address)
    case .create(let creation, let definition):
      Statement(.create(creation, definition.meaningless), address)
    }
  }
}

extension Statement.Creation {
  fileprivate var words: String {
    switch self {
    case .plain: "CREATE LINK"
    case .ifNotExists: "CREATE LINK IF NOT EXISTS"
    case .orReplace: "CREATE OR REPLACE LINK"
    }
  }
}

extension LinkDefinition {
  fileprivate var words: String {
    let clauses = [("CONFIG", config != nil), ("DESCRIPTION", writesDescription)]
    let words = clauses.filter(\.1).map { " \($0.0) …" }.joined()
    return "\(type.name) CREDENTIALS …\(words)"
  }

  fileprivate var meaningless: LinkDefinition {
    LinkDefinition(
      type: type,
      credentials: credentials.map { _ in .literal(.meaningless) },
      config: config.map { _ in .meaningless },
      description: writesDescription ? String.meaningless : nil
    )
  }
}

extension JSONValue {
  fileprivate static let meaningless: JSONValue = ["probe": .string(.meaningless)]
}

extension String {
  /// With what has to be escaped: a server that reads quotes in another way must show so here.
  fileprivate static let meaningless = #"linkctl's \ "probe""#
}
