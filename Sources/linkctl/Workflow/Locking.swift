internal import Glibc
internal import LinkCore
internal import LinkServer

/// How the lock of an environment's server stands.
struct LockReport {
  enum State: String {
    case free
    case held
    case missing
    /// The target has a lock of its own.
    case notNeeded = "not_needed"
  }

  let environment: String
  let target: String
  /// `nil` where nothing says which database it lies in.
  let table: LockTable?
  let state: State
  /// `nil` also where who holds it has had no time to say so.
  var holder: LockHolder?
  /// What an account that applies needs.
  var grants: [String] = []
}

extension Workflow {
  /// The table of a server's lock: in the database that the target names, else in the first one that
  /// the environment declares; what manifests name changes with them, and a lock must not.
  func lockTable(_ settings: ServerSettings, _ state: LoadedState) -> LockTable? {
    (settings.address.database ?? state.environment.databases.first).map { LockTable(in: $0) }
  }

  /// Makes the table where it is missing.
  func makeLock() throws -> LockReport {
    try lockReport { table, access, settings throws(LockRefusal) in
      let server = try access.lockServer(settings)
      try table.make(on: server)
      let account = (try? ServerProbe(server).grants())?.account
      return (.free, nil, [table.grant(to: account, user: settings.address.user)])
    }
  }

  /// Looks who holds it.
  func lockStanding() throws -> LockReport {
    try lockReport { table, access, settings throws(LockRefusal) in
      switch try ServerLock.standing(of: table, on: try access.lockServer(settings)) {
      case .free: (.free, nil, [])
      case .held(let holder): (.held, holder, [])
      }
    }
  }

  private typealias Finding = (LockReport.State, LockHolder?, grants: [String])

  private func lockReport(
    _ find: (LockTable, CatalogAccess, ServerSettings) throws(LockRefusal) -> Finding
  ) throws -> LockReport {
    let state = try state()
    let source = try catalogSource(state)
    guard case .server(let settings) = source.kind else {
      return report(state, source, nil, (.notNeeded, nil, []))
    }
    guard let table = lockTable(settings, state) else {
      throw Failure(
        .usage,
        "no database to keep the lock in: name one in the target (…:3306/DB), or list 'databases'"
      )
    }
    let access = CatalogAccess(source: source, session: session)
    do throws(LockRefusal) {
      return report(state, source, table, try find(table, access, settings))
    } catch {
      if case .missing = error { return report(state, source, table, (.missing, nil, [])) }
      throw access.failure(error, table)
    }
  }

  private func report(
    _ state: LoadedState,
    _ source: CatalogSource,
    _ table: LockTable?,
    _ finding: Finding
  ) -> LockReport {
    LockReport(
      environment: state.environment.name,
      target: source.name,
      table: table,
      state: finding.0,
      holder: finding.1,
      grants: finding.grants
    )
  }
}

extension CatalogAccess {
  fileprivate func lockServer(_ settings: ServerSettings) throws(LockRefusal) -> any Server {
    do throws(ServerError) {
      return try reconnect(settings, tryingAgain: true)
    } catch {
      throw .server(error)
    }
  }

  /// Why a lock was not taken, made or looked at.
  func failure(_ refusal: LockRefusal, _ table: LockTable) -> Failure {
    let name = table.description.shown
    switch refusal {
    case .missing:
      return Failure(.failed, "\(source.name.shown): there is no table \(name)")
    case .columnstore:
      return Failure(
        .failed,
        "\(source.name.shown): \(name) is a columnstore table, whose rows cannot be locked; nothing"
          + " was done. Drop it, and make it again with 'linkctl lock init'"
      )
    case .rowMissing:
      return Failure(
        .failed,
        "\(source.name.shown): \(name) lacks a row, so that nothing can be locked; nothing was done."
          + " 'linkctl lock init' writes it"
      )
    case .busy(let holder):
      let words = holder.map { "\($0)" } ?? "who has not said yet who it is"
      return Failure(
        .locked,
        "another apply is under way on this server (\(words)); nothing was done"
      )
    case .server(let error):
      return Failure(
        .failed,
        "\(source.name.shown): the lock \(name): \(session.shown(Run.Failure(error)))"
      )
    }
  }
}

extension LockHolder {
  /// This process, in words that find it.
  static func ours(_ run: String) -> LockHolder {
    var name = [CChar](repeating: 0, count: 256)
    let host = gethostname(&name, name.count - 1) == 0 ? name.prefix { $0 != 0 } : []
    let user = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) }
    return LockHolder(
      name: "\(user ?? "user \(geteuid())"), process \(getpid())",
      host: String(decoding: host.map { UInt8(bitPattern: $0) }, as: UTF8.self),
      run: run
    )
  }
}
