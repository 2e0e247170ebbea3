internal import LinkCore

/// Something that goes wrong on purpose, at statements that say where.
package struct Fault: Hashable, Sendable {
  /// What happens.
  package enum Effect: Hashable, Sendable {
    /// The statement is refused, and not run.
    case error(code: Int, message: String)
    /// The same with all of the statement in the message.
    case echo(code: Int)
    /// The statement waits before it is run.
    case delay(Duration)
    /// The connection ends instead of the statement.
    case cutBefore
    /// The statement is run, and the connection ends without a word.
    case cutAfter
    /// The statement is run, and the connection ends in its reply: after so many bytes, or in the
    /// middle.
    case cutReply(bytes: Int?)
    /// Another client runs this right before the statement.
    case writer(String)
    /// Statements that write are refused, as by a server that was failed over from.
    case readOnly
    /// Statements that write are refused, and the account was granted nothing.
    case noGrants(code: Int)
    /// The session is in this mode, whatever it has set.
    case sqlMode(String)
  }

  /// Of which statements it counts the matches.
  let pattern: Glob
  /// At which matches it happens, counted from 1 over all connections.
  let matches: ClosedRange<Int>
  package let effect: Effect
  /// As it was written.
  package let text: String
}

extension Fault.Effect {
  /// Whether it is a state of the server, which lasts, and no event.
  var lasts: Bool {
    switch self {
    case .delay, .readOnly, .noGrants, .sqlMode: true
    case .error, .echo, .cutBefore, .cutAfter, .cutReply, .writer: false
    }
  }

  /// Whether it is about statements that write alone.
  var isOfWrites: Bool {
    switch self {
    case .readOnly, .noGrants: true
    default: false
    }
  }

  /// Whether what the account was granted is another than it was.
  var isOfGrants: Bool {
    if case .noGrants = self { true } else { false }
  }
}
