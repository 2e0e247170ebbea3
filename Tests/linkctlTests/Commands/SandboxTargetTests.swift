import Foundation
import LinkCore
import Testing

@testable import LinkSandbox

/// What stands at a sandbox's path, and how links in it are changed.
@Suite struct SandboxTargetTests {
  private static let file = ".linkctl/sandbox.db"

  private static func manifest(region: String = "us-east-1", type: String = "S3") -> String {
    """
    database: prod
    links:
      a:
        type: \(type)
        config: { region: \(region) }
        credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: { env: KEY } }

    """
  }

  private static let secrets = ["ID": "AKIATESTONLY99887766", "KEY": "sandbox-target-key-1234"]

  private func project() throws -> TestProject {
    try TestProject(["links.d/a.yaml": Self.manifest()])
  }

  /// A project whose `.linkctl` is a symbolic link.
  private func linked(to target: String) throws -> TestProject {
    let project = try project()
    try FileManager.default.createSymbolicLink(
      atPath: project.path(".linkctl"),
      withDestinationPath: target
    )
    return project
  }

  @Test(arguments: ["plan", "apply", "snapshot"])
  func `A symbolic link leads no sandbox out of the project`(command: String) throws {
    let elsewhere = try TestProject()
    let project = try linked(to: elsewhere.folder)
    let more = command == "apply" ? ["--auto-approve"] : []
    let ended = try project.linkctl([command] + more, environment: Self.secrets).run()
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("a symbolic link that leads out of its folder"))
    #expect(TestProject.files(below: elsewhere.folder) == [])
  }

  @Test(arguments: ["db/out/more/x.db", "links.d/../db/out/x.db", "./db/out/x.db"])
  func `A symbolic link deeper on the way is found, too`(path: String) throws {
    let elsewhere = try TestProject(["keep": ""])
    let project = try TestProject([
      "links.d/a.yaml": Self.manifest(), "db/keep": "",
      "linkctl.yaml": "environments: { dev: { target: 'sandbox:\(path)' } }\n",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: project.path("db/out"),
      withDestinationPath: elsewhere.folder
    )
    let ended = try project.run(
      "apply",
      "--env",
      "dev",
      "--auto-approve",
      environment: Self.secrets
    )
    #expect(ended.exit == 1)
    #expect(TestProject.files(below: elsewhere.folder).count == 1)
  }

  @Test func `What a target names outside of the project is there for everybody to see`() throws {
    let project = try project()
    try project.write(
      "environments: { dev: { target: 'sandbox:../tmp/x.db' } }\n",
      to: "linkctl.yaml"
    )
    let arguments = ["apply", "--env", "dev", "--auto-approve"]
    #expect(try project.linkctl(arguments, environment: Self.secrets).run().exit == 0)
    #expect(TestProject.files(below: project.temporaryFolder).count == 1)
  }

  @Test func `A symbolic link inside of the project is followed, and one that a caller names`()
    throws
  {
    let project = try linked(to: "state")
    try project.write("", to: "state/keep")
    let applied = try project.run("apply", "--auto-approve", environment: Self.secrets)
    #expect(applied.exit == 0, "\(applied.messageText)")
    #expect(project.exists("state/sandbox.db"))
    let elsewhere = try TestProject(["keep": ""])
    let other = try self.project()
    try FileManager.default.createSymbolicLink(
      atPath: other.path("out"),
      withDestinationPath: elsewhere.folder
    )
    let named = try other.run(
      "apply",
      "--auto-approve",
      "--target",
      "sandbox:out/x.db",
      environment: Self.secrets
    )
    #expect(named.exit == 0, "\(named.messageText)")
    #expect(elsewhere.exists("x.db"))
  }

  @Test func `A committed sandbox with a view in it ends a plan at once`() throws {
    let project = try project()
    #expect(try project.run("apply", "--auto-approve", environment: Self.secrets).exit == 0)
    let sandbox = try project.sandbox(Self.file)
    try sandbox.rows(
      "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        + " SELECT i FROM n"
    )
    let ended = try project.run("plan")
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("it holds tables or views that linkctl has not made"))
  }

  // MARK: Style

  @Test func `Alters CONFIG without the secrets, which stay`() throws {
    let project = try project()
    #expect(try project.run("apply", "--auto-approve", environment: Self.secrets).exit == 0)
    try project.write(Self.manifest(region: "eu-west-1"), to: "links.d/a.yaml")
    #expect(try project.run("apply", "--auto-approve").exit == 6)
    let altered = try project.run("apply", "--auto-approve", "--style", "auto")
    #expect(altered.exit == 0, "\(altered.messageText)")
    #expect(altered.text.contains("[1/1] alter prod.a: applied"))
    #expect(!altered.text.contains("Needs at apply"))
    #expect(try project.links() == [#"prod.a S3 {"region":"eu-west-1"}"#])
    let kept =
      #"{"aws_access_key_id":"\#(Self.secrets["ID"] ?? "")","#
      + #""aws_secret_access_key":"\#(Self.secrets["KEY"] ?? "")"}"#
    let sandbox = try project.sandbox(Self.file, .readOnly)
    #expect(try sandbox.credentialsMatch(kept, database: "prod", name: "a"))
    for style in ["auto", "replace"] {
      #expect(try project.run("plan", "--style", style, "--detailed-exitcode").exit == 0)
    }
  }

  @Test func `A server that knows no ALTER LINK is sent none`() throws {
    let project = try project()
    let old = ["--target", "sandbox:x.db?dialect=9.0", "--style", "auto"]
    let apply = ["apply", "--auto-approve"] + old
    #expect(try project.linkctl(apply, environment: Self.secrets).run().exit == 0)
    try project.write(Self.manifest(region: "eu-west-1"), to: "links.d/a.yaml")
    let planned = try project.linkctl(["plan"] + old).run()
    #expect(planned.text.contains("cannot be replaced: this server has no CREATE OR REPLACE LINK"))
    #expect(try project.linkctl(apply, environment: Self.secrets).run().exit == 3)
    let consented = apply + ["--allow-recreate", "prod.a"]
    #expect(try project.linkctl(consented, environment: Self.secrets).run().exit == 0)
    #expect(try project.linkctl(["plan", "--detailed-exitcode"] + old).run().exit == 0)
  }

  // MARK: Pipelines

  /// The override is a person's word to linkctl; what the server makes of it is the server's.
  @Test func `What is accepted by name is sent, and the server has the last word`() throws {
    let project = try project()
    #expect(try project.run("apply", "--auto-approve", environment: Self.secrets).exit == 0)
    do {
      let sandbox = try project.sandbox(Self.file)
      for sql in [
        "CREATE PIPELINE prod.p AS LOAD DATA LINK a 'bucket' INTO TABLE t", "START PIPELINE prod.p",
      ] { _ = try sandbox.query(sql) }
    }
    try project.write(
      "database: prod\nlinks: { a: { type: KAFKA, credentials: {} } }\n",
      to: "links.d/a.yaml"
    )
    let recreate = ["--allow-recreate", "prod.a"]
    let refused = try project.linkctl(["apply", "--auto-approve"] + recreate).run()
    #expect(refused.exit == 3)
    #expect(refused.text.contains("is used by prod.p (running) (in-use)"))
    let accepted = recreate + ["--accept", "recreate-in-use"]
    let planned = try project.linkctl(["plan"] + accepted).run()
    #expect(planned.text.contains("-/+ prod.a"))
    #expect(planned.text.contains("used by 1 pipeline (1 running)"))
    #expect(planned.text.contains("Accepted: recreate-in-use."))
    let failed = try project.linkctl(["apply", "--auto-approve"] + accepted).run()
    #expect(failed.exit == 1)
    #expect(failed.text.contains("drop prod.a: failed: error 1451"))
    #expect(failed.text.contains("create prod.a: not attempted"))
    #expect(try project.links().count == 1)
    do { _ = try project.sandbox(Self.file).query("DROP PIPELINE prod.p") }
    #expect(try project.linkctl(["apply", "--auto-approve"] + recreate).run().exit == 0)
    #expect(try project.run("plan", "--detailed-exitcode").exit == 0)
  }

  @Test func `A snapshot lists the pipelines that use its links`() throws {
    let project = try project()
    #expect(try project.run("apply", "--auto-approve", environment: Self.secrets).exit == 0)
    do {
      _ = try project.sandbox(Self.file).query(
        "CREATE PIPELINE prod.p AS LOAD DATA LINK a 'bucket' INTO TABLE t"
      )
    }
    let snapshot = try JSONValue(reading: project.run("snapshot").output)
    #expect(
      snapshot["pipelines"]?.canonical
        == #"[{"database":"prod","link":"prod.a","name":"p","state":"Stopped"}]"#
    )
    #expect(
      snapshot["server"]?["capabilities"]?.canonical
        == #"["alter_link","if_not_exists","links_config","or_replace"]"#
    )
  }
}
