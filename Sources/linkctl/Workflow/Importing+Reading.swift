internal import LinkCore

// What an import reads: the project, and a catalog or a script.
extension Importing {
  /// The project as it is declared; one that does not exist yet is empty.
  func state() throws -> LoadedState {
    if try hasProject() { return try workflow.state() }
    let folder = try fileFailure(.failed) { () throws(FileError) in
      try Files.canonicalPath(session.global.project ?? ".")
    }
    return LoadedState(
      loaded: LoadedProject(
        folder: folder,
        project: .bare,
        manifests: [],
        findings: [],
        sources: Sources(),
        files: []
      ),
      environment: Project.Environment(name: session.environmentName ?? "default"),
      desired: DesiredState(environment: "default", links: []),
      warnings: []
    )
  }

  private func hasProject() throws -> Bool {
    do {
      let folder = try ProjectLoader.folder(session)
      let loaded = try ProjectLoader.load(session)
      return Files.exists(Files.join(folder, ProjectLoader.projectFile))
        || !loaded.manifests.isEmpty
    } catch  where session.global.project == nil {
      return false
    }
  }

  /// All links there are, and the databases that were looked at as a whole.
  func links(
    _ state: LoadedState,
    _ result: inout ImportResult
  ) throws -> (links: [ImportedLink], databases: [String]) {
    if let script { return (try links(of: script, &result), []) }
    let catalog = try catalog(state)
    var links: [ImportedLink] = []
    for link in catalog.links.sorted(by: { $0.address < $1.address }) {
      do throws(ImportProblem) {
        links.append(try ImportedLink(link))
      } catch {
        result.notes.append((link.address, error.message))
      }
    }
    return (links, catalog.isComplete ? catalog.databases : [])
  }

  private func catalog(_ state: LoadedState) throws -> Snapshot {
    let source = try workflow.catalogSource(state)
    session.trace("catalog: \(source.name)")
    let names = Set((workflow.databases(of: state) + databases).map(ExactText.init)).sorted()
    if names.isEmpty, target.snapshot == nil {
      throw Failure(
        .usage,
        "no manifest and no environment names a database to look at; give --database"
      )
    }
    let scope = CatalogScope(
      databases: names.map(\.text),
      declared: Set(state.desired.links.map(\.address))
    )
    return try CatalogAccess(source: source, session: session).read(scope)
  }

  private func links(of script: String, _ result: inout ImportResult) throws -> [ImportedLink] {
    let bytes = try fileFailure(.badInput) { () throws(FileError) in
      script == "-"
        ? try Files.readInput(limit: Self.longestScript)
        : try Files.read(script, limit: Self.longestScript)
    }
    let read: ScriptImport
    do throws(ScriptImport.Refusal) {
      read = try ScriptImport(bytes, database: databases.first)
    } catch {
      throw refusal(error, of: script, bytes)
    }
    result.notes += read.problems
    result.variables = read.variables
    result.otherStatements = read.otherStatements
    return read.links
  }

  /// In bytes.
  private static let longestScript = 64 << 20

  private func refusal(
    _ refusal: ScriptImport.Refusal,
    of script: String,
    _ bytes: [UInt8]
  ) -> Failure {
    let file = script == "-" ? "standard input" : script.shown
    let lines = refusal.mistakes.map { mistake in
      let before = bytes.prefix(mistake.offset)
      let line = before.count { $0 == 0x0A } + 1
      let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      return "\(file):\(line):\(column): error: \(mistake.message)"
    }
    let noun = lines.count == 1 ? "error" : "errors"
    var failure = Failure(.badInput, "\(lines.joined(separator: "; ")); nothing was written")
    failure.lines = lines + ["linkctl: \(lines.count) \(noun); nothing was written"]
    return failure
  }
}
