import Foundation
import LinkCore
import LinkSandbox
import Testing

/// The manual's examples of CREATE LINK as manifests: each gives a statement that the manual's
/// grammar takes, with the manual's JSON in it.
@Suite struct ManualExamplesTests {
  private func project(_ example: Example) throws -> TestProject {
    try TestProject([
      "links.d/example.yaml": "database: Orderdb\nlinks:\n\(example.manifest)\n"
    ])
  }

  /// The statements of a plan as SQL, without the line in front that no server takes.
  private func statements(_ project: TestProject) throws -> [String] {
    let ended = try project.run("plan", "--format", "sql")
    #expect(ended.exit == 0, "\(ended.messageText)")
    return ended.lines { !$0.hasPrefix("!!") }.map { String($0) }
  }

  @Test(arguments: examples)
  func `Carries the JSON of the manual`(example: Example) throws {
    let sql = try statements(project(example))
    try #require(sql.count == 1)
    guard case .createLink(let link) = try SQLReader.statement(in: sql[0]) else {
      Issue.record("no CREATE LINK: \(sql[0])")
      return
    }
    #expect(link.type == example.type)
    #expect(link.name.database == "Orderdb")
    let tagged = TaggedDescription.joining(example.description ?? "", TagDraft.placeholder)
    #expect(link.description == tagged)
    #expect(isSame(link.config, example.config))
    let sent = link.credentials.reveal { credentials in
      example.secrets.reduce(credentials) { text, secret in
        text.replacing("${env:\(secret.key)}", with: secret.value)
      }
    }
    #expect(isSame(sent, example.credentials), "\(sent)")
  }

  private func isSame(_ sent: String?, _ written: String?) -> Bool {
    guard let sent, let written, !written.isEmpty else { return sent == written }
    guard let one = try? JSONValue(reading: sent), let other = try? JSONValue(reading: written)
    else { return false }
    return one.means(other)
  }

  /// The grammar of the manual, clauses in their order.
  ///
  /// `CREATE [OR REPLACE] LINK [IF NOT EXISTS] [db_name.]connection_name AS { type } CREDENTIALS
  /// 'json' [ CONFIG 'json' ] [ DESCRIPTION 'text' ]`
  @Test(arguments: examples)
  func `Is a statement of the grammar of the manual`(example: Example) throws {
    let name = "`(?:[^`]|``)+`"
    let text = #"'(?:[^'\\]|''|\\.)*'"#
    let grammar =
      "CREATE (OR REPLACE )?LINK (IF NOT EXISTS )?(\(name)\\.)?\(name) AS"
      + " (S3|AZURE|GCS|HDFS|HTTP|KAFKA|MONGODB|MYSQL) CREDENTIALS \(text)"
      + "( CONFIG \(text))?( DESCRIPTION \(text))?;"
    let expression = try Regex(grammar).dotMatchesNewlines()
    for sql in try statements(project(example)) {
      #expect(sql.wholeMatch(of: expression) != nil, "\(sql)")
    }
  }

  /// With secrets that are none of the manual's placeholders.
  @Test(arguments: examples)
  func `Applies, and nothing is left to do`(example: Example) throws {
    let project = try project(example)
    let names = example.secrets.keys.sorted()
    let secrets = Dictionary(uniqueKeysWithValues: names.map { ($0, "it's \\ \"\($0)\" 7Qz3") })
    let applied = try project.run("apply", "--auto-approve", environment: secrets)
    #expect(applied.exit == 0, "\(applied.messageText)")
    let again = try project.run("plan", "--detailed-exitcode")
    #expect(again.exit == 0, "\(again.text)")
    var sent = example.credentials
    for (name, value) in example.secrets {
      let quoted = JSONValue.string(secrets[name] ?? "").canonical.dropFirst().dropLast()
      sent = sent.replacing(value + "\"", with: quoted + "\"")
    }
    let name = example.manifest.split(separator: ":")[0].trimmingCharacters(in: .whitespaces)
    let sandbox = try project.sandbox(".linkctl/sandbox.db", .readOnly)
    #expect(try sandbox.credentialsMatch(sent, database: "Orderdb", name: name))
  }

  @Test func `Updates the link of the OR REPLACE example in place`() throws {
    let project = try TestProject()
    let secrets = ["ID": "original_key_id", "KEY": "original_secret_access_key"]
    let manifest = { (region: String, description: String, type: String) in
      """
      database: analytics
      links:
        analytics_link:
          type: \(type)
          description: \(description)
          config: { region: \(region) }
          credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: { env: KEY } }
      """
    }
    try project.write(manifest("us-west-1", "Analytics data storage", "S3"), to: "links.d/a.yaml")
    #expect(try project.run("apply", "--auto-approve", environment: secrets).exit == 0)
    let words = "Updated analytics data storage in new region"
    try project.write(manifest("us-east-1", words, "S3"), to: "links.d/a.yaml")
    let plan = try project.run("plan")
    #expect(plan.lines { $0.hasPrefix("  ~ ") }.count == 1)
    #expect(plan.text.contains("Plan: 0 to create, 1 to update, 0 to adopt, 0 to recreate, 0 to"))
    #expect(try project.run("apply", "--auto-approve", environment: secrets).exit == 0)
    #expect(try project.run("plan", "--detailed-exitcode").exit == 0)
    try project.write(manifest("us-east-1", words, "KAFKA"), to: "links.d/a.yaml")
    let blocked = try project.run("plan", "--detailed-exitcode")
    #expect(blocked.exit == 3)
    #expect(blocked.text.contains("S3 -> KAFKA cannot be changed in place (type-change)"))
    #expect(try project.run("apply", "--auto-approve", environment: secrets).exit == 3)
  }
}
