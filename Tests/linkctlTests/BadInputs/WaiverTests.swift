import Foundation
import Testing

/// `allow`, as a user meets it: what it takes away, and what is said of one that is of no use.
@Suite struct WaiverTests {
  private static let body =
    "{ type: S3, credentials: { aws_access_key_id: { env: ID },"
    + " aws_secret_access_key: { env: KEY } }, config: { endpoint_url: 'http://minio:9000' }"

  private func findings(_ allow: String, projectFile: String? = nil) throws -> [String] {
    let text = BadInput.link("\(Self.body), allow: [{ \(allow) }] }")
    let project = try TestProject(["links.d/a.yaml": text])
    if let projectFile { try project.write(projectFile, to: "linkctl.yaml") }
    return Self.rules(try project.run("validate"))
  }

  /// The rules in brackets behind the messages.
  private static func rules(_ ended: Ended) -> [String] {
    ended.lines().compactMap { line in
      guard line.hasSuffix("]"), let start = line.lastIndex(of: "["), !line.hasPrefix(" ") else {
        return nil
      }
      return String(line[line.index(after: start)...].dropLast())
    }
  }

  /// A day so many days from now.
  private static func day(_ days: Int) -> String {
    let formatter = DateFormatter()
    formatter.dateFormat = "yyyy-MM-dd"
    formatter.timeZone = TimeZone(identifier: "UTC")
    return formatter.string(from: Date(timeIntervalSinceNow: Double(days) * 86_400))
  }

  static let cases: [(allow: String, findings: [String])] = [
    ("rule: plain-http, reason: inside", []),
    ("rule: plain-http, key: endpoint_url, reason: inside", []),
    ("rule: plain-http, key: config.endpoint_url, reason: inside", []),
    ("rule: plain-http, key: region, reason: inside", ["plain-http", "unused-waiver"]),
    ("rule: plain-http, key: credentials, reason: inside", ["plain-http", "unused-waiver"]),
    ("rule: plaintext-kafka, reason: inside", ["plain-http", "unused-waiver"]),
    ("rule: drop, reason: a consent says nothing of findings", ["plain-http"]),
    ("rule: plain-http, reason: inside, until: \(day(2))", []),
    ("rule: plain-http, reason: inside, until: \(day(-2))", ["plain-http", "expired-waiver"]),
    ("rule: drop, reason: of last year, until: 2020-02-29", ["plain-http", "expired-waiver"]),
    ("rule: plain-http, reason: ''", ["bad-value"]),
  ]

  @Test(arguments: cases)
  func `Takes away what it names`(allow: String, findings: [String]) throws {
    #expect(try self.findings(allow).sorted() == findings.sorted())
  }

  @Test func `May be asked for errors of rules, not only for warnings`() throws {
    let allow = "rule: plain-http, reason: inside"
    #expect(try findings(allow, projectFile: "rules: { plain-http: error }\n") == [])
  }

  @Test func `Is wanted where it is used by an environment that is not looked at`() throws {
    let overrides = "environments: { dev: { config: { endpoint_url: 'http://minio' } } }"
    let allow = "allow: [{ rule: plain-http, reason: inside }]"
    let text = BadInput.link(BadInput.lake("\(overrides), \(allow)"))
    let project = try TestProject([
      "links.d/a.yaml": text, "linkctl.yaml": Typo.twoEnvironments,
    ])
    for arguments in [["validate"], ["plan", "--env", "dev"], ["plan", "--env", "prod"]] {
      let ended = try project.linkctl(arguments).run()
      #expect(ended.exit == 0)
      #expect(!(ended.text + ended.messageText).contains("[unused-waiver]"), "\(arguments)")
    }
  }

  @Test func `Is of use to its own link alone`() throws {
    let one = "  one: \(Self.body), allow: [{ rule: plain-http, reason: inside }] }\n"
    let text = "database: prod\nlinks:\n\(one)  two: \(Self.body) }\n"
    let ended = try TestProject(["links.d/a.yaml": text]).run("validate")
    #expect(Self.rules(ended) == ["plain-http"])
    #expect(ended.text.contains("links.d/a.yaml:4:"))
  }

  @Test(arguments: ["security.protocol", #"config."security.protocol""#, #""security.protocol""#])
  func `Names keys with dots as people and as paths do`(key: String) throws {
    let text = BadInput.link(
      "{ type: KAFKA, config: { security.protocol: sasl_plaintext, sasl.mechanism: PLAIN },"
        + " credentials: { sasl.username: u, sasl.password: { env: KEY } },"
        + " allow: [{ rule: plaintext-kafka, key: '\(key)', reason: inside }] }"
    )
    #expect(Self.rules(try TestProject(["links.d/a.yaml": text]).run("validate")) == [])
  }
}
