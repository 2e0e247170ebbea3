extension Planner {
  /// What the catalog does not tell, whatever is planned.
  var catalogFindings: [Diagnostic] {
    let seen = Set(catalog.databases.map(ExactText.init))
    let missing = desired.databases.filter { !seen.contains(ExactText($0)) }
    var findings = missing.map { database in
      Diagnostic(
        .incompleteCatalog,
        "the catalog was not read for database '\(database.shown)'; its links count as missing"
          + " there, which is unproven",
        at: nil
      )
    }
    if !catalog.isComplete {
      findings.append(
        Diagnostic(
          .incompleteCatalog,
          "the account may not see every link, so that a link counted as missing is unproven",
          at: nil
        )
      )
    }
    if ServerVersion(catalog.server.version) == nil {
      findings.append(unknownVersion)
    }
    return findings
  }

  private var unknownVersion: Diagnostic {
    Diagnostic(
      .unknownVersion,
      "the server's version '\(catalog.server.version.shown)' says nothing of what it can do;"
        + " nothing is taken to be lacking but what the catalog itself shows",
      at: nil
    )
  }

  /// What the catalog does not tell of links that something is to be done about.
  func findings(on changes: [LinkChange]) -> [Diagnostic] {
    let malformed = changes.compactMap { change -> Diagnostic? in
      guard case .malformed(let problem)? = change.before?.config else { return nil }
      let name = change.address.description.shown
      return Diagnostic(
        .malformedConfig,
        "CONFIG of \(name) in the catalog cannot be compared: \(problem)",
        at: nil
      )
    }
    let touchesUse = changes.contains { change in
      change.before != nil && (change.action != .none || change.block != nil)
    }
    guard touchesUse, !catalog.pipelines.isComplete else { return malformed }
    return malformed + [
      Diagnostic(
        .incompleteCatalog,
        "not every pipeline could be read, so that it is unproven that no more of them use a link"
          + " than the plan lists",
        at: nil
      )
    ]
  }
}
