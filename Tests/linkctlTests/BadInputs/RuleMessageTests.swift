import Testing

/// Rules about links, with the place and the words of their findings.
@Suite struct RuleMessageTests {
  struct Case: CustomTestStringConvertible {
    let title: String
    let files: [String: String]
    let exit: Int32
    let says: [String]

    var testDescription: String { title }

    init(
      _ title: String,
      _ text: String,
      exit: Int32 = 0,
      in project: String? = nil,
      _ says: String...
    ) {
      self.title = title
      var files = ["links.d/a.yaml": text]
      files["linkctl.yaml"] = project
      self.files = files
      self.exit = exit
      self.says = says
    }
  }

  private static func http(_ headers: String) -> String {
    BadInput.link("{ type: HTTP, credentials: { headers: { \(headers) } } }")
  }

  static let references = [
    Case(
      "a variable that is not allowed",
      http("X: { env: OTHER_TOKEN }"),
      exit: 3,
      in: "secrets: { allow: ['ORDERS_*', QUOTES] }\n",
      ":3:49: error: variable OTHER_TOKEN is not allowed by secrets.allow in linkctl.yaml"
    ),
    Case(
      "variables that are allowed",
      http("X: { env: ORDERS_TOKEN }, Y: { env: QUOTES }"),
      in: "secrets: { allow: ['ORDERS_*', QUOTES] }\n",
      "0 errors, 0 warnings"
    ),
    Case(
      "no variable is allowed",
      http("X: { env: ORDERS_TOKEN }"),
      exit: 3,
      in: "secrets: { allow: [] }\n",
      "[reference-not-allowed]"
    ),
    Case(
      "the password of an environment",
      http("X: { env: PROD_PASSWORD }"),
      exit: 65,
      in: "environments: { prod: { password: { env: PROD_PASSWORD }, target: 'sandbox:a.db' } }\n",
      "env:PROD_PASSWORD is linkctl's own password; no link may refer to it [bad-reference]"
    ),
    Case(
      "the password file of an environment",
      http("X: { file: secrets/prod }"),
      exit: 65,
      in: "environments: { prod: { password: { file: secrets/prod }, target: 'sandbox:a.db' } }\n",
      "file:secrets/prod is linkctl's own password"
    ),
    Case(
      "the fingerprint key",
      http("X: { env: LINKCTL_FINGERPRINT_KEY }"),
      exit: 65,
      "LINKCTL_FINGERPRINT_KEY is linkctl's own; no link may refer to it"
    ),
    Case(
      "the fingerprint key of before",
      http("X: { env: LINKCTL_FINGERPRINT_KEY_PREVIOUS }"),
      exit: 65,
      "LINKCTL_FINGERPRINT_KEY_PREVIOUS is linkctl's own"
    ),
  ]

  private static let kafka =
    "type: KAFKA, credentials: { sasl.username: u, sasl.password: { env: K } }"

  static let links = [
    Case(
      "names that look alike",
      "database: prod\nlinks:\n  scope: { type: S3, credentials: {} }\n"
        + "  sc\u{43E}pe: { type: S3, credentials: {} }\n",
      #":4:3: warning: link 'prod.sc\u{43E}pe' looks like 'prod.scope' at links.d/a.yaml:3:3"#
    ),
    Case(
      "a key that looks like one of the type",
      BadInput.link(BadInput.lake("config: { r\u{435}gion: us-east-1 }")),
      #":3:114: warning: key 'r\u{435}gion' looks like 'region' [look-alike]"#
    ),
    Case(
      "numbers of other notations",
      BadInput.link(BadInput.lake("config: { region: 0o17, catalog_name: 12:30:45 }")),
      ":3:122: warning: this looks like a number and is text; put it in quotes to say so",
      ":3:142: warning: this looks like a number"
    ),
    Case(
      "the same in quotes",
      BadInput.link(BadInput.lake("config: { region: '0o17' }")),
      "0 errors, 0 warnings"
    ),
    Case(
      "an endpoint without TLS",
      BadInput.link(BadInput.lake("config: { endpoint_url: 'http://minio:9000' }")),
      ":3:114: warning: 'endpoint_url' is plain http: what S3 sends is not encrypted [plain-http]"
    ),
    Case(
      "a login without TLS",
      BadInput.link(
        "{ \(kafka), config: { security.protocol: sasl_plaintext, sasl.mechanism: PLAIN } }"
      ),
      ": warning: 'sasl.username' is sent unencrypted: 'security.protocol' of KAFKA is sasl_plaintext"
    ),
    Case(
      "a login with TLS",
      BadInput.link("{ \(kafka), config: { security.protocol: sasl_ssl, sasl.mechanism: PLAIN } }"),
      "0 errors, 0 warnings"
    ),
    Case(
      "a header that is no credential",
      http("Accept: text/html, Authorization: { env: TOKEN }"),
      ":3:46: warning: header 'Accept' is written down; it is no credential by its name and value"
    ),
    Case(
      "a secret in a name",
      BadInput.link("{ type: S3, credentials: {} }", name: "AKIAIOSFODNN7EXAMPLE"),
      exit: 3,
      ":3:3: error: the link's name looks like an AWS access key id (V02); names are public"
    ),
    Case(
      "a secret in a description",
      BadInput.link(BadInput.lake("description: 'see https://u:hunter2@host/'")),
      exit: 3,
      ":3:104: error: the description looks like a URL with a password in it (V06)"
    ),
    Case(
      "a database twice, once overridden",
      "database: prod\nlinks:\n  x: { type: S3, credentials: {} }\n",
      "0 errors, 0 warnings"
    ),
  ]

  @Test(arguments: references + links)
  func `Says where and what`(_ input: Case) throws {
    let ended = try TestProject(input.files).run("validate")
    #expect(ended.exit == input.exit)
    for text in input.says { #expect(ended.text.contains(text), "\(ended.text)") }
    #expect(!ended.text.contains("hunter2"))
  }
}
