internal import LinkCore

/// Every reference of an environment, and what is known of it; no value.
struct SecretInventory {
  /// One source of a secret with all that use it.
  struct Entry {
    let source: Reference.Source
    /// What keeps it from being used.
    let flaw: SecretFlaw?
    /// The links that send it, by address.
    let links: [LinkAddress]
    let places: [SourceLocation]
  }

  let environment: String
  /// In byte order of their sources.
  let entries: [Entry]
  /// Variables that are set and allowed, and no link refers to.
  let unused: [String]

  var exit: ExitCode { entries.contains { $0.flaw != nil } ? .secret : .done }
}

extension Workflow {
  /// Looks at every reference of the environment, as an apply would.
  func secrets() throws -> SecretInventory {
    let state = try state()
    let uses = state.desired.links.flatMap { link in
      link.references.map { (reference: $0, link: link.address) }
    }
    let resolution = try resolve(uses.map(\.reference), in: state.loaded)
    let flaws = Dictionary(
      resolution.problems.map { ($0.source.description, $0.flaw) },
      uniquingKeysWith: { first, _ in first }
    )
    let bySource = Dictionary(grouping: uses) { ExactText($0.reference.source.description) }
    let entries = bySource.sorted { $0.key < $1.key }.map { name, uses in
      SecretInventory.Entry(
        source: uses[0].reference.source,
        flaw: flaws[name.text],
        links: Set(uses.map(\.link)).sorted(),
        places: uses.map(\.reference.location).sorted()
      )
    }
    return SecretInventory(
      environment: state.environment.name,
      entries: entries,
      unused: unused(state.loaded.project, used: entries.map(\.source))
    )
  }

  /// Reads secrets, and masks them from then on.
  func resolve(
    _ references: [Reference],
    in loaded: LoadedProject
  ) throws -> SecretResolution {
    let resolver = try fileFailure(.failed) { () throws(FileError) in
      try SecretResolver(
        environment: session.environment,
        project: loaded.folder,
        roots: loaded.project.secrets.roots
      )
    }
    let resolution = resolver.resolve(references)
    session.output.mask(resolution.secrets)
    return resolution
  }

  private func unused(_ project: Project, used: [Reference.Source]) -> [String] {
    guard project.secrets.allow != nil else { return [] }
    let own = project.environments.compactMap(\.password?.source)
    return session.environment.names.filter { name in
      project.secrets.allows(variable: name) && !(used + own).contains(.environment(name))
        && !ReferenceName.reserved.contains(name)
    }
  }
}
