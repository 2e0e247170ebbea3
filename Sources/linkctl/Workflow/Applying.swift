internal import LinkCore

/// Carries a plan out: consent, secrets, statements, report.
struct Applying {
  let workflow: Workflow
  let work: PlannedWork
  let onError: Applier.OnError
  let format: ReportFormat

  private var plan: Plan { work.plan }
  private var session: Session { workflow.session }
  private var databases: [String] { workflow.databases(of: work.state) }

  /// Refuses what is blocked; plans that change nothing are done already.
  func refuseBlocked() throws {
    let blocked = plan.blocked
    guard !blocked.isEmpty else { return }
    let names = blocked.map { change in
      "\(change.address.description.shown) (\(change.block?.reason.rawValue ?? ""))"
    }
    throw Failure(
      .refused,
      "blocked: \(names.joined(separator: ", ")); nothing was done. --exclude goes on without"
    )
  }

  func run() throws -> ExitCode {
    try session.stopIfInterrupted()
    guard !plan.statements.isEmpty else { return try report(Run(results: [])) }
    let secrets = try resolveSecrets()
    try refuseSpilledSecrets(secrets)
    let access = CatalogAccess(source: work.source, session: session)
    let server = try access.open(databases: databases)
    let reader = CatalogReader(server, product: CatalogAccess.sandboxProduct)
    let progress = ProgressReporter(session: session, format: format)
    let applier = Applier(
      plan,
      on: server,
      secret: secrets.secret,
      onError: onError,
      readCatalog: { () throws(ServerError) in
        try reader.read(workflow.scope(of: work.state))
      },
      isInterrupted: { Interruption.requested != nil },
      observe: progress.report
    )
    let run: Run
    do throws(ApplyRefusal) {
      run = try applier.run()
    } catch {
      throw failure(error)
    }
    progress.finish(run)
    return try report(run)
  }

  // MARK: Secrets

  private func resolveSecrets() throws -> SecretResolution {
    let references = plan.statements.flatMap(\.references)
    let resolution = try workflow.resolve(references, in: work.state.loaded)
    for warning in resolution.warnings {
      session.note("\("\(warning.location)".shown): warning: \(warning)\n")
    }
    guard resolution.problems.isEmpty else { throw failure(resolution.problems) }
    return resolution
  }

  /// All of them together, each with the link and the place.
  private func failure(_ problems: [SecretProblem]) -> Failure {
    let links = Dictionary(
      plan.actions.flatMap { change in
        change.after.references.map { ($0.location, change.address.description.shown) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let lines = problems.map { problem in
      let user = links[problem.location].map { " (needed by \($0))" } ?? ""
      return "\("\(problem.location)".shown): error: \(problem)\(user)"
    }
    var failure = Failure(.secret, "\(lines.joined(separator: "; ")); nothing was done")
    failure.lines = lines + ["linkctl: secrets cannot be used; nothing was done"]
    return failure
  }

  /// A secret that also stands in a public clause would be shown by every listing of links.
  ///
  /// The names of users and the like may come by reference too, and stand where they like; a short
  /// secret is only looked for as a whole text, for a short word stands in any prose.
  private func refuseSpilledSecrets(_ resolution: SecretResolution) throws {
    let secrets = plan.actions.flatMap { $0.after.secretReferences }.compactMap(resolution.secret)
    let redactor = Redactor(secrets.filter { $0.reveal { $0.utf8.count >= 8 } })
    let spilled = plan.actions.filter { change in
      change.after.publicTexts.contains { text in
        !redactor.redact(text).isIdentical(to: text)
          || secrets.contains { $0.reveal { $0.isIdentical(to: text) } }
      }
    }
    guard !spilled.isEmpty else { return }
    let names = spilled.map(\.address.description.shown).joined(separator: ", ")
    throw Failure(
      .refused,
      "the value of a secret also stands in the name, config or description of \(names), where"
        + " everybody can read it; nothing was done"
    )
  }

  // MARK: Outcome

  private func failure(_ refusal: ApplyRefusal) -> Failure {
    switch refusal {
    case .stale(let links):
      let names = links.map { link in
        "\(link.address.description.shown) (\(link.fields.joined(separator: ", ")))"
      }
      return Failure(
        .stale,
        "the catalog changed since the plan: \(names.joined(separator: "; ")); nothing was done,"
          + " plan again"
      )
    case .gate(let links):
      let names = links.map(\.description.shown).joined(separator: ", ")
      return Failure(
        .failed,
        "the statements for \(names) do not read back as they were meant; nothing was sent."
          + " Please report this"
      )
    case .server(let error):
      return Failure(.failed, session.shown(Run.Failure(error)))
    }
  }

  private func report(_ run: Run) throws -> ExitCode {
    let exit = run.exitCode(interruptedBy: Interruption.requested)
    let view = RunView(
      run: run,
      plan: plan,
      planDigest: work.digest,
      runID: RunID.make(),
      shown: { session.shown($0.message) }
    )
    switch format {
    case .text: try session.result(view.summaryLine + "\n")
    case .json: try session.result(view.json(exit: exit))
    }
    return exit
  }
}

extension Run {
  /// What the outcome means to the caller.
  func exitCode(interruptedBy signal: Int32?) -> ExitCode {
    let isTroubled = count(of: .failed) + count(of: .unknown) > 0
    if isTroubled { return count(of: .applied) > 0 ? .partial : .failed }
    if !isVerified { return .partial }
    guard count(of: .notAttempted) > 0, let signal else { return .done }
    return .interrupted(by: signal)
  }
}

extension DesiredLink {
  /// The references at keys whose values are secret, without the public text around them.
  fileprivate var secretReferences: [Reference] {
    guard case .declared(let value) = credentials, let type else { return [] }
    return value.leaves(at: FieldPath([])).flatMap { path, leaf in
      type.isSecret(credential: path.components) ? leaf.references.map(\.bare) : []
    }
  }

  /// All that the statement writes where everybody can read it.
  fileprivate var publicTexts: [String] {
    [address.database, address.name, description ?? ""] + (config?.texts ?? [])
  }
}

extension JSONValue {
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .number(let number): [number.text]
    case .null, .bool: []
    case .array(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap { [$0.key] + $0.value.texts }
    }
  }
}

/// Names a run.
enum RunID {
  static func make() -> String {
    String(UInt64.random(in: .min ... .max), radix: 16)
  }
}

extension Reference {
  fileprivate var bare: Reference { Reference(source, location: location) }
}
