internal import LinkCore

/// Reads manifests for an environment and finds all that is wrong with them.
struct ManifestChecks {
  let loaded: LoadedProject
  let today: CalendarDate
  let workers: Threads

  struct Reading {
    let state: DesiredState
    /// Sorted by place, none twice.
    let findings: [Diagnostic]
  }

  /// The state of one environment, with its findings and the others' that are about form.
  func read(
    _ environment: Project.Environment,
    andTheFormOf others: [Project.Environment]
  ) -> Reading {
    let chosen = checked(environment)
    let rest = others.filter { !$0.name.isIdentical(to: environment.name) }.map(checked)
    let form = rest.flatMap(\.findings).filter(\.isAboutEveryEnvironment)
    return Reading(
      state: chosen.state,
      findings: settled(chosen.findings + form, of: [chosen], all: rest)
    )
  }

  /// The findings of several environments, each in full.
  func findings(in environments: [Project.Environment]) -> [Diagnostic] {
    let all = environments.map(checked)
    return settled(all.flatMap(\.findings), of: all, all: [])
  }

  // MARK: One environment

  private struct Checked {
    let state: DesiredState
    let findings: [Diagnostic]
    let ledger: WaiverLedger
  }

  private func checked(_ environment: Project.Environment) -> Checked {
    let reader = DesiredLinksReader(
      values: EnvironmentValues(
        environment: environment.name,
        values: environment.values,
        places: environment.valuePlaces
      ),
      declaredEnvironments: loaded.project.declaredNames
    )
    let read = workers.map(loaded.manifests) { [context, today] manifest in
      let reading = reader.read(manifest)
      var ledger = WaiverLedger(today: today)
      let found = ledger.unwaived(reading.links, context)
      return (reading: reading, found: found, ledger: ledger)
    }
    let (state, duplicates) = DesiredState.merging(
      read.map(\.reading),
      environment: environment.name
    )
    Kept.untilExit(state)
    var ledger = WaiverLedger(today: today)
    for manifest in read { ledger.merge(manifest.ledger) }
    return Checked(
      state: state,
      findings: read.flatMap { $0.reading.findings + $0.found } + duplicates + state.lookAlikes,
      ledger: ledger
    )
  }

  private var context: CheckContext {
    CheckContext(
      policy: loaded.project.secrets,
      folder: loaded.folder,
      ownSources: loaded.project.environments.compactMap(\.password?.source)
    )
  }

  /// With what is to be said of waivers, in the project's severities, sorted, none twice.
  ///
  /// A waiver that another environment's overrides need is not unused.
  private func settled(
    _ findings: [Diagnostic],
    of chosen: [Checked],
    all others: [Checked]
  ) -> [Diagnostic] {
    var ledger = WaiverLedger(today: today)
    for checked in chosen + others { ledger.merge(checked.ledger) }
    let waivers = chosen.flatMap { ledger.findings(on: $0.state.links) }
    return (loaded.findings + findings + waivers)
      .compactMap { loaded.project.severities.applied(to: $0) }.ordered()
  }
}

extension WaiverLedger {
  /// What the checks find in links that no waiver covers.
  fileprivate mutating func unwaived(
    _ links: [DesiredLink],
    _ context: CheckContext
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for link in links {
      for check in LinkCheck.all {
        let found = check.findings(link, context)
        if !found.isEmpty { findings += unwaived(found, of: link) }
      }
    }
    return findings
  }
}

extension Diagnostic {
  /// Whether it would be wrong whatever an environment gives or overrides.
  fileprivate var isAboutEveryEnvironment: Bool {
    kind == .form && rule != .missingField && rule != .badReference
  }
}
