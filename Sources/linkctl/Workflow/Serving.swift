internal import Glibc
internal import LinkCore
internal import LinkSandbox
internal import LinkSeal
internal import SandboxServer

/// The sandbox as a server, until somebody ends it.
struct Serving {
  /// Whose password clients have to know.
  private static let passwordVariable = "LINKCTL_SANDBOX_PASSWORD"
  private static let defaultFile = ".linkctl/sandbox.db"
  /// No file of faults is larger.
  private static let largestFaults = 1 << 20

  let session: Session
  /// `nil` for the project's own.
  let file: String?
  let dialect: Dialect
  let databases: [String]

  func run(on port: Int, faults: [String], faultFile: String?) throws -> ExitCode {
    let settings = SandboxListener.Settings(
      port: port,
      account: Account(password: try password, hash: Digest.sha1),
      faults: try faults.map { try fault($0) }
        + (try faultFile.map { try self.faults(in: $0) } ?? []),
      threads: Cores.usable
    )
    let path = try path
    try prepare(path)
    Interruption.watch()
    let listener = try listener(settings, on: path)
    let watch = InterruptionWatch(givingUpAfter: [.zero]) { listener.stop() }
    defer { withExtendedLifetime(watch) {} }
    try announce(listener, of: path)
    listener.serve()
    session.note("linkctl: the sandbox ended\n")
    return Interruption.requested.map(ExitCode.interrupted) ?? .done
  }

  private func listener(
    _ settings: SandboxListener.Settings,
    on path: String
  ) throws -> SandboxListener {
    let (session, dialect) = (session, dialect)
    do throws(SandboxListener.ListenProblem) {
      return try SandboxListener(settings) { () throws(ServerError) in
        try Sandbox(path: path, dialect: dialect, mode: .readWrite, digest: Digest.sha256)
      } observe: { fault, connection in
        session.note("linkctl: on connection \(connection): \(fault.shown)\n")
      }
    } catch {
      let reason = error.code == 0 ? "the system refuses" : String(cString: strerror(error.code))
      throw Failure(.failed, "cannot listen on 127.0.0.1:\(settings.port): \(reason)")
    }
  }

  private func announce(_ listener: SandboxListener, of path: String) throws {
    session.note(
      "linkctl: serving \(path.shown) as SingleStore \(dialect.version); end it with Ctrl-C\n"
    )
    try session.result("singlestore://root@127.0.0.1:\(listener.port)\n")
  }

  // MARK: The catalog

  private var path: String {
    get throws {
      if let file { return file }
      let folder = try ProjectLoader.folder(session)
      let path = Files.join(folder, Self.defaultFile)
      try Workflow.refuseLinkOut(path, of: folder)
      return path
    }
  }

  /// Makes the file and the databases, so that what is wrong with them shows before anybody connects.
  private func prepare(_ path: String) throws {
    try fileFailure(.failed) { () throws(FileError) in
      try Files.makeFolder(Files.folder(of: path))
    }
    do throws(ServerError) {
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
    } catch {
      throw Failure(.failed, session.shown(Run.Failure(error)))
    }
  }

  private var password: Secret? {
    get throws {
      guard let bytes = session.environment.bytes(of: Self.passwordVariable), !bytes.isEmpty else {
        return nil
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.secret, "\(Self.passwordVariable) is not UTF-8; nothing was done")
      }
      let password = Secret(text)
      session.output.mask([password])
      return password
    }
  }

  // MARK: Faults

  private func fault(_ text: String) throws -> Fault {
    do throws(FaultProblem) {
      return try FaultReader.fault(in: text)
    } catch {
      throw Failure(.usage, "--fault: \(error.message)")
    }
  }

  private func faults(in path: String) throws -> [Fault] {
    let bytes = try fileFailure(.badInput) { () throws(FileError) in
      try Files.read(path, limit: Self.largestFaults)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "\(path.shown) is not UTF-8")
    }
    do throws(FaultProblem) {
      return try FaultReader.faults(in: text)
    } catch {
      throw Failure(.usage, "--faults \(path.shown): \(error.message)")
    }
  }
}
