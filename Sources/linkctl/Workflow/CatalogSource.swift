internal import LinkCore
internal import LinkServer

/// Where a catalog comes from.
struct CatalogSource {
  enum Kind {
    case snapshot(path: String)
    case sandbox(path: String, Dialect)
    case server(ServerSettings)
  }

  let kind: Kind
  /// As headers and documents name it: as it was written, of a server without the user.
  let name: String

  /// The same for all names of one target on this machine.
  var key: String {
    switch kind {
    case .snapshot(let path): "snapshot:\(path)"
    case .sandbox(let path, _): "sandbox:\(Self.absolute(path))"
    case .server(let settings):
      settings.address.socket ?? "\(settings.address.host):\(settings.address.port)"
    }
  }

  /// Without symbolic links among its folders; the file itself may not be there yet.
  private static func absolute(_ path: String) -> String {
    let (folder, name) = Place.split(path)
    if let canonical = try? Files.canonicalPath(folder) { return Files.join(canonical, name) }
    return (try? Files.currentFolder()).map { Files.join($0, path) } ?? path
  }
}

extension Workflow {
  /// The catalog that the command line or the environment names.
  func catalogSource(_ state: LoadedState) throws -> CatalogSource {
    if let path = target.snapshot {
      return CatalogSource(kind: .snapshot(path: path), name: "snapshot:\(path)")
    }
    if target.isOffline { return try committedSnapshot(state) }
    if let text = target.target { return try source(text, in: "", state) }
    if let text = state.environment.target {
      return try source(text, in: state.loaded.folder, state)
    }
    guard state.loaded.project.environments.isEmpty else {
      throw Failure(
        .usage,
        "environment '\(state.environment.name.shown)' has no target; set one in linkctl.yaml or"
          + " give --target or --snapshot"
      )
    }
    session.note("linkctl: no target is declared; using the embedded \(Self.defaultTarget)\n")
    return try source(Self.defaultTarget, in: state.loaded.folder, state)
  }

  private func committedSnapshot(_ state: LoadedState) throws -> CatalogSource {
    guard let path = state.environment.snapshot else {
      throw Failure(
        .usage,
        "--offline: environment '\(state.environment.name.shown)' has no 'snapshot' in linkctl.yaml;"
          + " write one with 'linkctl snapshot --out', or give --snapshot"
      )
    }
    let file = Files.join(state.loaded.folder, path)
    return CatalogSource(kind: .snapshot(path: file), name: "snapshot:\(path)")
  }

  /// Ends the command where a snapshot is older than was let pass, or does not say how old it is.
  func checkAge(of catalog: Snapshot) throws {
    guard let most = target.maximumAge else { return }
    let age = catalog.takenAt.flatMap(Moment.init).map { Moment.now.seconds - $0.seconds }
    if let age, age <= most.seconds { return }
    let words =
      catalog.takenAt.map { "was taken at \($0.shown)" } ?? "does not say when it was taken"
    throw Failure(
      .refused,
      "the snapshot \(words), and may be \(most.text) old; nothing was done. 'linkctl snapshot'"
        + " writes a new one"
    )
  }

  /// What a project without environments works on.
  private static let defaultTarget = "sandbox:.linkctl/sandbox.db"

  private func source(
    _ text: String,
    in folder: String,
    _ state: LoadedState
  ) throws -> CatalogSource {
    let target: Target
    do throws(TargetProblem) {
      target = try Target(reading: text)
    } catch {
      throw Failure(.usage, "not a target: \(error.message)")
    }
    switch target {
    case .sandbox(let written, let dialect):
      let path = Files.join(folder, written)
      if !folder.isEmpty { try Self.refuseLinkOut(path, of: folder) }
      return CatalogSource(kind: .sandbox(path: path, dialect), name: text)
    case .server(let address):
      return CatalogSource(
        kind: .server(try serverSettings(address, state)),
        name: address.description
      )
    }
  }

  /// A file of the project must not have apply write elsewhere by a symbolic link on the way; what
  /// a target names outside of the project it names for everybody to see.
  static func refuseLinkOut(_ path: String, of project: String) throws {
    try fileFailure(.failed) { () throws(FileError) in
      guard Files.lies(path.withoutDots, below: project) else { return }
      var folder = Files.folder(of: path)
      while !Files.exists(folder) { folder = Files.folder(of: folder) }
      let canonical = try Files.canonicalPath(folder)
      let isInside = canonical.isIdentical(to: project) || Files.lies(canonical, below: project)
      if !isInside { throw FileError(folder, .symbolicLinkOut) }
    }
  }
}

extension String {
  /// An absolute path as it reads, whatever symbolic links are on the way.
  fileprivate var withoutDots: String {
    var parts: [Substring] = []
    for part in split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
