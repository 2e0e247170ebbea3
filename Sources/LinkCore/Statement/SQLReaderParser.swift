/// Makes a statement of the pieces of its text.
struct SQLReaderParser {
  /// Words that can be names only in backticks, lest a missing name go unseen.
  private static let reserved: Set<String> = [
    "AND", "AS", "CREATE", "DATABASE", "DROP", "EXISTS", "FROM", "IF", "IN", "NOT", "OR",
    "REPLACE", "SELECT", "WHERE",
  ]

  private let bytes: [UInt8]
  private let pieces: [SQLReaderLexer.Piece]
  private var position = 0

  init(_ pieces: [SQLReaderLexer.Piece], of bytes: [UInt8]) {
    self.pieces = pieces
    self.bytes = bytes
  }

  mutating func statement() throws(SQLReaderError) -> SQLStatement {
    let statement = try body()
    _ = takeMark(";")
    guard position == pieces.count else { throw expected("the end of the statement") }
    return statement
  }

  private mutating func body() throws(SQLReaderError) -> SQLStatement {
    if take("SELECT") { return .select(try select()) }
    if take("DROP") {
      try expect("LINK")
      let (database, name) = try qualifiedName()
      return .dropLink(database: database, name: name)
    }
    guard take("CREATE") else { throw expected("CREATE, DROP or SELECT") }
    if take("DATABASE") { return try createDatabase() }
    return .createLink(try createLink())
  }

  private mutating func createDatabase() throws(SQLReaderError) -> SQLStatement {
    let ifNotExists = try takeIfNotExists()
    return .createDatabase(name: try name(), ifNotExists: ifNotExists)
  }
}

// MARK: - CREATE LINK

extension SQLReaderParser {
  private mutating func createLink() throws(SQLReaderError) -> SQLStatement.CreateLink {
    let orReplace = take("OR")
    if orReplace { try expect("REPLACE") }
    try expect("LINK")
    let condition = position
    let ifNotExists = try takeIfNotExists()
    if orReplace && ifNotExists { throw error(.exclusiveClauses, at: condition) }
    let (database, name) = try qualifiedName()
    try expect("AS")
    let type = try type()
    let (credentials, config) = try clauses()
    return SQLStatement.CreateLink(
      orReplace: orReplace,
      ifNotExists: ifNotExists,
      database: database,
      name: name,
      type: type,
      credentials: credentials,
      config: config,
      description: take("DESCRIPTION") ? try text() : nil
    )
  }

  private mutating func takeIfNotExists() throws(SQLReaderError) -> Bool {
    guard take("IF") else { return false }
    try expect("NOT")
    try expect("EXISTS")
    return true
  }

  private mutating func type() throws(SQLReaderError) -> String {
    guard case .word(let type) = next, !type.hasPrefix("@") else {
      throw expected("a type of link")
    }
    position += 1
    return type
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

// MARK: - SELECT

extension SQLReaderParser {
  private mutating func select() throws(SQLReaderError) -> SQLStatement.Select {
    let columns = try list { parser throws(SQLReaderError) in try parser.column() }
    guard take("FROM") else {
      return SQLStatement.Select(columns: columns, table: nil, conditions: [])
    }
    let (schema, name) = try qualifiedName()
    var conditions: [SQLStatement.Condition] = []
    if take("WHERE") {
      repeat { conditions.append(try condition()) } while take("AND")
    }
    return SQLStatement.Select(
      columns: columns,
      table: SQLStatement.Table(schema: schema, name: name),
      conditions: conditions
    )
  }

  private mutating func column() throws(SQLReaderError) -> String {
    guard case .word(let word) = next, word.hasPrefix("@") else { return try name() }
    return takeSpelling()
  }

  private mutating func condition() throws(SQLReaderError) -> SQLStatement.Condition {
    let column = try name()
    if takeMark("=") { return SQLStatement.Condition(column: column, values: [try text()]) }
    guard take("IN") else { throw expected("= or IN") }
    guard takeMark("(") else { throw expected("(") }
    let values = try list { parser throws(SQLReaderError) in try parser.text() }
    guard takeMark(")") else { throw expected(", or )") }
    return SQLStatement.Condition(column: column, values: values)
  }

  private mutating func list(
    of item: (inout SQLReaderParser) throws(SQLReaderError) -> String
  ) throws(SQLReaderError) -> [String] {
    var items: [String] = []
    repeat { items.append(try item(&self)) } while takeMark(",")
    return items
  }
}

// MARK: - Names, texts, words

extension SQLReaderParser {
  private mutating func qualifiedName() throws(SQLReaderError) -> (String?, String) {
    let first = try name()
    guard takeMark(".") else { return (nil, first) }
    return (first, try name())
  }

  /// A name in backticks, or a bare one in the case it was written.
  private mutating func name() throws(SQLReaderError) -> String {
    switch next {
    case .identifier(let name):
      position += 1
      return name
    case .word(let word) where !word.hasPrefix("@") && !Self.reserved.contains(word):
      return takeSpelling()
    default:
      throw expected("a name")
    }
  }

  private mutating func takeSpelling() -> String {
    defer { position += 1 }
    return String(decoding: bytes[pieces[position].range], as: UTF8.self)
  }

  private mutating func text() throws(SQLReaderError) -> String {
    guard case .string(let text) = next else { throw expected("a text in quotes") }
    position += 1
    return text
  }

  private var next: SQLToken? {
    position < pieces.count ? pieces[position].token : nil
  }

  private mutating func take(_ word: String) -> Bool {
    take(.word(word))
  }

  private mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
    take(.symbol(mark))
  }

  private mutating func take(_ token: SQLToken) -> Bool {
    guard next == token else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ word: String) throws(SQLReaderError) {
    guard take(word) else { throw expected(word) }
  }

  private func expected(_ what: String) -> SQLReaderError {
    error(.expected(what), at: position)
  }

  private func error(_ reason: SQLReaderError.Reason, at position: Int) -> SQLReaderError {
    let isBehind = position >= pieces.count
    return SQLReaderError(
      reason: reason,
      offset: isBehind ? bytes.count : pieces[position].range.lowerBound
    )
  }
}
