internal import LinkCore
internal import LinkServer

/// What a look at an environment and its server has found.
struct Examination {
  let environment: String
  let target: String
  let checks: [Check]

  var exit: ExitCode { checks.contains { $0.verdict == .failed } ? .failed : .done }
}

extension Workflow {
  /// Looks the environment's server over; with a probe it makes one link with dummy credentials
  /// there and drops it again.
  func examine(probing: Bool) throws -> Examination {
    let state = try state()
    let source = try catalogSource(state)
    let access = CatalogAccess(source: source, session: session)
    let databases = databases(of: state)
    let server = try access.examined(databases)
    var checks = [fingerprintKey(state)]
    checks += [Check("connection", .fine, source.name)] + encryption(of: source, server)
    checks += try access.serverFailure { () throws(ServerError) in
      let checkup = Checkup(server, databases: databases, user: source.user)
      return try checkup.checks(at: Moment.now.seconds) + lock(of: source, state, on: server)
    }
    if probing { checks += try probed(databases, access) }
    return Examination(
      environment: state.environment.name,
      target: source.name,
      checks: checks
    )
  }

  private func fingerprintKey(_ state: LoadedState) -> Check {
    let name = "fingerprint key"
    guard state.environment.isTagging else {
      return Check(name, .warning, "tags are off ('tag: false'): no rotation is seen")
    }
    do {
      guard try session.environment.fingerprintKeys().current != nil else {
        let advice = "'linkctl secrets keygen' makes one"
        return Check(
          name,
          .warning,
          "LINKCTL_FINGERPRINT_KEY is not set here: no rotation is seen",
          advice: [advice]
        )
      }
      return Check(name, .fine, "is set")
    } catch {
      return Check(name, .failed, (error as? Failure)?.message ?? "\(error)")
    }
  }

  private func encryption(of source: CatalogSource, _ server: any ReadableServer) -> [Check] {
    guard case .server(let settings) = source.kind, let server = server as? RemoteServer else {
      return []
    }
    let cipher = server.cipher ?? "nothing"
    switch settings.encryption {
    case .off: return [Check("tls", .warning, "off: encrypted with \(cipher)")]
    case .authority:
      return [
        Check("tls", .warning, "\(cipher); the certificate was verified, not the host's name")
      ]
    case .host:
      return [Check("tls", .fine, "\(cipher); certificate and host name were verified")]
    }
  }

  /// A sandbox needs none: its file is locked.
  private func lock(
    of source: CatalogSource,
    _ state: LoadedState,
    on server: any ReadableServer
  ) throws(ServerError) -> [Check] {
    guard case .server(let settings) = source.kind else { return [] }
    if let table = lockTable(settings, state) { return [try table.check(on: server)] }
    let detail = "neither the target nor 'databases' names a database to keep a lock in"
    return [Check("lock", .warning, detail, advice: ["name one, then 'linkctl lock init'"])]
  }

  private func probed(_ databases: [String], _ access: CatalogAccess) throws -> [Check] {
    guard let database = databases.first else {
      throw Failure(.usage, "--probe: no manifest and no 'databases' names one to make a link in")
    }
    let server = try access.open(databases: [database], for: [])
    let number = UInt64.random(in: .min ... .max)
    return LinkProbe(server, database: database, number: number).checks()
  }
}

extension CatalogSource {
  fileprivate var user: String {
    if case .server(let settings) = kind { settings.address.user } else { "root" }
  }
}
