internal import LinkCore
internal import LinkSeal

/// Carries a plan out: consent, secrets, statements, report.
struct Applying {
  let workflow: Workflow
  let work: PlannedWork
  let onError: Applier.OnError
  /// How many connections send statements at once.
  let parallel: Int
  let format: ReportFormat
  let reports: [ReportRequest]
  let watch: InterruptionWatch

  var plan: Plan { work.plan }
  var session: Session { workflow.session }
  var access: CatalogAccess { CatalogAccess(source: work.source, session: session) }

  /// Refuses what is blocked, and what goes past a guardrail; both are told.
  func refuseBlocked() throws {
    guard work.document.isRefused else { return }
    let names = plan.blocked.map { change in
      "\(change.address.description.shown) (\(change.block?.reason.rawValue ?? ""))"
    }
    let blocked =
      names.isEmpty ? [] : ["blocked: \(names.joined(separator: ", ")) (--exclude goes on without)"]
    let hits = work.document.hits.map { "guardrail \($0.name.shown): \($0.words)" }
    throw Failure(.refused, "\((blocked + hits).joined(separator: "; ")). Nothing was done")
  }

  func run() throws -> ExitCode {
    try session.stopIfInterrupted()
    guard !plan.statements.isEmpty else { return try report(Run(results: []), RunID.make()) }
    let secrets = try resolveSecrets()
    try refuseSpilledSecrets(secrets)
    let keys = try session.environment.fingerprintKeys()
    try refuseOtherSecrets(secrets, keys)
    let applier = Applier(plan, tagger: tagger(keys), secret: secrets.secret)
    try refusal { () throws(ApplyRefusal) in try applier.checkStatements() }
    let runID = RunID.make()
    let lock = try TargetLock.take(on: work.source.key, run: runID, session.environment)
    let run = try carryOut(applier, runID)
    _ = consume lock
    return try report(run, runID)
  }

  private func tagger(_ keys: FingerprintKeys) -> Tagger {
    if keys.current == nil { noteLostFingerprints() }
    return Tagger(
      environment: plan.environment,
      planDigest: work.document.planDigest,
      keys: keys,
      digest: Digest.sha256
    )
  }

  /// Without the key a replace takes a tag's fingerprint away, and nobody sees the next rotation.
  private func noteLostFingerprints() {
    let count = plan.actions.count { change in
      change.before?.mark.tag?.fingerprint != nil
        && change.statements.contains(where: \.sendsCredentials)
    }
    guard count > 0 else { return }
    session.note(
      "linkctl: warning: LINKCTL_FINGERPRINT_KEY is not set, so that \(count.grouped)"
        + " \(count == 1 ? "link loses its fingerprint" : "links lose their fingerprints"): whether"
        + " the credentials change after this is not seen\n"
    )
  }

  /// Everything that happens under the lock of this machine.
  private func carryOut(_ applier: Applier, _ runID: String) throws -> Run {
    var applier = applier
    let server = try access.open(
      databases: workflow.databases(of: work.state),
      for: plan.statements
    )
    let lock = try serverLock(runID)
    return try keeping(lock) {
      try carryOut(&applier, runID, server, under: lock)
    }
  }

  /// Everything that happens under both locks.
  private func carryOut(
    _ applier: inout Applier,
    _ runID: String,
    _ server: any Server,
    under lock: SharedLock?
  ) throws -> Run {
    // While this one is asked, the others are opened.
    let lanes = min(parallel, plan.actions.count)
    let connections = IdleConnections()
    var others = connections.opening(lanes - 1, of: access)
    lock?.outwaitEarlierHolder()
    let scope = workflow.scope(of: work.state)
    let asked = ContinuousClock.now
    let catalog = try refusal { () throws(ApplyRefusal) in try self.catalog(server, scope) }
    let works = try refusal { () throws(ApplyRefusal) in try applier.work(on: catalog) }
    try probe(works, server, &applier)
    let journal = try journal(runID)
    watch.atLast(journal.abandon)
    let progress = ProgressReporter(session: session, format: format)
    let safeguard = safeguard(lock, catalog.server)
    let sending = Lanes(
      applier: applier,
      total: plan.statements.count,
      hooks: hooks(journal, progress, safeguard),
      onError: onError,
      count: lanes,
      connections: connections,
      lookout: safeguard.looksAhead
        ? Lookout(safeguard, access, lanes: lanes, first: Sighting(catalog, asked: asked)) : nil
    )
    others.wait()
    connections.add(server)
    var run = sending.send(works)
    readBack(&run, works, applier, server, journal)
    try? journal.keep(.end)
    progress.finish(run)
    return run
  }

