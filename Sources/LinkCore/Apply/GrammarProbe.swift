/// Asks a server whether it knows the forms of statements before these are sent with secrets in them.
///
/// What a server cannot parse lands in its audit log with everything in it: so does a probe, which
/// has nothing in it. It names a database that does not exist, so that it never does anything.
package struct GrammarProbe {
  private let server: any Server
  private let address: LinkAddress

  /// The number, which nobody can guess, goes into the database's name.
  package init(_ server: any Server, number: UInt64) {
    self.server = server
    address = LinkAddress(database: "linkctl_probe_\(String(number, radix: 16))", name: "probe")
  }

  /// The forms among these statements' that the server does not know; asks once for each.
  package func unknownForms(
    of statements: [Statement],
    observe: (StatementForm, _ isKnown: Bool) -> Void
  ) throws(ServerError) -> Set<StatementForm> {
    var asked: Set<StatementForm> = []
    var unknown: Set<StatementForm> = []
    for statement in statements where asked.insert(statement.form).inserted {
      let isKnown = try knows(statement)
      observe(statement.form, isKnown)
      if !isKnown { unknown.insert(statement.form) }
    }
    return unknown
  }

  private static let syntaxError = 1064

  /// Whatever else a server has against a statement, it has parsed it.
  private func knows(_ statement: Statement) throws(ServerError) -> Bool {
    do throws(ServerError) {
      _ = try server.query(statement.probe(at: address).preview)
      return true
    } catch {
      guard error.isAnswer else { throw error }
      return error.code != Self.syntaxError
    }
  }
}

extension Statement {
  /// Why it is not sent where the server does not know its form, and what can be done.
  var formIsUnknown: Run.Failure {
    Run.Failure(
      message: "the server does not know \(form), so nothing was sent that it would have put into"
        + " its audit log; \(wayAround)"
    )
  }

  private var wayAround: String {
    switch operation {
    case .create(.orReplace, _):
      "--style auto changes CONFIG alone without it, else have the link dropped and created again"
    case .create(.ifNotExists, _), .create(.plain, _):
      "see whether this version has such links, or leave it out with --exclude \(address.shown)"
    case .alterConfig: "--style replace does without it"
    case .drop: "leave it out with --exclude \(address.shown)"
    }
  }
}

extension LinkAddress {
  fileprivate var shown: String { description.shown.quoted }
}
