import Foundation
import LinkCore
import Testing

/// Scripts that become manifests.
@Suite struct ImportScriptTests {
  private static let script = #"""
    # As it was run by hand; the next line is no statement: CREATE LINK
    USE Orderdb;
    CREATE LINK product_S3 AS S3
      CREDENTIALS '{"aws_access_key_id":"AKIAIOSFODNN7EXAMPLE","aws_secret_access_key":"canary-one"}'
      CONFIG '{"region":"us-east-1"}' DESCRIPTION 'Products; ordered [linkctl:1:x:-:-:AAAAAAAAAAA:-]';
    INSERT INTO t VALUES ('a;b', "CREATE LINK");
    create or replace link `other db`.`k'x` as kafka
      credentials '{"sasl.username":"me","sasl.password":"canary''two"}'
      config '{"security.protocol":"SASL_SSL","ssl.key.pem":"canary-three","deep":{"a":[1,"x"],"b":null}}';
    CREATE LINK IF NOT EXISTS web AS HTTP CREDENTIALS '{"headers":{"Authorization":"canary-four"}}';
    ALTER LINK web SET CREDENTIALS::token = 'canary-five';
    CREATE LINK gone AS GCS CREDENTIALS '{"access_id":"x","secret_key":"canary-six"}';
    DROP LINK gone;
    CREATE LINK files AS HDFS CREDENTIALS '' /* none */ CONFIG '{"hadoop.security.authentication":"simple"}'

    """#

  private let project: TestProject

  init() throws {
    project = try TestProject(["links.sql": Self.script])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: project.path(name), encoding: .utf8)
  }

  @Test func `Secrets become references, and the rest stands as it is`() throws {
    let ended = try project.run("import", "--sql", "links.sql")
    #expect(ended.exit == 0, "\(ended.messageText)")
    #expect(
      try text("links.d/Orderdb.yaml").hasSuffix(
        """

        database: Orderdb
        links:
          files:
            type: HDFS
            config:
              hadoop.security.authentication: simple
          product_S3:
            type: S3
            description: Products; ordered
            config:
              region: us-east-1
            credentials:
              aws_access_key_id: { env: ORDERDB_PRODUCT_S3_AWS_ACCESS_KEY_ID }
              aws_secret_access_key: { env: ORDERDB_PRODUCT_S3_AWS_SECRET_ACCESS_KEY }
          web:
            type: HTTP
            credentials:
              headers:
                Authorization: { env: ORDERDB_WEB_HEADERS_AUTHORIZATION }
              token: { env: ORDERDB_WEB_TOKEN }

