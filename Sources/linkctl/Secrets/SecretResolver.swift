internal import LinkCore

/// Turns references into secrets.
struct SecretResolver {
  private let environment: any SecretSource
  private let files: any SecretSource

  /// Files lie below the project folder or one of the roots, which are absolute or relative to it.
  init(environment: Environment, project: String, roots: [String]) throws(FileError) {
    self.environment = EnvironmentSource(environment: environment)
    files = try FileSource(project: project, roots: roots)
  }

  /// Reads each source once, judges all of them, and stops at none.
  func resolve(_ references: [Reference]) -> SecretResolution {
    var resolution = SecretResolution()
    for (key, uses) in Dictionary(grouping: references, by: { SourceKey($0.source) }) {
      resolution.add(key, uses, read(uses[0].source))
    }
    resolution.sort()
    return resolution
  }

  private func read(_ source: Reference.Source) -> Result<SourcedBytes, SecretFlaw> {
    Result { () throws(SecretFlaw) in
      switch source {
      case .environment(let name): try environment.read(name)
      case .file(let path): try files.read(path)
      }
    }
  }
}
