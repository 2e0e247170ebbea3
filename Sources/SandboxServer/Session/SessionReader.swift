internal import LinkCore

/// Reads what clients say to a session when they connect, and in between.
struct SessionReader {
  /// Where a statement of the session is none after all; a part of its text.
  struct Problem: Error, Hashable {
    let rest: String
  }

  private let tokens: [SpelledToken]
  private var position = 0

  /// `nil` where a text is for the catalog to read.
  static func statement(in sql: String) throws(Problem) -> SessionStatement? {
    guard let tokens = try? SQLReader.spelledTokens(in: sql) else { return nil }
    var reader = SessionReader(tokens: tokens)
    guard let statement = try reader.statement() else { return nil }
    _ = reader.takeMark(";")
    guard reader.position == tokens.count else { throw reader.problem }
    return statement
  }

  private init(tokens: [SpelledToken]) {
    self.tokens = tokens
  }

  private mutating func statement() throws(Problem) -> SessionStatement? {
    if take("SET") { return .set(try settings()) }
    if take("USE") { return .use(try name()) }
    if take("BEGIN") || take("COMMIT") || take("ROLLBACK") || take("START", "TRANSACTION") {
      while case .word = next { position += 1 }
      return .transaction
    }
    if take("SHOW") { return try show() }
    let isOfCatalog = tokens.contains { $0.token == .word("FROM") }
    if !isOfCatalog, take("SELECT") { return try select() }
    return nil
  }

  // MARK: SHOW

  private mutating func show() throws(Problem) -> SessionStatement? {
    if take("WARNINGS") {
      if take("LIMIT") { _ = try number() }
      return .showWarnings
    }
    if take("ERRORS") { return .showErrors }
    if take("GRANTS") { return .showGrants }
    if take("DATABASES") || take("SCHEMAS") { return .showDatabases(like: try like()) }
    let isFull = take("FULL")
    if take("TABLES") {
      if take("FROM") || take("IN") { _ = try name() }
      return .showTables
    }
    if !isFull { _ = take("SESSION") || take("GLOBAL") || take("LOCAL") }
    if take("VARIABLES") { return .showVariables(like: try like()) }
    return nil
  }

  private mutating func like() throws(Problem) -> String? {
    guard take("LIKE") else { return nil }
    return try text()
  }

  // MARK: SET

  private mutating func settings() throws(Problem) -> [SessionStatement.Setting] {
    if take("NAMES") || take("CHARACTER", "SET") || take("CHARSET") { return try characterSet() }
    if take("TRANSACTION") || take("SESSION", "TRANSACTION") {
      while case .word = next { position += 1 }
      return []
    }
    var settings: [SessionStatement.Setting] = []
    repeat { settings.append(try setting()) } while takeMark(",")
    return settings
  }

  private mutating func characterSet() throws(Problem) -> [SessionStatement.Setting] {
    let value = try value()
    if take("COLLATE") { _ = try self.value() }
    return ["CLIENT", "CONNECTION", "RESULTS"].map {
      SessionStatement.Setting(name: "CHARACTER_SET_\($0)", value: value)
    }
  }

  private mutating func setting() throws(Problem) -> SessionStatement.Setting {
    let name: String
    if let variable = try variable() {
      name = variable
    } else {
      // A user's own variable is kept with its mark, so that it is none of the server's.
      let mark = takeMark("@") ? "@" : ""
      if mark.isEmpty { _ = take("SESSION") || take("GLOBAL") || take("LOCAL") }
      name = mark + (try self.name()).uppercasedASCII
    }
    _ = takeMark(":")
    guard takeMark("=") else { throw problem }
    return SessionStatement.Setting(name: name, value: try value())
  }

  private mutating func value() throws(Problem) -> String? {
    if take("DEFAULT") { return nil }
    if take("ON") || take("TRUE") { return "1" }
    if take("OFF") || take("FALSE") { return "0" }
    if case .number(let number) = next {
      position += 1
      return number
    }
    if case .string = next { return try text() }
    return try name()
  }

