import Foundation
import LinkCore
import Testing

/// Programs that others wrote, against the served sandbox: they read what linkctl made, and linkctl
/// plans against what they made.
@Suite struct OtherClientsTests {
  private static let manifest = """
    database: prod
    links:
      ours:
        type: S3
        description: "é, ' and \\\\ in one"
        config: { region: eu-west-1 }
        credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: { env: SECRET } }
      theirs: { type: S3, config: { region: eu-west-1 }, credentials: {} }

    """
  private static let password = "it's a \\ password"

  private let project: TestProject
  private let served: ServedSandbox

  init() throws {
    project = try TestProject(["links.d/a.yaml": Self.manifest])
    served = try ServedSandbox(
      project,
      environment: ["LINKCTL_SANDBOX_PASSWORD": Self.password]
    )
  }

  private func linkctl(_ arguments: String...) throws -> Ended {
    let environment = [
      "LINKCTL_PASSWORD": Self.password, "ID": "AKIAEXAMPLE", "SECRET": TestProject.secret,
    ]
    return try project.linkctl(
      arguments + ["--target", served.target],
      environment: environment
    ).run()
  }

  private func program(
    _ executable: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> Ended {
    try project.linkctl(arguments, environment: environment)
      .with { $0.executable = executable }
      .run()
  }

  /// One client after another sees both links, makes the one that linkctl then plans to adopt.
  private func expectMeeting(_ make: (_ sql: String) throws -> Void, _ read: () throws -> String)
    throws
  {
    #expect(try linkctl("apply", "--auto-approve", "--only", "prod.ours").exit == 0)
    let seen = try read()
    #expect(seen.contains("é, ' and \\ in one [linkctl:1:linkctl:"), "\(seen)")
    #expect(seen.contains(#"{"region":"eu-west-1"}"#))
    try make(#"CREATE LINK theirs AS S3 CREDENTIALS '{}' CONFIG '{"region":"us-east-1"}'"#)
    let plan = try linkctl("plan", "--detailed-exitcode")
    #expect(plan.exit == 0)
    #expect(plan.text.contains("1 not ours"))
    #expect(plan.text.contains("--adopt prod.theirs"), "\(plan.text)")
    #expect(try linkctl("apply", "--auto-approve", "--adopt", "prod.theirs").exit == 0)
    #expect(try linkctl("plan", "--detailed-exitcode").exit == 0)
    #expect(try !read().contains("us-east-1"))
  }

  @Test func `The stock mariadb client`() throws {
    let run = { (sql: String) in
      let ended = try program(
        "/usr/bin/env",
        [
          "mariadb", "--host=127.0.0.1", "--port=\(served.port)", "--user=root", "--batch", "--raw",
          "--execute", sql, "prod",
        ],
        environment: ["MYSQL_PWD": Self.password]
      )
      #expect(ended.exit == 0, "\(ended.messageText)")
      return ended.text
    }
    try expectMeeting({ _ = try run($0) }, { try run("SHOW LINKS") })
    #expect(try run("SHOW DATABASES") == "Database\ninformation_schema\nprod\n")
    #expect(
      try run("CREATE LINK IF NOT EXISTS ours AS S3 CREDENTIALS '{}'; SHOW WARNINGS").contains(
        "Note\t1050\tLink 'ours' already exists"
      )
    )
  }

  @Test func `The stock mariadb client is told what is wrong`() throws {
    let ended = try program(
      "/usr/bin/env",
      [
        "mariadb", "--host=127.0.0.1", "--port=\(served.port)", "--user=root", "--execute",
        "SHOW LINKS",
      ]
    )
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("ERROR 1045 (28000): Access denied for user 'root'"))
  }

  @Test func `PyMySQL`() throws {
    try expectMeeting(through: "pymysql")
  }

  @Test(
    .enabled(
      if: Python.hasSingleStore,
      "singlestoredb is not in .build/python: no index of packages was reached"
    )
  )
  func `The singlestoredb package of SingleStore`() throws {
    try expectMeeting(through: "singlestoredb")
  }

  private func expectMeeting(through module: String) throws {
    let run = { (sql: String) in
      let ended = try program(
        Python.executable,
        ["-c", Python.script, module, String(served.port), sql],
        environment: ["PYTHONPATH": Python.packages, "PASSWORD": Self.password]
      )
      #expect(ended.exit == 0, "\(ended.messageText)")
      return ended.text
    }
    try expectMeeting({ _ = try run($0) }, { try run("SHOW LINKS") })
    #expect(try run("SELECT 1, @@memsql_version, NULL") == "1\t9.1.0\tNone\n")
    #expect(try run("SELECT DATABASE()") == "prod\n")
  }
}

/// Debian's own Python, where its packages are, and those that `scripts/setup --tests` put beside the
/// build.
enum Python {
  static let executable = "/usr/bin/python3"

  static let packages: String = {
    let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    return String(root.dropFirst()) + "/.build/python"
  }()

  static let hasSingleStore = FileManager.default.fileExists(
    atPath: "\(packages)/singlestoredb/__init__.py"
  )

  /// Runs one statement; one line a row.
  static let script = """
    import importlib, os, sys
    module, port, sql = sys.argv[1:]
    client = importlib.import_module(module)
    connection = client.connect(
        host="127.0.0.1", port=int(port), user="root", password=os.environ["PASSWORD"], database="prod"
    )
    cursor = connection.cursor()
    cursor.execute(sql)
    for row in cursor.fetchall():
        print(*row, sep="\\t")
    connection.close()
    """
}
