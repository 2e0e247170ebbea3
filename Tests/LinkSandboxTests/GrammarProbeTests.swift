import LinkCore
import LinkSandbox
import LinkSeal
import Testing

/// What each version lacks shows in a probe, before anything that matters is sent.
@Suite struct GrammarProbeTests {
  private static let address = LinkAddress(database: "prod", name: "orders")

  private static func definition(_ type: LinkType, isFull: Bool) -> LinkDefinition {
    let place = SourceLocation(file: "a.yaml", line: 1, column: 1)
    let secret = CredentialValue.reference(Reference(.environment("PASSWORD"), location: place))
    return LinkDefinition(
      type: type,
      credentials: type === LinkType.hdfs ? nil : .object([.init("secret_key", secret)]),
      config: isFull ? ["region": "it's"] : nil,
      description: isFull ? "mine" : nil
    )
  }

  /// Every form that a plan can have.
  private static let statements: [Statement] =
    LinkType.all.flatMap { type in
      [true, false].flatMap { isFull in
        [Statement.Creation.plain, .ifNotExists, .orReplace].map { creation in
          Statement(.create(creation, definition(type, isFull: isFull)), address)
        }
      }
    } + [Statement(.alterConfig(["region": "x"], of: .s3), address), Statement(.drop, address)]

  private static func server(_ dialect: Dialect) throws -> RecordingServer {
    let folder = try TemporaryFolder()
    let sandbox = try Sandbox(
      path: folder.file("catalog.db"),
      dialect: dialect,
      mode: .readWrite,
      digest: Digest.sha256
    )
    _ = try sandbox.query("CREATE DATABASE prod")
    return RecordingServer(sandbox, folder)
  }

  @Test(arguments: Dialect.allCases)
  func `No statement that carries a secret fails to parse`(dialect: Dialect) throws {
    let server = try Self.server(dialect)
    let probe = GrammarProbe(server, number: 42)
    var observed = 0
    let unknown = try probe.unknownForms(of: Self.statements + Self.statements) { _, _ in
      observed += 1
    }
    #expect(observed == Self.statements.count)
    #expect(server.sent.count == Self.statements.count)
    #expect(server.sent.allSatisfy { $0.contains("`linkctl_probe_2a`.`probe`") })
    #expect(!server.sent.contains { $0.contains("orders") || $0.contains("secret_key") })
    for statement in Self.statements {
      let isParsed = server.parses(statement.sql({ _ in "hunter2" }, tag: { _, _ in "" }).rendered)
      #expect(isParsed == !unknown.contains(statement.form), "\(statement.form)")
    }
    let lacks = dialect == .nineOne ? 0 : LinkType.all.count * 4 + 1
    #expect(unknown.count == lacks)
  }

  @Test func `Forms tell clauses and types apart, and neither names nor values`() {
    #expect(Set(Self.statements.map(\.form)).count == Self.statements.count)
    let other = LinkAddress(database: "x", name: "y")
    for statement in Self.statements {
      #expect(Statement(statement.operation, other).form == statement.form)
    }
    #expect(
      Self.statements[2].form.description
        == "CREATE OR REPLACE LINK … AS S3 CREDENTIALS … CONFIG … DESCRIPTION …"
    )
  }

  @Test func `A probe leaves nothing behind`() throws {
    let server = try Self.server(.nineOne)
    _ = try GrammarProbe(server, number: 1).unknownForms(of: Self.statements) { _, _ in }
    let sql = "SELECT LINK FROM information_schema.LINKS"
    #expect(try server.query(sql).rows.isEmpty)
  }

  @Test func `A server that is gone says nothing of its grammar`() {
    let error = ServerError(code: 2013, sqlState: "HY000", message: "gone", outcome: .unknown)
    #expect(throws: error) {
      try GrammarProbe(SilentServer(error: error), number: 1).unknownForms(of: Self.statements) {
        _,
        _ in
      }
    }
  }
}

/// Answers as a sandbox does, and remembers what it was sent.
private final class RecordingServer: Server {
  private let sandbox: Sandbox
  private let folder: TemporaryFolder
  private(set) var sent: [String] = []

  init(_ sandbox: Sandbox, _ folder: TemporaryFolder) {
    self.sandbox = sandbox
    self.folder = folder
  }

  func run(_ statement: Secret) throws(ServerError) -> ResultSet {
    sent.append(statement.reveal { $0 })
    return try sandbox.run(statement)
  }

  func parses(_ sql: String) -> Bool {
    do throws(ServerError) {
      _ = try sandbox.query(sql)
      return true
    } catch {
      return error.code != 1064
    }
  }
}

private final class SilentServer: Server {
  let error: ServerError

  init(error: ServerError) {
    self.error = error
  }

  func run(_ statement: Secret) throws(ServerError) -> ResultSet { throw error }
}
