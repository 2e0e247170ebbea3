// CREATE [OR REPLACE] LINK [IF NOT EXISTS] [db.]name AS type CREDENTIALS 'json' [CONFIG 'json']
// [DESCRIPTION 'text']

extension SQLReaderParser {
  mutating func createLink() throws(SQLReaderError) -> SQLStatement.CreateLink {
    let orReplace = grammar.contains(.orReplace) && take("OR")
    if orReplace { try expect("REPLACE") }
    try expect("LINK")
    let condition = position
    let ifNotExists = grammar.contains(.ifNotExists) ? try takeIfNotExists() : false
    if orReplace && ifNotExists { throw error(.exclusiveClauses, at: condition) }
    let name = try qualifiedName()
    try expect("AS")
    let type = try type()
    let (credentials, config) = try clauses()
    return SQLStatement.CreateLink(
      orReplace: orReplace,
      ifNotExists: ifNotExists,
      name: name,
      type: type,
      credentials: credentials,
      config: config,
      description: take("DESCRIPTION") ? try text() : nil
    )
  }

  /// The two clauses in either order; without CREDENTIALS there is no link.
  private mutating func clauses() throws(SQLReaderError) -> (Secret, config: String?) {
    var credentials: Secret?
    var config: String?
    while true {
      let clause = position
      if take("CREDENTIALS") {
        guard credentials == nil else { throw error(.clauseTwice("CREDENTIALS"), at: clause) }
        credentials = Secret(try text())
      } else if take("CONFIG") {
        guard config == nil else { throw error(.clauseTwice("CONFIG"), at: clause) }
        config = try text()
      } else {
        guard let credentials else { throw expected("CREDENTIALS") }
        return (credentials, config)
      }
    }
  }
}
