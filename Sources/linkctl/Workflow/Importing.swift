internal import LinkCore

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

  var workflow: Workflow { Workflow(session: session, target: target) }

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
      result.notes += link.gaps.map { (link.address, $0.words) }
      let note = place(link, declared[link.address], isElsewhere: elsewhere, &edits, &result)
      if let note { result.notes.append((link.address, note)) }
    }
    if folder == nil { noteMissing(state, found, of: databases, &result) }
    result.files = try edits.files()
    return result
  }

  /// Puts a link where it belongs; why it is left to a person, where it is.
  private func place(
    _ link: ImportedLink,
    _ declared: DesiredLink?,
    isElsewhere elsewhere: Set<LinkAddress>,
    _ edits: inout ManifestEdits,
    _ result: inout ImportResult
  ) -> String? {
    guard folder == nil, let declared else {
      if folder == nil, elsewhere.contains(link.address) {
        return
          "is declared, but not for '\(result.environment.shown)'; name that in its 'only', and"
          + " import again"
      }
      edits.add(link)
      return nil
    }
    if declared.isAbsent { return "is declared absent, and is there; left as it is" }
    if let override = link.override(of: declared) {
      edits.override(declared, by: override)
    } else {
      result.unchanged += 1
    }
    return nil
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
