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
    _ environment: Project.Environment, andTheFormOf others: [Project.Environment]
  ) -> Reading {
    let chosen = read(environment)
    let form = others.filter { !$0.name.isIdentical(to: environment.name) }
      .flatMap { read($0).findings }.filter(\.isAboutEveryEnvironment)
    let all = Set(loaded.findings + chosen.findings + form)
    return Reading(
      state: chosen.state,
      findings: all.compactMap { loaded.project.severities.applied(to: $0) }.sorted())
  }

  private func read(_ environment: Project.Environment) -> Reading {
    let (state, found) = DesiredStateReader.read(
      loaded.manifests,
      values: EnvironmentValues(environment: environment.name, values: environment.values),
      declaredEnvironments: loaded.project.declaredNames)
    return Reading(state: state, findings: found)
  }
}

extension Diagnostic {
  /// Whether it would be wrong whatever an environment gives or overrides.
  fileprivate var isAboutEveryEnvironment: Bool {
    kind == .form && rule != .missingField && rule != .badReference
  }
}
