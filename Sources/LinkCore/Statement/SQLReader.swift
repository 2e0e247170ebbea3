/// Reads SQL the way a server does: the opinion on a statement that owes nothing to its writer.
///
/// Backslashes escape in texts, both kinds of quotes make texts, names stand in backticks.
package enum SQLReader {
  /// The grammar that not every version of the server has.
  package static let newestGrammar: Set<Capability> = [.alterLink, .ifNotExists, .orReplace]

  /// The pieces of a text, comments left out.
  package static func tokens(in sql: String) throws(SQLReaderError) -> [SQLToken] {
    var lexer = SQLReaderLexer(Array(sql.utf8))
    return try lexer.pieces().map(\.token)
  }

  /// The pieces of a text and how each was written, comments left out.
  package static func spelledTokens(in sql: String) throws(SQLReaderError) -> [SpelledToken] {
    let bytes = Array(sql.utf8)
    var lexer = SQLReaderLexer(bytes)
    return try lexer.pieces().map { piece in
      let spelling = String(decoding: bytes[piece.range], as: UTF8.self)
      return SpelledToken(token: piece.token, spelling: spelling)
    }
  }

  /// The one statement that a text holds; a `;` may end it.
  ///
  /// What a grammar lacks is refused where it begins, as by a server that has never heard of it.
  package static func statement(
    in sql: String,
    of grammar: Set<Capability> = newestGrammar
  ) throws(SQLReaderError) -> SQLStatement {
    var parser = try parser(of: sql, grammar)
    return try parser.statement()
  }

  /// A link's name as a statement has it, and nothing else; the word LINK may stand before it.
  package static func name(in text: String) throws(SQLReaderError) -> SQLStatement.Name {
    var parser = try parser(of: text, newestGrammar)
    _ = parser.take("LINK")
    let name = try parser.qualifiedName()
    try parser.expectEnd()
    return name
  }

  /// What `SHOW CREATE LINK` says of a link; no statement, for credentials are left out of it.
  package static func shownLink(in text: String) throws(SQLReaderError) -> ShownLink {
    var parser = try parser(of: text, newestGrammar)
    return try parser.shownLink()
  }

  private static func parser(
    of text: String,
    _ grammar: Set<Capability>
  ) throws(SQLReaderError) -> SQLReaderParser {
    let bytes = Array(text.utf8)
    var lexer = SQLReaderLexer(bytes)
    return SQLReaderParser(try lexer.pieces(), of: bytes, grammar: grammar)
  }
}

/// Why a text is no statement, and where; nothing of the text is in it.
package struct SQLReaderError: Error, Hashable, Sendable {
  /// What is wrong with the text.
  package enum Reason: Hashable, Sendable {
    /// What stands there is no piece of SQL, or one that has no end.
    case notAToken(String)
    /// What should stand there instead.
    case expected(String)
    /// `OR REPLACE` and `IF NOT EXISTS` in one statement.
    case exclusiveClauses
    /// A clause for the second time.
    case clauseTwice(String)
  }

  /// What is wrong.
  package let reason: Reason
  /// The byte at which it shows, counted from 0.
  package let offset: Int
}

extension SQLReaderError: CustomStringConvertible {
  package var description: String { "\(reason) at byte \(offset)" }
}

extension SQLReaderError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAToken(let problem): problem
    case .expected(let wanted): "expected \(wanted)"
    case .exclusiveClauses: "OR REPLACE and IF NOT EXISTS exclude each other"
    case .clauseTwice(let clause): "\(clause) stands twice"
    }
  }
}
