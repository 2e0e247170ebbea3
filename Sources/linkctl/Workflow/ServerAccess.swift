internal import LinkCore
internal import LinkServer

// A SingleStore server as the source of a catalog.
extension CatalogAccess {
  /// The server's name in snapshots.
  static let serverProduct = "SingleStore"

  /// A connection to what is known to be a SingleStore server, and to read statements as they are
  /// meant.
  func connect(_ settings: ServerSettings) throws(Failure) -> any Server {
    do throws(ProbeRefusal) {
      return try checked(settings)
    } catch {
      throw failure(error)
    }
  }

  /// The same as one of several connections to one server.
  func reconnect(
    _ settings: ServerSettings,
    tryingAgain: Bool
  ) throws(ServerError) -> any Server {
    do throws(ProbeRefusal) {
      return try checked(tryingAgain ? settings : settings.once)
    } catch {
      if case .server(let error) = error { throw error }
      throw ServerError(code: 0, sqlState: "HY000", message: failure(error).message)
    }
  }

  private func checked(_ settings: ServerSettings) throws(ProbeRefusal) -> any Server {
    let server: RemoteServer
    do throws(ServerError) {
      server = try open(Interruption.requested == nil ? settings : settings.hurried)
    } catch {
      throw .server(error)
    }
    server.version = try ServerProbe(server).check()
    return server
  }

  private func open(_ settings: ServerSettings) throws(ServerError) -> RemoteServer {
    let retry = ConnectRetry(tries: settings.tries, pacing: SystemPacing())
    return try retry.run { () throws(ServerError) in
      try RemoteServer(settings, among: session.connections) { statement, time in
        // Those of the plan are told by their previews.
        if let statement { session.trace(statement, took: time) }
      }
    } waiting: { error, wait, next in
      let tenths = wait.milliseconds / 100
      session.note(
        "linkctl: \(source.name.shown): \(session.shown(Run.Failure(error))); trying again in"
          + " \(tenths / 10).\(tenths % 10) s (try \(next) of \(settings.tries))\n"
      )
    }
  }

  /// The catalog, which has gaps where the account may not see every link.
  func read(_ settings: ServerSettings, _ scope: CatalogScope) throws(Failure) -> Snapshot {
    let connected = try connect(settings)
    let server: any ReadableServer = connected
    return try serverFailure { () throws(ServerError) in
      let grants = try ServerProbe(server).grants()
      let catalog = try catalog(of: server, scope)
      session.kept?.keep(connected, grants)
      let isWhole = scope.databases.allSatisfy { grants.allows(.show, on: $0) == true }
      return isWhole ? catalog : catalog.withGaps
    }
  }

  /// A connection to a server that takes these statements of this account.
  func open(
    _ settings: ServerSettings,
    for statements: [Statement]
  ) throws(Failure) -> any Server {
    if let (server, grants) = session.kept?.take() {
      try require(grants, for: statements, of: settings)
      return server
    }
    let server = try connect(settings)
    let grants = try serverFailure { () throws(ServerError) in try ServerProbe(server).grants() }
    try require(grants, for: statements, of: settings)
    return server
  }

  /// Refuses statements that the account was not granted the right for; of one that may not see its
  /// grants, nothing is known.
  private func require(
    _ grants: Grants,
    for statements: [Statement],
    of settings: ServerSettings
  ) throws(Failure) {
    let missing = MissingGrants(for: statements, in: grants, user: settings.address.user)
    for doubt in missing.doubts {
      let privileges = doubt.privileges.map(\.rawValue).joined(separator: ", ")
      session.note(
        "linkctl: warning: whether this account was granted \(privileges) on"
          + " \(doubt.database.shown) does not show in SHOW GRANTS\n"
      )
    }
    guard missing.lacks.isEmpty else { throw failure(missing) }
  }

  // MARK: Refusals

  private func failure(_ refusal: ProbeRefusal) -> Failure {
    switch refusal {
    case .product(let version):
      let name = version.map { "'\(session.shown($0))'" } ?? "no version that it tells"
      return Failure(
        .failed,
        "\(source.name.shown): not a SingleStore server, but \(name); nothing was done"
      )
    case .escapes(let mode):
      return Failure(
        .failed,
        "\(source.name.shown): this session reads backslashes as plain text"
          + " (sql_mode '\(session.shown(mode))'), so that no statement can be quoted safely;"
          + " nothing was done. Take NO_BACKSLASH_ESCAPES out of the server's sql_mode"
      )
    case .server(let error):
      return failure(error)
    }
  }

  private func failure(_ missing: MissingGrants) -> Failure {
    let statements = missing.statements.map(\.shown)
    let intro = "\(source.name.shown): the account lacks rights that the plan needs"
    var failure = Failure(.failed, "\(intro): \(statements.joined(separator: " "))")
    failure.lines =
      ["linkctl: \(intro); nothing was done. An administrator grants them by:"]
      + statements.map { "  " + $0 }
    return failure
  }
}
