/// A manifest that no schema may let pass, and the place that is wrong with it.
struct BadManifest {
  let id: String
  let text: String
  /// As a JSON pointer.
  let path: String

  private static func link(_ fields: String) -> String {
    "database: d\nlinks: { a: { \(fields) } }"
  }

  static let all = rows.map { BadManifest(id: $0.0, text: $0.1, path: $0.2) }

  private static let rows: [(String, String, String)] = [
    ("Y050", "linkz: {}", "/"),
    ("Y052", "links: [[a]]", "/links"),
    ("Y052", "database: d\nlinks: { a: [b] }", "/links/a"),
    ("Y053", link("type: S3, config: '{\"region\":\"us-east-1\"}'"), "/links/a/config"),
    ("Y017", link("type: S3, protect: yes"), "/links/a/protect"),
    ("Y040", link("type: \"S\\u0417\""), "/links/a/type"),
    ("S005", "database: d\nlinks: { '': { type: S3 } }", "/links"),
    (
      "S006", "database: d\nlinks: { \(String(repeating: "x", count: 65)): { type: S3 } }", "/links"
    ),
    ("S008", "database: d\nlinks: { 'a ': { type: S3 } }", "/links"),
    (
      "E001", link("type: S3, credentials: { aws_secret_access_key: abc }"),
      "/links/a/credentials/aws_secret_access_key"
    ),
    (
      "E011", link("type: HTTP, credentials: { headers: { X: { env: SINGLESTORE_PASSWORD } } }"),
      "/links/a/credentials/headers/X/env"
    ),
    (
      "E013", link("type: GCS, credentials: { access_id: i, secret_key: { env: 1-BAD } }"),
      "/links/a/credentials/secret_key/env"
    ),
    (
      "E014", link("type: GCS, credentials: { access_id: i, secret_key: { env: '' } }"),
      "/links/a/credentials/secret_key/env"
    ),
    (
      "E016", link("type: GCS, credentials: { access_id: i, secret_key: '${KEY}' }"),
      "/links/a/credentials/secret_key"
    ),
    (
      "E017", link("type: HTTP, credentials: { headers: { Authorization: Bearer env:TOK } }"),
      "/links/a/credentials/headers/Authorization"
    ),
    (
      "X001", link("type: MYSQL, config: { database.hostname: h, database.password: x }"),
      "/links/a/config/database.password"
    ),
    ("no type", link("description: x"), "/links/a"),
    ("no database", "links: { a: { type: S3 } }", "/links/a"),
    ("unknown key", link("type: S3, confg: {}"), "/links/a"),
    ("unknown type", link("type: S4"), "/links/a/type"),
    ("no value", link("type: S3, config:"), "/links/a/config"),
    ("null", link("type: S3, description: null"), "/links/a/description"),
    ("state", link("type: S3, state: gone"), "/links/a/state"),
    ("update", link("type: S3, update: later"), "/links/a/update"),
    ("ignore", link("type: S3, ignore: [confg.region]"), "/links/a/ignore/0"),
    ("ignore is no list", link("type: S3, ignore: config"), "/links/a/ignore"),
    ("only", link("type: S3, only: prod"), "/links/a/only"),
    (
      "two sources", link("type: GCS, credentials: { secret_key: { env: A, file: b } }"),
      "/links/a/credentials/secret_key"
    ),
    (
      "misspelt prefix", link("type: GCS, credentials: { secret_key: { env: A, prefx: b } }"),
      "/links/a/credentials/secret_key"
    ),
    ("env in config", link("type: S3, config: { region: { env: R } }"), "/links/a/config/region"),
    (
      "env deep in config", link("type: KAFKA, config: { x: { y: { env: R } } }"),
      "/links/a/config/x/y"
    ),
    ("env as config", link("type: S3, config: { env: R }"), "/links/a/config"),
    ("env in description", link("type: S3, description: { env: R }"), "/links/a/description"),
    (
      "credentials by reference", link("type: S3, credentials: { env: R }"),
      "/links/a/credentials"
    ),
    (
      "two sources, unknown key", link("type: S3, credentials: { x: { env: A, value: b } }"),
      "/links/a/credentials/x"
    ),
    (
      "waiver without reason", link("type: S3, allow: [{ rule: plain-http }]"),
      "/links/a/allow/0"
    ),
    (
      "waiver of form", link("type: S3, allow: [{ rule: bad-name, reason: r }]"),
      "/links/a/allow/0/rule"
    ),
    (
      "waiver's date", link("type: S3, allow: [{ rule: drop, reason: r, until: soon }]"),
      "/links/a/allow/0/until"
    ),
    (
      "override of only", link("type: S3, environments: { prod: { only: [prod] } }"),
      "/links/a/environments/prod"
    ),
    (
      "key of an override", link("type: S3, environments: { prod: { confg: {} } }"),
      "/links/a/environments/prod"
    ),
    (
      "secret in an override",
      link("type: GCS, environments: { prod: { credentials: { secret_key: x } } }"),
      "/links/a/environments/prod/credentials/secret_key"
    ),
    (
      "secret by a type of defaults",
      "database: d\ndefaults: { type: gcs }\nlinks: { a: { credentials: { secret_key: x } } }",
      "/links/a/credentials/secret_key"
    ),
    ("key of defaults", "database: d\ndefaults: { confg: {} }\nlinks: {}", "/defaults"),
    (
      "number as text", link("type: MYSQL, config: { database.port: '3306' }"),
      "/links/a/config/database.port"
    ),
    (
      "text as boolean", link("type: S3, config: { disable_gunzip: no }"),
      "/links/a/config/disable_gunzip"
    ),
    (
      "missing key", link("type: AZURE, credentials: { account_name: n }"),
      "/links/a/credentials"
    ),
  ]
}