        """
      )
    )
    let other = try text("links.d/other%20db.yaml")
    #expect(other.contains("  k'x:\n    type: KAFKA\n"))
    #expect(other.contains("    ignore: [config.\"ssl.key.pem\", config.deep.b]\n"))
    #expect(ended.text.contains("Import: 4 added, 0 overridden, 0 unchanged, 2 notes.\n"))
    #expect(ended.text.contains("Other statements of the script, not read: 1\n"))
    #expect(ended.text.contains("To be set at apply: ORDERDB_PRODUCT_S3_AWS_ACCESS_KEY_ID, "))
    #expect(try project.run("validate").exit == 0)
    #expect(try project.run("fmt", "--check").exit == 0)
    let again = try project.run("import", "--sql", "links.sql")
    #expect(again.text.contains("Import: 0 added, 0 overridden, 4 unchanged"))
  }

  @Test(arguments: [
    [], ["--dry-run"], ["--format", "json"], ["--format", "json", "--dry-run"],
    ["--out", "elsewhere"], ["--debug"],
  ])
  func `No secret of a script comes out`(options: [String]) throws {
    let ended = try project.linkctl(["import", "--sql", "links.sql"] + options).run()
    #expect(ended.exit == 0, "\(ended.messageText)")
    let files = TestProject.files(below: project.folder).filter { !$0.hasSuffix(".sql") }
    #expect(files.isEmpty == options.contains("--dry-run"))
    let written = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    for said in written + [ended.text, ended.messageText] { #expect(!said.contains("canary")) }
  }

  @Test func `Every mistake has its place, and nothing is written`() throws {
    try project.write(
      """
      CREATE LINK a AS S3 CREDENTIALS '{}';
      CREATE LINK d.b AS S3 CREDENTIALS '{canary';
        CREATE LINK d.c S3;
      ALTER LINK d.e SET CONFIG '{}';
      """,
      to: "bad.sql"
    )
    let ended = try project.run("import", "--sql", "bad.sql")
    #expect(ended.exit == 65)
    let lines = ended.messageText.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("bad.sql:1:1: error: a link without a database; "))
    #expect(lines[1] == "bad.sql:2:1: error: CREDENTIALS is no JSON object")
    #expect(lines[2].hasPrefix("bad.sql:3:19: error: expected "))
    #expect(lines[3].hasPrefix("bad.sql:4:1: error: ALTER LINK of a link"))
    #expect(!ended.messageText.contains("canary") && !project.exists("links.d"))
    let json = try project.run("import", "--sql", "bad.sql", "--format", "json")
    #expect(try JSONValue(reading: json.output)["kind"]?.text == "linkctl.import")
  }

  @Test(arguments: [
    "CREATE LINK d.a AS S3 CREDENTIALS '{}", "CREATE LINK d.`a", "DROP LINK d.a; 'x",
  ])
  func `A text without an end is told`(script: String) throws {
    try project.write(script, to: "bad.sql")
    let ended = try project.run("import", "--sql", "bad.sql")
    #expect(ended.exit == 65)
    #expect(ended.messageText.contains("without an end"))
  }

  @Test func `Names that would share a variable do not`() throws {
    try project.write(
      """
      CREATE LINK d.`a-b` AS GCS CREDENTIALS '{"secret_key":"x"}';
      CREATE LINK d.`a.b` AS GCS CREDENTIALS '{"secret_key":"y"}';
      CREATE LINK `1`.x AS GCS CREDENTIALS '{"secret_key":"z"}';
      CREATE LINK linkctl.password AS GCS CREDENTIALS '{}';
      """,
      to: "names.sql"
    )
    let ended = try project.run("import", "--sql", "names.sql", "--format", "json")
    let names = try JSONValue(reading: ended.output)["variables"]?.items?.compactMap(\.text)
    #expect(names == ["_1_X_SECRET_KEY", "D_A_B_SECRET_KEY", "D_A_B_SECRET_KEY_2"])
  }

  @Test func `Credentials that no manifest can say are named, and the rest is imported`() throws {
    try project.write(
      #"""
      CREATE LINK d.a AS KAFKA CREDENTIALS '{"x":{"env":"canary"}}';
      CREATE LINK d.b AS KAFKA CREDENTIALS '{"value":"canary"}';
      CREATE LINK d.c AS KAFKA CREDENTIALS '{"\\u0085":"canary"}';
      CREATE LINK d.d AS KAFKA CREDENTIALS '{}';
      """#,
      to: "odd.sql"
    )
    let ended = try project.run("import", "--sql", "odd.sql")
    #expect(ended.exit == 0 && ended.text.contains("Import: 1 added"))
    for name in ["d.a", "d.b"] {
      #expect(
        ended.text.contains("\(name): has a map in CREDENTIALS that would be read as a reference\n")
      )
    }
    #expect(ended.text.contains("d.c: has a key in CREDENTIALS that no manifest takes\n"))
    #expect(!ended.text.contains("canary") && !ended.messageText.contains("canary"))
    #expect(try project.run("validate").exit == 0)
  }

  @Test func `A script without databases takes the one that is given`() throws {
    try project.write("CREATE LINK a AS S3 CREDENTIALS '{}';", to: "one.sql")
    #expect(try project.run("import", "--sql", "one.sql", "--database", "orders").exit == 0)
    #expect(try text("links.d/orders.yaml").contains("database: orders\nlinks:\n  a:\n"))
    let two = try project.run("import", "--sql", "one.sql", "--database", "a", "--database", "b")
    #expect(two.exit == 64)
    #expect(try project.run("import", "--sql", "one.sql", "--snapshot", "x").exit == 64)
    #expect(try project.run("import", "--sql", "none.sql").exit == 65)
  }
}
