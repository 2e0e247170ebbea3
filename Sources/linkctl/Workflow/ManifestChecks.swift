internal import LinkCore

/// Reads manifests for an environment and finds all that is wrong with them.
struct ManifestChecks {
  let loaded: LoadedProject
  let today: CalendarDate

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
    let (state, form) = DesiredStateReader.read(
      loaded.manifests,
      values: EnvironmentValues(environment: environment.name, values: environment.values),
      declaredEnvironments: loaded.project.declaredNames
    )
    var ledger = WaiverLedger(today: today)
    let found = state.links.flatMap { link in
      ledger.unwaived(LinkCheck.all.flatMap { $0.findings(link, context) }, of: link)
    }
    return Checked(state: state, findings: form + found + state.lookAlikes, ledger: ledger)
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
    return Set(loaded.findings + findings + waivers)
      .compactMap { loaded.project.severities.applied(to: $0) }.sorted()
  }
}

extension Diagnostic {
  /// Whether it would be wrong whatever an environment gives or overrides.
  fileprivate var isAboutEveryEnvironment: Bool {
    kind == .form && rule != .missingField && rule != .badReference
  }
}
