internal import Glibc
package import LinkCore

/// The embedded server: it reads the very SQL that a server would get, keeps SingleStore's rules
/// for links by one of its versions, and has its catalog in a SQLite file.
///
/// Credentials are not kept; only salted digests are, by which a test can tell that they arrived.
/// Used by one thread at a time; any number of sandboxes, also of other processes, may share a file.
package final class Sandbox: SessionServer {
  /// A digest of at least 16 bytes, such as SHA-256.
  package typealias Digest = @Sendable ([UInt8]) -> [UInt8]

  /// What may be done to the file.
  package enum Mode: Sendable {
    /// The file has to be there.
    case readOnly
    /// Makes the file where there is none.
    case readWrite
  }

  let dialect: Dialect
  let digest: Digest
  private let mode: Mode
  private let connection: SQLiteConnection
  /// The database that is taken where a statement names none; `nil` until one is chosen.
  package private(set) var database: String?

  /// Opens the sandbox at a path, whose folder has to exist; the file does not know by which rules
  /// it was written.
  package init(
    path: String,
    dialect: Dialect = .newest,
    mode: Mode,
    digest: @escaping Digest
  ) throws(ServerError) {
    let file = try SandboxFile(path)
    let content = try file.content()
    connection =
      switch mode {
      case .readOnly: try file.openForReading(content)
      case .readWrite: try file.openForWriting(content)
      }
    self.dialect = dialect
    self.mode = mode
    self.digest = digest
  }

  /// An empty sandbox without a file, to be read.
  package init(empty dialect: Dialect, digest: @escaping Digest) throws(ServerError) {
    do throws(SQLiteError) {
      connection = try SQLiteConnection(":memory:", flags: SandboxFile.memory)
    } catch {
      throw ServerError(error)
    }
    self.dialect = dialect
    self.mode = .readOnly
    self.digest = digest
  }

  /// Whether something stands at a path, be it a sandbox or not.
  package static func exists(at path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Chooses the database that is taken where a statement names none, as `USE` does; it has to be
  /// there.
  package func use(_ name: String?) throws(ServerError) {
    if let name, !SandboxCatalog.isSchema(name), try !hasDatabase(name) {
      throw .unknownDatabase(name)
    }
    database = name
  }

  /// Runs one statement; a `;` may end it.
  package func run(_ statement: Secret) throws(ServerError) -> ResultSet {
    try statement.reveal { sql throws(ServerError) in try execute(sql) }
  }

  private func execute(_ sql: String) throws(ServerError) -> ResultSet {
    switch try read(sql) {
    case .createDatabase(let name, let ifNotExists):
      try createDatabase(name, ifNotExists: ifNotExists)
    case .createLink(let link): try createLink(link)
    case .alterLink(let alteration): try alterLink(alteration)
    case .dropLink(let link): try dropLink(link)
    case .createPipeline(let pipeline): try createPipeline(pipeline)
    case .startPipeline(let pipeline): try startPipeline(pipeline)
    case .stopPipeline(let pipeline): try stopPipeline(pipeline)
    case .dropPipeline(let pipeline): try dropPipeline(pipeline)
    case .show(let show): try self.show(show)
    case .select(let select): try self.select(select)
    }
  }

  private func read(_ sql: String) throws(ServerError) -> SQLStatement {
    do throws(SQLReaderError) {
      return try SQLReader.statement(in: sql, of: dialect.grammar)
    } catch {
      throw .syntax(error, in: sql)
    }
  }
}

// MARK: - The file

extension Sandbox {
  /// Whether the file has no tables yet, as one whose making was interrupted.
  var isEmpty: Bool {
    get throws(ServerError) { try rows("PRAGMA page_count") == [[.integer(0)]] }
  }

  @discardableResult
  func rows(_ sql: String, _ values: SQLiteValue...) throws(ServerError) -> [[SQLiteValue]] {
    do throws(SQLiteError) {
      return try connection.rows(sql, values)
    } catch {
      throw ServerError(error)
    }
  }

  /// Runs a statement's work alone and whole: all of it is in the file afterwards, or nothing.
  func write(
    _ body: () throws(ServerError) -> ResultSet
  ) throws(ServerError) -> ResultSet {
    guard mode == .readWrite else { throw .readOnly }
    try rows("BEGIN IMMEDIATE")
    let result: ResultSet
    do throws(ServerError) {
      result = try body()
    } catch {
      _ = rollBack()
      throw error
    }
    try commit()
    return result
  }

  /// A COMMIT that fails is undone; where SQLite has ended the transaction itself, and not for a
  /// write that failed, nobody can say what the file holds.
  private func commit() throws(ServerError) {
    do throws(SQLiteError) {
      _ = try connection.rows("COMMIT")
    } catch {
      let isUndone = connection.isInTransaction ? rollBack() : error.isOfWriting
      throw ServerError(error, outcome: isUndone ? .notApplied : .unknown)
    }
  }

  private func rollBack() -> Bool {
    (try? connection.rows("ROLLBACK")) != nil
  }
}
