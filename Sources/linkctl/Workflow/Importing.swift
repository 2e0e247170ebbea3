internal import LinkCore
internal import LinkYAML

/// What an import makes of links that exist.
struct ImportResult {
  /// A manifest with what is new in it.
  struct File {
    /// As it is shown.
    let path: String
    let place: String
    let isNew: Bool
    let old: [UInt8]
    let bytes: [UInt8]
    let added: Int
    let overridden: Int
  }

  let environment: String
  /// By path.
  var files: [File] = []
  /// How many links are declared as they are.
  var unchanged = 0
  /// What was left out, and what cannot be declared.
  var notes: [(address: LinkAddress, message: String)] = []
  /// What stands in the places of a script's secrets.
  var variables: [String] = []
  /// How many statements of a script were about something else.
  var otherStatements = 0
}

/// Writes links that exist into manifests.
struct Importing {
  let session: Session
  let target: TargetChoice
  /// A script of SQL instead of a catalog.
  let script: String?
  let databases: [String]
  let options: PlanOptions
  /// Where new files go, instead of the manifest folder.
  let folder: String?

  private var workflow: Workflow { Workflow(session: session, target: target) }

  /// All that is to be written; nothing is written yet.
  func result() throws -> ImportResult {
    let state = try state()
    var result = ImportResult(environment: state.environment.name)
    let (links, databases) = try links(state, &result)
    let found = links.filter { options.selects($0.address) }
    var edits = ManifestEdits(state: state, folder: folder)
    let declared = Dictionary(
      state.desired.links.map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let elsewhere = Set(state.loaded.manifests.flatMap(\.addresses))
    for link in found {
      for gap in link.gaps { result.notes.append((link.address, gap.words)) }
      if folder != nil {
        edits.add(link)
      } else if let desired = declared[link.address] {
        if desired.isAbsent {
          result.notes.append((link.address, "is declared absent, and is there; left as it is"))
        } else if let override = link.override(of: desired) {
          edits.override(desired, by: override)
        } else {
          result.unchanged += 1
        }
      } else if elsewhere.contains(link.address) {
        result.notes.append((link.address, Self.isElsewhere(state.environment.name)))
      } else {
        edits.add(link)
      }
    }
    if folder == nil { noteMissing(state, found, of: databases, &result) }
    result.files = try edits.files()
    return result
  }

  private static func isElsewhere(_ environment: String) -> String {
    "is declared, but not for '\(environment.shown)'; name that in its 'only', and import again"
  }

  /// Writes all files, each whole or not at all.
  func write(_ result: ImportResult) throws {
    try fileFailure(.failed) { () throws(FileError) in
      for file in result.files {
        try Files.makeFolder(Files.folder(of: file.place))
        if file.isNew {
          try Files.createExclusively(file.place, file.bytes)
        } else {
          try Files.writeAtomically(file.place, file.bytes, keepingMode: true)
        }
      }
    }
  }

  // MARK: What there is

  /// The project as it is declared; one that does not exist yet is empty.
  private func state() throws -> LoadedState {
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
  private func links(
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

  // MARK: What is not there

  private func noteMissing(
    _ state: LoadedState,
    _ found: [ImportedLink],
    of databases: [String],
    _ result: inout ImportResult
  ) {
    let seen = Set(databases.map(ExactText.init))
    let there = Set(found.map(\.address) + result.notes.map(\.address))
    for link in state.desired.links where !link.isAbsent && options.selects(link.address) {
      guard seen.contains(ExactText(link.address.database)), !there.contains(link.address) else {
        continue
      }
      result.notes.append(
        (
          link.address,
          "is declared for '\(state.environment.name.shown)' and not there; a plan would create it,"
            + " unless 'only' leaves this environment out"
        )
      )
    }
  }
}

extension Manifest {
  /// The links it declares, whatever environments they are in.
  fileprivate var addresses: [LinkAddress] {
    links.compactMap { entry in
      let own = body(of: entry)["database"]?.scalar?.text
      return (own ?? database?.scalar?.text).map { LinkAddress(database: $0, name: entry.key) }
    }
  }
}

extension ImportedLink.Gap {
  fileprivate var words: String {
    let why =
      switch reason {
      case .secret: "looks like a secret; declare it in credentials by reference"
      case .null: "is null, which takes a key away in a manifest"
      case .text: "holds characters that no manifest takes"
      case .reference: "would be read as a reference"
      case .unreadable: "cannot be read here"
      }
    return "\(path.description.shown) \(why); left out, and not compared ('ignore')"
  }
}
