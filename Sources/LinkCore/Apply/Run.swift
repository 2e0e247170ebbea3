/// What became of a plan's statements.
package struct Run: Sendable {
  /// The five outcomes; the raw value is part of the run's JSON.
  package enum Status: String, CaseIterable, Sendable {
    case applied
    /// It was so before this run sent anything.
    case already
    case failed
    /// Sent, and nobody can say whether it took effect.
    case unknown
    case notAttempted = "not_attempted"
  }

  package struct Failure: Sendable {
    package let code: Int
    package let sqlState: String
    /// A server's own words, or ours; not yet redacted.
    package let message: String
    /// Why nothing else can be sent for now; `nil` where other links may fare better.
    package var endsRun: End?

    package init(code: Int = 0, sqlState: String = "", message: String) {
      self.code = code
      self.sqlState = sqlState
      self.message = message
    }

    package init(_ error: ServerError, endsRun: End? = nil) {
      self.init(code: error.code, sqlState: error.sqlState, message: error.message)
      self.endsRun = endsRun
    }

    /// What makes a whole run stop.
    package enum End: Hashable, Sendable {
      /// The server only reads, or another one has taken its place.
      case takesNoWrites
      case isUnreachable
    }
  }

  package struct Result: Sendable {
    package let statement: Statement
    package var status: Status
    package var failure: Failure?
    /// What the server made of what it took.
    var rewritings: [Rewriting] = []

    package init(statement: Statement, status: Status, failure: Failure? = nil) {
      self.statement = statement
      self.status = status
      self.failure = failure
    }
  }

  package var results: [Result]
  /// False where the catalog could not be read back to see what became of the statements.
  package var isVerified = true

  package init(results: [Result]) {
    self.results = results
  }

  /// What the server does to what it is sent, a finding a link.
  package var findings: [Diagnostic] {
    results.filter { !$0.rewritings.isEmpty }.map {
      .rewrites($0.statement.address, $0.rewritings)
    }
  }

  package func count(of status: Status) -> Int {
    results.count { $0.status == status }
  }
}

/// Why nothing was sent at all.
package enum ApplyRefusal: Error, Sendable {
  case stale([StaleLink])
  /// The renderer and the second lexer disagree about these links' statements.
  case gate([LinkAddress])
  case server(ServerError)
}

/// What an observer of a run is told.
package enum ApplyEvent: Sendable {
  case begin(index: Int, total: Int, Statement)
  case end(index: Int, total: Int, Run.Result)
}
