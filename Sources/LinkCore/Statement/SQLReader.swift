/// Reads SQL the way a server does: the opinion on a statement that owes nothing to its writer.
///
/// Backslashes escape in texts, both kinds of quotes make texts, names stand in backticks.
package enum SQLReader {
  /// The pieces of a text, comments left out.
  package static func tokens(in sql: String) throws(SQLReaderError) -> [SQLToken] {
    var lexer = SQLReaderLexer(Array(sql.utf8))
    return try lexer.pieces().map(\.token)
  }

  /// The one statement that a text holds; a `;` may end it.
  package static func statement(in sql: String) throws(SQLReaderError) -> SQLStatement {
    let bytes = Array(sql.utf8)
    var lexer = SQLReaderLexer(bytes)
    var parser = SQLReaderParser(try lexer.pieces(), of: bytes)
    return try parser.statement()
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
