import LinkCore
import Testing

/// A plan is safe to publish: what somebody put where it does not belong is not repeated in it.
struct PublicPlanTests {
  private static let secret = "hunter2hunter2"
  private static let formats = ["text", "json", "sql"]

  @Test(arguments: formats)
  func `Hides a secret that a link lets pass into CONFIG`(format: String) throws {
    let project = try TestProject([
      "links.d/a.yaml": """
      database: d
      links:
        a:
          type: S3
          config: { region: us-east-1, password: \(Self.secret) }
          credentials: {}
          allow: [{ rule: secret-in-config, reason: the old gateway wants it there }]

      """
    ])
    let plan = try project.run("plan", "--format", format)
    #expect(plan.exit == 0)
    #expect(!plan.text.contains(Self.secret) && !plan.messageText.contains(Self.secret))
    if format == "sql" { #expect(plan.text.hasPrefix("!! preview")) }
    #expect(try project.run("apply", "--auto-approve").exit == 0)
    #expect(try project.run("plan", "--detailed-exitcode").exit == 0)
  }

  @Test(arguments: formats)
  func `Hides a secret that a snapshot brings along`(format: String) throws {
    let project = try TestProject([
      "links.d/a.yaml": """
      database: d
      links:
        a: { type: S3, config: { region: us-east-1 }, credentials: {} }

      """,
      "snapshot.json": """
      {"format_version": "1.0", "kind": "linkctl.snapshot", "taken_at": null, "databases": ["d"],
       "server": {"product": "x", "version": "9.1.0", "capabilities": ["or_replace"]},
       "complete": true, "pipelines": [],
       "links": [{"database": "d", "name": "a", "type": "S3", "description": null,
                  "tag": "\(SampleTag.content("a"))",
                  "config": {"region": "eu-west-1", "password": "\(Self.secret)"}}]}
      """,
    ])
    let plan = try project.run("plan", "--snapshot", "snapshot.json", "--format", format)
    #expect(plan.exit == 0)
    #expect(plan.text.contains("us-east-1"))
    #expect(!plan.text.contains(Self.secret))
  }

  @Test(arguments: ["singlestore://admin:p/w0rd@h:3306", "singlestore://a@b:pw@h:1/d?password=x"])
  func `Refuses a password in a target, and shows it nowhere`(target: String) throws {
    let project = try TestProject([
      "linkctl.yaml": "environments:\n    prod: {target: '\(target)'}\n",
      "links.d/a.yaml": "database: d\nlinks: { a: { type: S3, credentials: {} } }\n",
    ])
    let validation = try project.run("validate")
    #expect(validation.exit == 65)
    let diff = try project.run("fmt", "--diff", "linkctl.yaml")
    for text in [validation.text, diff.text, diff.messageText] {
      #expect(!text.contains("p/w0rd") && !text.contains("pw@"))
    }
  }

  @Test func `Stays JSON where a secret reads like JSON`() throws {
    let project = try TestProject([
      "links.d/a.yaml": """
      database: d
      links:
        a: { type: GCS, credentials: { access_id: { env: A }, secret_key: { env: B } } }

      """
    ])
    let secrets = ["A": "null", "B": "applied"]
    let run = try project.linkctl(
      ["apply", "--auto-approve", "--format", "json"],
      environment: secrets
    ).run()
    #expect(run.exit == 0)
    #expect(try JSONValue(reading: run.output)["summary"]?["applied"]?.canonical == "1")
  }
}
