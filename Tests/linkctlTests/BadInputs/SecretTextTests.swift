import LinkCore
import Testing

@testable import LinkSandbox

/// Secrets that look like something else arrive as they are.
@Suite struct SecretTextTests {
  private static let manifest = BadInput.link(
    "{ type: GCS, credentials: { access_id: { env: A }, secret_key: { env: B } } }"
  )

  private struct Values: CustomTestStringConvertible {
    let id: String
    let first: String
    let second: String

    var testDescription: String { id }
  }

  private static let values = [
    Values(id: "E007: SQL", first: #"'; DROP DATABASE x; -- \"#, second: "it's `quoted` \"twice\""),
    Values(id: "E008: escapes", first: #"\u0027\n\\"#, second: #"\x27 %27 &#39;"#),
    Values(id: "E010: references", first: "env:OTHER", second: "{ env: OTHER } and ${OTHER}"),
    Values(id: "E025: one that begins like the other", first: "abcd", second: "abcdefgh"),
  ]

  @Test(arguments: values)
  private func `Sends a secret as it is, and shows none of it`(_ values: Values) throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let secrets = ["A": values.first, "B": values.second]
    let environment = secrets.merging(["OTHER": "not this one"]) { $1 }
    let ended = try project.run("apply", "--auto-approve", "--debug", environment: environment)
    #expect(ended.exit == 0)
    #expect(LeakSearch(secrets).leaks(in: ended) == [])
    #expect(!(ended.text + ended.messageText).contains("efgh"))
    let sandbox = try project.sandbox(".linkctl/sandbox.db", .readOnly)
    let sent = JSONValue.object([
      .init("access_id", .string(values.first)), .init("secret_key", .string(values.second)),
    ])
    #expect(try sandbox.credentialsMatch(sent.canonical, database: "prod", name: "x"))
    #expect(try project.links() == ["prod.x GCS"])
  }

  @Test func `E002: names all that are missing at once`() throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest])
    let ended = try project.run("apply", "--auto-approve", "--quiet", environment: ["B": ""])
    #expect(ended.exit == 6)
    #expect(ended.messageText.contains("environment variable A is not set (needed by prod.x)"))
    #expect(ended.messageText.contains("environment variable B is empty (needed by prod.x)"))
    #expect(ended.messageText.contains("secrets cannot be used; nothing was done"))
    #expect(!project.exists(".linkctl/sandbox.db"))
  }

  @Test func `Y055: plans the same for CRLF as for LF`() throws {
    let text = ExitCodeTests.manifest
    let plans = try [text, text.replacing("\n", with: "\r\n")].map { manifest in
      try TestProject(["links.d/a.yaml": manifest]).run("plan", "--format", "sql").text
    }
    #expect(plans[0].contains("CREATE LINK"))
    #expect(plans[0] == plans[1])
  }
}
