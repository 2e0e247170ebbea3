/// Makes a statement of the pieces of its text; each kind of statement has a file of its own.
struct SQLReaderParser {
  /// Words that can be names only in backticks, lest a missing name go unseen.
  private static let reserved: Set<String> = [
    "ALTER", "AND", "AS", "CREATE", "DATABASE", "DROP", "EXISTS", "FROM", "IF", "IN", "INTO",
    "LOAD", "NOT", "ON", "OR", "REPLACE", "SELECT", "SET", "SHOW", "TABLE", "WHERE",
  ]

  private let bytes: [UInt8]
  private let pieces: [SQLReaderLexer.Piece]
  /// What of the newest grammar there is.
  let grammar: Set<Capability>
  /// Of the piece that is read next.
  private(set) var position = 0

  init(_ pieces: [SQLReaderLexer.Piece], of bytes: [UInt8], grammar: Set<Capability>) {
    self.pieces = pieces
    self.bytes = bytes
    self.grammar = grammar
  }

  mutating func statement() throws(SQLReaderError) -> SQLStatement {
    let statement = try body()
    _ = takeMark(";")
    try expectEnd()
    return statement
  }

  private mutating func body() throws(SQLReaderError) -> SQLStatement {
    if take("SELECT") { return .select(try select()) }
    if take("CREATE") { return try creation() }
    if take("DROP") { return try drop() }
    if grammar.contains(.alterLink), take("ALTER") { return .alterLink(try alterLink()) }
    if take("SHOW") { return .show(try show()) }
    if take("START") { return .startPipeline(try pipelineName()) }
    if take("STOP") { return .stopPipeline(try pipelineName()) }
    throw expected("a statement")
  }

  private mutating func creation() throws(SQLReaderError) -> SQLStatement {
    if take("DATABASE") { return try createDatabase() }
    if take("PIPELINE") { return .createPipeline(try createPipeline()) }
    return .createLink(try createLink())
  }

  private mutating func createDatabase() throws(SQLReaderError) -> SQLStatement {
    let ifNotExists = try takeIfNotExists()
    return .createDatabase(name: try name(), ifNotExists: ifNotExists)
  }

  private mutating func drop() throws(SQLReaderError) -> SQLStatement {
    if take("PIPELINE") { return .dropPipeline(try qualifiedName()) }
    try expect("LINK")
    return .dropLink(try qualifiedName())
  }
}

// MARK: - Names, texts, words

extension SQLReaderParser {
  mutating func qualifiedName() throws(SQLReaderError) -> SQLStatement.Name {
    let first = try name()
    guard takeMark(".") else { return SQLStatement.Name(database: nil, name: first) }
    return SQLStatement.Name(database: first, name: try name())
  }

  /// A name in backticks, or a bare one in the case it was written.
  mutating func name() throws(SQLReaderError) -> String {
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

  mutating func text() throws(SQLReaderError) -> String {
    guard case .string(let text) = next else { throw expected("a text in quotes") }
    position += 1
    return text
  }

  /// A type of link in upper case, be there such a type or not.
  mutating func type() throws(SQLReaderError) -> String {
    guard case .word(let type) = next, !type.hasPrefix("@") else {
      throw expected("a type of link")
    }
    position += 1
    return type
  }

  mutating func takeIfNotExists() throws(SQLReaderError) -> Bool {
    guard take("IF") else { return false }
    try expect("NOT")
    try expect("EXISTS")
    return true
  }

  /// The next piece as it was written.
  mutating func takeSpelling() -> String {
    defer { position += 1 }
    return spelling(from: position)
  }

  /// The text between two pieces, with the first and without the second, which is the next.
  func spelling(from first: Int) -> String {
    let last = max(first, position - 1)
    let range = pieces[first].range.lowerBound..<pieces[last].range.upperBound
    return String(decoding: bytes[range], as: UTF8.self)
  }

  var next: SQLToken? {
    position < pieces.count ? pieces[position].token : nil
  }

  mutating func take(_ word: String) -> Bool {
    take(.word(word))
  }

  mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
    take(.symbol(mark))
  }

  private mutating func take(_ token: SQLToken) -> Bool {
    guard next == token else { return false }
    position += 1
    return true
  }

  mutating func expect(_ word: String) throws(SQLReaderError) {
    guard take(word) else { throw expected(word) }
  }

  mutating func expectMark(_ mark: Unicode.Scalar) throws(SQLReaderError) {
    guard takeMark(mark) else { throw expected(String(mark)) }
  }

  func expectEnd() throws(SQLReaderError) {
    guard position == pieces.count else { throw expected("the end of the statement") }
  }

  func expected(_ what: String) -> SQLReaderError {
    error(.expected(what), at: position)
  }

  func error(_ reason: SQLReaderError.Reason, at position: Int) -> SQLReaderError {
    let isBehind = position >= pieces.count
    return SQLReaderError(
      reason: reason,
      offset: isBehind ? bytes.count : pieces[position].range.lowerBound
    )
  }
}
