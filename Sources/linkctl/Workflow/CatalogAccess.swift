internal import LinkCore
internal import LinkSandbox
internal import LinkSeal

/// Reads the catalog of a source, and opens the server behind it.
struct CatalogAccess {
  /// The sandbox's name in snapshots.
  static let sandboxProduct = "linkctl sandbox"
  /// No snapshot of a million links is larger.
  private static let largestSnapshot = 1 << 30

  let source: CatalogSource
  let session: Session

  /// The catalog as it is; a sandbox that does not exist yet is empty, and is not made.
  func read(_ scope: CatalogScope) throws -> Snapshot {
    switch source.kind {
    case .snapshot(let path): try snapshot(path)
    case .sandbox(let path, let dialect):
      try serverFailure { () throws(ServerError) in
        let sandbox =
          Sandbox.exists(at: path)
          ? try Sandbox(path: path, dialect: dialect, mode: .readOnly, digest: Digest.sha256)
          : try Sandbox(empty: dialect, digest: Digest.sha256)
        return try CatalogReader(sandbox, product: Self.sandboxProduct).read(scope)
      }
    }
  }

  /// The sandbox for writing, made where it is missing, with the databases in it.
  func open(databases: [String]) throws -> Sandbox {
    guard case .sandbox(let path, let dialect) = source.kind else {
      throw Failure(.usage, "a snapshot can be planned against, not applied to")
    }
    try fileFailure(.failed) { () throws(FileError) in
      try Files.makeFolder(Files.folder(of: path))
    }
    return try serverFailure { () throws(ServerError) in
      let sandbox = try Sandbox(
        path: path,
        dialect: dialect,
        mode: .readWrite,
        digest: Digest.sha256
      )
      for database in databases {
        let sql: SQLText = "CREATE DATABASE IF NOT EXISTS \(name: database)"
        _ = try sandbox.query(sql.rendered)
      }
      return sandbox
    }
  }

  private func snapshot(_ path: String) throws -> Snapshot {
    let bytes = try fileFailure(.badInput) { () throws(FileError) in
      try Files.read(path, limit: Self.largestSnapshot)
    }
    do throws(SnapshotError) {
      return try Snapshot(reading: bytes)
    } catch {
      let place = SourceLocation(file: path, line: 1, column: 1)
      let finding = Diagnostic.form(error.rule, error.message, at: place)
      session.show([finding], of: Sources())
      throw Failure(.badInput, "the snapshot cannot be read; nothing was done", findings: [finding])
    }
  }

  func serverFailure<Result>(
    _ body: () throws(ServerError) -> Result
  ) throws(Failure) -> Result {
    do throws(ServerError) {
      return try body()
    } catch {
      throw Failure(.failed, "\(source.name.shown): \(session.shown(Run.Failure(error)))")
    }
  }
}
