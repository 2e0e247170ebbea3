internal import LinkCore
internal import LinkServer

/// Where a catalog comes from.
struct CatalogSource {
  enum Kind {
    case snapshot(path: String)
    case sandbox(path: String)
    case server(ServerSettings)
  }

  let kind: Kind
  /// As headers and documents name it: as it was written, of a server without the user.
  let name: String

  /// The same for all names of one target on this machine.
  var key: String {
    switch kind {
    case .snapshot(let path): "snapshot:\(path)"
    case .sandbox(let path): "sandbox:\(Self.absolute(path))"
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
    case .sandbox(let path):
      return CatalogSource(kind: .sandbox(path: Files.join(folder, path)), name: text)
    case .server(let address):
      return CatalogSource(
        kind: .server(try serverSettings(address, state)),
        name: address.description
      )
    }
  }
}
