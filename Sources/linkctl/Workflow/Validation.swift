internal import LinkCore

/// All that is right and wrong with a project's files.
struct Validation {
  let environments: [String]
  /// Their files.
  let manifests: [String]
  let findings: [Diagnostic]
  let sources: Sources

  var errors: Int { findings.count { $0.severity == .error } }

  var exit: ExitCode { findings.exit }
}

extension [Diagnostic] {
  /// 65 where a file is not of its form, 3 where a rule of severity error is broken, else 0.
  var exit: ExitCode {
    let errors = filter { $0.severity == .error }
    if errors.isEmpty { return .done }
    return errors.contains { $0.kind == .form } ? .badInput : .refused
  }
}

extension Workflow {
  /// Checks the environment that was asked for, or every one.
  func validate() throws -> Validation {
    try session.showingProgress(validating)
  }

  private func validating() throws -> Validation {
    let loaded = try ProjectLoader.load(session)
    let environments =
      session.environmentName == nil
      ? loaded.project.allEnvironments : [try environment(of: loaded)]
    session.progress.begin("checking the manifests")
    let checks = ManifestChecks(loaded: loaded, today: .today, workers: session.workers)
    return Validation(
      environments: environments.map(\.name),
      manifests: loaded.manifests.map(\.file),
      findings: checks.findings(in: environments),
      sources: loaded.sources
    )
  }
}
