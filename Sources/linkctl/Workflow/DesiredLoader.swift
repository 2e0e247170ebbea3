internal import LinkCore

/// What the manifests want of the chosen environment, checked.
struct LoadedState {
  let loaded: LoadedProject
  let environment: Project.Environment
  let desired: DesiredState
  /// Warnings; whatever is an error has ended the command.
  let warnings: [Diagnostic]
}

extension Workflow {
  /// Reads the project, and ends the command with all findings at once where one is an error.
  func state() throws -> LoadedState {
    let loaded = try ProjectLoader.load(session)
    return try state(loaded, of: try environment(of: loaded))
  }

  /// The same for one of the project's environments.
  func state(_ loaded: LoadedProject, of environment: Project.Environment) throws -> LoadedState {
    session.progress.begin("checking the manifests")
    let reading = ManifestChecks(loaded: loaded, today: .today, workers: session.workers)
      .read(environment, andTheFormOf: loaded.project.allEnvironments)
    try session.end(withErrorsOf: reading.findings, sources: loaded.sources)
    return LoadedState(
      loaded: loaded,
      environment: environment,
      desired: reading.state,
      warnings: reading.findings
    )
  }

  /// The environment that was asked for, or the only one that can be meant.
  func environment(of loaded: LoadedProject) throws -> Project.Environment {
    let project = loaded.project
    guard let name = session.environmentName else {
      guard let names = project.declaredNames else { return Project.Environment(name: "default") }
      guard !target.isGiven else {
        return Project.Environment(name: "default")
      }
      throw Failure(
        .usage,
        "which environment? Choose one with --env: \(names.joined(separator: ", ").shown)"
      )
    }
    if let found = project.allEnvironments.first(where: { $0.name.isIdentical(to: name) }) {
      return found
    }
    // A project file that cannot be read declares nothing.
    try session.end(withErrorsOf: loaded.findings, sources: loaded.sources)
    let names = project.allEnvironments.map(\.name).joined(separator: ", ")
    throw Failure(.usage, "no environment '\(name.shown)'; there are: \(names.shown)")
  }
}

extension Session {
  /// Shows findings and ends the command where one is an error: 65 where a file is not of its form,
  /// else 3.
  func end(withErrorsOf findings: [Diagnostic], sources: Sources) throws {
    show(findings, of: sources)
    let errors = findings.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    let noun = errors.count == 1 ? "error" : "errors"
    throw Failure(
      findings.exit,
      "\(errors.count) \(noun); nothing was done",
      findings: findings
    )
  }
}
