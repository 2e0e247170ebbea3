internal import LinkCore
internal import LinkSandbox
internal import LinkSeal

/// Reads the catalog of a source, and opens the server behind it.
struct CatalogAccess {
  /// The sandbox's name in snapshots.
  static let sandboxProduct = "linkctl sandbox"

  let source: CatalogSource
  let session: Session

  /// The catalog as it is; a sandbox that does not exist yet is empty, and is not made.
  func read(_ scope: CatalogScope) throws -> Snapshot {
    switch source.kind {
    case .snapshot(let path): try snapshot(SnapshotFile.read(path, by: session.workers), path)
    case .server(let settings): try read(settings, scope)
    case .sandbox(let path, let dialect):
      try serverFailure { () throws(ServerError) in
        try catalog(of: try readable(path, dialect), scope)
      }
    }
  }

  /// A connection to be asked about the server itself.
  func examined(_ databases: [String]) throws -> any ReadableServer {
    switch source.kind {
    case .snapshot:
      throw Failure(.usage, "a snapshot is no server that could be looked over")
    case .server(let settings): return try connect(settings)
    case .sandbox(let path, let dialect):
      return try serverFailure { () throws(ServerError) in try readable(path, dialect) }
    }
  }

  private func readable(_ path: String, _ dialect: Dialect) throws(ServerError) -> Sandbox {
    Sandbox.exists(at: path)
      ? try Sandbox(path: path, dialect: dialect, mode: .readOnly, digest: Digest.sha256)
      : try Sandbox(empty: dialect, digest: Digest.sha256)
  }

  /// What a server that was connected to shows of its catalog.
  func catalog(
    of server: any ReadableServer,
    _ scope: CatalogScope,
    knowing known: Snapshot.Server? = nil
  ) throws(ServerError) -> Snapshot {
    try CatalogReader(server, product: product).read(scope, knowing: known)
  }

  /// The part of it that has to do with some links.
  func catalog(
    of server: any Server,
    _ links: [LinkAddress],
    _ withPipelines: Bool,
    knowing known: Snapshot.Server
  ) throws(ServerError) -> Snapshot {
    try CatalogReader(server, product: product)
      .read(links, withPipelines: withPipelines, knowing: known)
  }

  /// What the catalog's server is called in snapshots.
  private var product: String {
    if case .server = source.kind { Self.serverProduct } else { Self.sandboxProduct }
  }

  /// The server for writing, which is known to let the account run these statements.
  func open(databases: [String], for statements: [Statement]) throws -> any Server {
    switch source.kind {
    case .snapshot:
      throw Failure(.usage, "a snapshot can be planned against, not applied to")
    case .sandbox(let path, let dialect):
      return try openSandbox(path, dialect, databases: databases)
    case .server(let settings): return try open(settings, for: statements)
    }
  }

  /// The sandbox, made where it is missing, with the databases in it.
  private func openSandbox(
    _ path: String,
    _ dialect: Dialect,
    databases: [String]
  ) throws -> Sandbox {
    try fileFailure(.failed) { () throws(FileError) in
      try Files.makeFolder(Files.folder(of: path))
    }
    return try serverFailure { () throws(ServerError) in
      let sandbox = try writable(path, dialect)
      for database in databases {
        let sql: SQLText = "CREATE DATABASE IF NOT EXISTS \(name: database)"
        _ = try sandbox.query(sql.rendered)
      }
      return sandbox
    }
  }

  /// One more connection, to where `open` has been.
  func connect(tryingAgain: Bool = true) throws(ServerError) -> any Server {
    switch source.kind {
    case .snapshot:
      preconditionFailure("nothing is connected to a snapshot")
    case .sandbox(let path, let dialect):
      return try writable(path, dialect)
    case .server(let settings):
      return try reconnect(settings, tryingAgain: tryingAgain)
    }
  }

  private func writable(_ path: String, _ dialect: Dialect) throws(ServerError) -> Sandbox {
    try Sandbox(path: path, dialect: dialect, mode: .readWrite, digest: Digest.sha256)
  }

  /// What was read of a snapshot's file.
  func snapshot(
    _ read: Result<Snapshot, SnapshotFile.Problem>,
    _ path: String
  ) throws(Failure) -> Snapshot {
    do throws(SnapshotFile.Problem) {
      return try read.get()
    } catch {
      switch error {
      case .file(let error): throw Failure(.badInput, "\(error)")
      case .document(let error):
        throw session.unreadable(path, "the snapshot cannot be read; nothing was done", error)
      }
    }
  }

  func serverFailure<Result>(
    _ body: () throws(ServerError) -> Result
  ) throws(Failure) -> Result {
    do throws(ServerError) {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  func failure(_ error: ServerError) -> Failure {
    Failure(.failed, "\(source.name.shown): \(session.shown(Run.Failure(error)))")
  }
}
