/// The last look at a statement before it is sent: a second lexer and parser, which share nothing
/// with the renderer, must read back exactly what was meant.
///
/// A statement that a server cannot parse lands in its audit log with everything in it.
package enum StatementGate {
  /// Refuses a statement that reads back as anything else than it was meant to be.
  ///
  /// The refusal says nothing of its text.
  package static func check(_ sql: SQLText) throws(GateError) {
    guard let tokens = try? SQLReader.tokens(in: sql.rendered), tokens == sql.tokens,
      (try? SQLReader.statement(in: sql.rendered)) != nil
    else { throw GateError() }
  }
}

/// A statement that does not read back as it was meant.
package struct GateError: Error, Hashable, Sendable {}
