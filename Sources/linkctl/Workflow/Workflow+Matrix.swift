internal import LinkCore

extension Workflow {
  /// The environments of the project side by side, or the one there is; reads manifests alone.
  func matrix(_ options: PlanOptions) throws -> Matrix {
    try session.showingProgress {
      let loaded = try ProjectLoader.load(session)
      var environments = loaded.project.allEnvironments
      if let name = session.environmentName {
        environments = environments.filter { $0.name.isIdentical(to: name) }
        guard !environments.isEmpty else { throw Failure(.usage, "no environment '\(name.shown)'") }
      }
      let checks = ManifestChecks(loaded: loaded, today: .today, workers: session.workers)
      try session.end(withErrorsOf: checks.findings(in: environments), sources: loaded.sources)
      let states = environments.map { checks.read($0, andTheFormOf: [$0]).state }
      return Matrix(states, selecting: options)
    }
  }
}
