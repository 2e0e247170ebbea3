import Foundation
import Glibc
import LinkCore
import LinkSandbox
import LinkSeal
import LinkServer
import SandboxServer
import Testing

/// A server that has to keep the rules: the embedded sandbox as each of its versions, the same on the
/// wire, and the one that `LINKCTL_TEST_URL` names.
enum Subject: CustomTestStringConvertible, Sendable {
  case sandbox(Dialect)
  case served(Dialect)
  case server(ServerSettings)

  static let all: [Subject] =
    Dialect.allCases.map(Subject.sandbox) + Dialect.allCases.map(Subject.served) + real

  private static let real: [Subject] = {
    let variables = ProcessInfo.processInfo.environment
    guard let url = variables["LINKCTL_TEST_URL"] else { return [] }
    guard case .server(let address)? = try? Target(reading: url) else {
      preconditionFailure("LINKCTL_TEST_URL is no singlestore:// URL")
    }
    let isHere = address.socket != nil || ["127.0.0.1", "::1", "localhost"].contains(address.host)
    let settings = ServerSettings(
      address,
      password: variables["LINKCTL_TEST_PASSWORD"].map { Secret($0) },
      encryption: isHere ? .off : Authorities.ofSystem.map { .host($0) } ?? .off
    )
    return [.server(settings)]
  }()

  var testDescription: String {
    switch self {
    case .sandbox(let dialect): "sandbox \(dialect.rawValue)"
    case .served(let dialect): "served sandbox \(dialect.rawValue)"
    case .server(let settings): settings.address.description
    }
  }

  /// A connection with a database that nobody else works in.
  func open() throws -> Ground {
    switch self {
    case .sandbox(let dialect):
      let folder = try Self.newFolder()
      let sandbox = try Self.sandbox(in: folder, dialect)
      return try Ground(sandbox, of: testDescription) { Self.remove(folder) }
    case .served(let dialect):
      let folder = try Self.newFolder()
      let account = Account(password: nil, hash: Digest.sha1)
      let settings = SandboxListener.Settings(port: 0, account: account)
      let listener = try SandboxListener(settings) { () throws(ServerError) in
        try Self.sandbox(in: folder, dialect)
      }
      let address = ServerAddress(user: "root", host: "127.0.0.1", port: listener.port)
      let server = try RemoteServer(ServerSettings(address, password: nil, encryption: .off))
      return try Ground(server, of: testDescription) {
        listener.stop()
        listener.serve()
        Self.remove(folder)
      }
    case .server(let settings):
      return try Ground(RemoteServer(settings), of: testDescription) {}
    }
  }

  private static func sandbox(
    in folder: String,
    _ dialect: Dialect
  ) throws(ServerError) -> Sandbox {
    let path = "\(folder)/catalog.db"
    return try Sandbox(path: path, dialect: dialect, mode: .readWrite, digest: Digest.sha256)
  }

  private static func newFolder() throws -> String {
    var template = Array("/tmp/linkctl-conformance-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func remove(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// A database of a test's own, gone with it.
final class Ground {
  let server: any Server
  let database: String
  let subject: String
  private let cleanUp: () -> Void

  fileprivate init(
    _ server: any Server,
    of subject: String,
    cleanUp: @escaping () -> Void
  ) throws {
    self.server = server
    self.subject = subject
    self.cleanUp = cleanUp
    database = "linkctl_test_\(String(UInt64.random(in: .min ... .max), radix: 16))"
    let sql: SQLText = "CREATE DATABASE \(name: database)"
    _ = try server.query(sql.rendered)
  }

  deinit {
    let sql: SQLText = "DROP DATABASE \(name: database)"
    // The sandbox, which does not know it, goes as a whole.
    _ = try? server.query(sql.rendered)
    cleanUp()
  }

  // MARK: Statements

  func address(_ name: String) -> LinkAddress { LinkAddress(database: database, name: name) }

  /// A link of type S3 unless told otherwise.
  func create(
    _ name: String,
    _ form: Form = .plain,
    type: SQLText = "S3",
    credentials: String = "{}",
    config: String? = nil,
    description: String? = nil
  ) -> SQLText {
    let (replacing, condition): (SQLText, SQLText) =
      switch form {
      case .plain: ("", "")
      case .orReplace: ("OR REPLACE ", "")
      case .ifNotExists: ("", "IF NOT EXISTS ")
      }
    var sql: SQLText = """
      CREATE \(replacing)LINK \(condition)\(address(name)) AS \(type) \
      CREDENTIALS \(string: credentials)
      """
    if let config { sql = "\(sql) CONFIG \(string: config)" }
    if let description { sql = "\(sql) DESCRIPTION \(string: description)" }
    return sql
  }

  enum Form {
    case plain
    case orReplace
    case ifNotExists
  }

  @discardableResult
  func run(_ sql: SQLText) throws(ServerError) -> ResultSet {
    try server.run(Secret(sql.rendered))
  }

  /// Why a statement is refused; `nil` where it is not.
  func refusal(of sql: SQLText) -> ServerError? {
    do throws(ServerError) {
      try run(sql)
      return nil
    } catch {
      return error
    }
  }

  // MARK: The catalog

  func catalog() throws -> Snapshot {
    let scope = CatalogScope(databases: [database], declared: [])
    return try CatalogReader(server, product: "SingleStore").read(scope)
  }

  func link(_ name: String) throws -> CatalogLink? {
    try catalog().links.first { $0.address == address(name) }
  }

  /// A link's row as it is, without its database.
  func row(_ name: String) throws -> [String?] {
    let columns = try knows(.linksConfig) ? "TYPE, DESCRIPTION, CONFIG" : "TYPE, DESCRIPTION"
    let sql: SQLText = """
      SELECT \(words: [columns]) FROM information_schema.LINKS \
      WHERE DATABASE_NAME = \(string: database) AND LINK = \(string: name)
      """
    return try server.query(sql.rendered).rows.first ?? []
  }

  /// Whether the server, by its version and its catalog, should have something.
  func knows(_ capability: Capability) throws -> Bool {
    try catalog().server.capabilities.contains(capability)
  }

  // MARK: Facts

  /// Says what this server does where no documentation says what servers do.
  func note(_ question: String, _ answer: String) {
    print("fact: \(question): \(answer)   [\(subject)]")
  }

  func note(_ question: String, _ refusal: ServerError?) {
    let answer = refusal.map { error in
      "\(error.code) (\(error.sqlState)) \(ServerMessage.shown(error.message, redactor: Redactor()))"
    }
    note(question, answer ?? "accepted")
  }
}