  /// Asks for the grammar of what is about to be sent; nobody can guess where to.
  private func probe(
    _ works: [ChangeWork],
    _ server: any Server,
    _ applier: inout Applier
  ) throws {
    let probe = GrammarProbe(server, number: .random(in: .min ... .max))
    try refusal { () throws(ApplyRefusal) in
      try applier.probe(works, by: probe) { form, isKnown in
        session.trace("grammar: \(form): \(isKnown ? "known" : "unknown")")
      }
    }
  }

  private func hooks(
    _ journal: Journal,
    _ progress: ProgressReporter,
    _ safeguard: Safeguard
  ) -> ApplyHooks {
    let (access, scope, known) = (access, workflow.scope(of: work.state).linksAlone, work.server)
    return ApplyHooks(
      connect: { () throws(ServerError) in try access.connect() },
      readCatalog: { server throws(ServerError) in
        try access.catalog(of: server, scope, knowing: known)
      },
      record: { record throws(JournalError) in try journal.keep(record) },
      mayGoOn: { Interruption.requested == nil },
      safeguard: safeguard,
      observe: progress.report
    )
  }

  private func catalog(
    _ server: any Server,
    _ scope: CatalogScope
  ) throws(ApplyRefusal) -> Snapshot {
    do throws(ServerError) {
      return try access.catalog(of: server, scope, knowing: work.server)
    } catch {
      throw .server(error)
    }
  }

  private func journal(_ runID: String) throws -> Journal {
    let begin = JournalRecord.begin(
      run: runID,
      planDigest: work.document.planDigest,
      environment: plan.environment,
      target: plan.inputs.target,
      total: plan.statements.count
    )
    do {
      let journal = try Journal(of: runID, in: work.state.loaded.folder)
      try journal.keep(begin)
      return journal
    } catch {
      throw Failure(.failed, "the journal of this run cannot be kept: \(error); nothing was done")
    }
  }

  /// Asks the catalog once what became of all that was touched; by another connection where the
  /// first one is gone by now.
  private func readBack(
    _ run: inout Run,
    _ works: [ChangeWork],
    _ applier: Applier,
    _ server: any Server,
    _ journal: Journal
  ) {
    let isTouched = run.results.contains { $0.status == .applied || $0.status == .unknown }
    guard isTouched else { return }
    // Who lost the connection has been waiting for another one already.
    let scope = workflow.scope(of: work.state).linksAlone
    let fresh = { try? catalog(try access.connect(tryingAgain: false), scope) }
    guard let catalog = (try? catalog(server, scope)) ?? fresh() else {
      run.isVerified = false
      return
    }
    let before = run.results.map(\.status)
    applier.settle(&run, works, by: catalog)
    for (index, (status, result)) in zip(before, run.results).enumerated()
    where status != result.status {
      try? journal.keep(.outcome(index: index, result.status, code: result.failure?.code))
    }
  }

  private func refusal<Result>(_ body: () throws(ApplyRefusal) -> Result) throws -> Result {
    do throws(ApplyRefusal) {
      return try body()
    } catch {
      throw failure(error)
    }
  }
}

/// Names a run; of two, the later one's name is the greater.
enum RunID {
  static func make() -> String {
    let digits = Moment.preciseTimestamp.filter { !"-:.".contains($0) }
    let random = String(UInt32.random(in: .min ... .max), radix: 16)
    return "\(digits)-\(String(repeating: "0", count: 8 - random.count))\(random)"
  }
}