  // MARK: SELECT

  private mutating func select() throws(Problem) -> SessionStatement {
    var items: [SessionStatement.Item] = []
    repeat { items.append(try item()) } while takeMark(",")
    let limit = take("LIMIT") ? Int(try number()) : nil
    return .select(items, limit: limit ?? .max)
  }

  private mutating func item() throws(Problem) -> SessionStatement.Item {
    let start = position
    let value = try selected()
    let heading = tokens[start..<position].map(\.spelling).joined()
    if take("AS") { return SessionStatement.Item(value: value, heading: try alias()) }
    switch next {
    case .identifier,
      .word where next != .word("LIMIT"):
      return SessionStatement.Item(value: value, heading: try alias())
    default: return SessionStatement.Item(value: value, heading: heading)
    }
  }

  private mutating func alias() throws(Problem) -> String {
    if case .string = next { return try text() }
    return try name()
  }

  private mutating func selected() throws(Problem) -> SessionStatement.Value {
    if let variable = try variable() { return .variable(variable) }
    if case .number(let number) = next {
      position += 1
      return .number(number)
    }
    if case .string = next { return .text(try text()) }
    if take("NULL") { return .null }
    return try function()
  }

  private static let functions: [String: SessionStatement.Value] = [
    "VERSION": .version, "DATABASE": .database, "SCHEMA": .database, "USER": .user,
    "CURRENT_USER": .user, "SESSION_USER": .user, "SYSTEM_USER": .user,
    "CONNECTION_ID": .connection,
  ]

  private mutating func function() throws(Problem) -> SessionStatement.Value {
    guard case .word(let word) = next else { throw problem }
    if word == "LENGTH" { return try length() }
    guard let value = Self.functions[word] else { throw problem }
    position += 1
    let hasBrackets = takeMark("(")
    guard hasBrackets ? takeMark(")") : word == "CURRENT_USER" else { throw problem }
    return value
  }

  private mutating func length() throws(Problem) -> SessionStatement.Value {
    position += 1
    guard takeMark("("), position < tokens.count else { throw problem }
    let written = tokens[position].spelling.utf8.count - 2
    let text = try text()
    guard takeMark(")") else { throw problem }
    return .length(read: text.utf8.count, written: written)
  }

  // MARK: Pieces

  /// `@@name` or `@@scope.name`.
  private mutating func variable() throws(Problem) -> String? {
    guard case .word(let word) = next, word.hasPrefix("@@") else { return nil }
    position += 1
    let name = String(word.dropFirst(2))
    guard ["SESSION", "GLOBAL", "LOCAL"].contains(name), takeMark(".") else { return name }
    return try self.name().uppercasedASCII
  }

  private mutating func name() throws(Problem) -> String {
    switch next {
    case .identifier(let name):
      position += 1
      return name
    case .word(let word) where !word.hasPrefix("@"):
      defer { position += 1 }
      return tokens[position].spelling
    default: throw problem
    }
  }

  private mutating func text() throws(Problem) -> String {
    guard case .string(let text) = next else { throw problem }
    position += 1
    return text
  }

  private mutating func number() throws(Problem) -> String {
    guard case .number(let number) = next else { throw problem }
    position += 1
    return number
  }

  private var next: SQLToken? {
    position < tokens.count ? tokens[position].token : nil
  }

  private mutating func take(_ words: String...) -> Bool {
    let wanted = words.map { SQLToken.word($0) }
    guard tokens.dropFirst(position).prefix(wanted.count).map(\.token) == wanted else {
      return false
    }
    position += wanted.count
    return true
  }

  private mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
    guard next == .symbol(mark) else { return false }
    position += 1
    return true
  }

  private var problem: Problem {
    Problem(rest: tokens.dropFirst(position).map(\.spelling).joined(separator: " "))
  }
}
