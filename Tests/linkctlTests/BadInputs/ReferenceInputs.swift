extension BadInput {
  private static func bucket(
    _ id: String,
    _ key: String,
    exit: Int32 = 65,
    _ says: String...,
    never: [String] = []
  ) -> Self {
    let body = "{ type: GCS, credentials: { access_id: me, secret_key: \(key) } }"
    let files: [String: Content] = ["links.d/a.yaml": "\(link(body))"]
    return Self(id: id, files: files, exit: exit, says: says, neverShown: never)
  }

  private static func header(_ id: String, _ value: String, exit: Int32, _ says: String) -> Self {
    .link(
      id,
      "{ type: HTTP, credentials: { headers: { Authorization: \(value) } } }",
      exit: exit,
      says
    )
  }

  /// References of other forms, which are no literals either; a literal where a secret is due is a
  /// broken rule (3) and none of form.
  static let references: [BadInput] = [
    bucket(
      "E001: a secret written down",
      "wJalrXUtnFEMI/K7MDENG",
      exit: 3,
      ":3:49: error: 'secret_key' must be a reference, such as { env: NAME }; its value does not",
      "secret_key: …",
      never: ["wJalr"]
    ),
    header(
      "E011: linkctl's own password",
      "{ env: SINGLESTORE_PASSWORD }",
      exit: 65,
      "SINGLESTORE_PASSWORD is linkctl's own; no link may refer to it [bad-reference]"
    ),
    bucket(
      "E013: no name of a variable",
      "{ env: 1-BAD }",
      ":3:68: error: this is not a valid variable name"
    ),
    bucket(
      "E014: no name at all",
      "{ env: '' }",
      ":3:68: error: env: needs the name of a variable"
    ),
    bucket(
      "E014: a text instead of a map",
      "'env:'",
      exit: 3,
      "'secret_key' must be a reference; write it as a map: { env: … }"
    ),
    bucket(
      "E016: a shell's variable",
      "'${KEY}'",
      exit: 3,
      "'secret_key' must be a reference; ${…} is not expanded, write { env: NAME }"
    ),
    header(
      "E017: a reference within a text",
      "'Bearer env:TOK'",
      exit: 3,
      "write { prefix: 'Bearer ', env: NAME } with the text before it as prefix"
    ),
    bucket(
      "E019: a file of the system",
      "{ file: /proc/self/environ }",
      exit: 3,
      "'/proc/self/environ' is neither below the project nor below one of secrets.roots"
    ),
    bucket(
      "E019: a file beside the project",
      "{ file: ../key }",
      exit: 3,
      "'../key' is neither below the project"
    ),
    bucket(
      "E023: a redaction mark",
      "'<CREDENTIALS REDACTED>'",
      exit: 3,
      "this is what SingleStore shows instead of a secret, not a secret"
    ),
  ]

  private static let apply = ["apply", "--auto-approve", "--quiet"]

  private static func applied(
    _ id: String,
    key: String = "{ env: KEY }",
    environment: [String: String] = [:],
    files: [String: Content] = [:],
    exit: Int32 = 6,
    _ says: String...
  ) -> Self {
    let body = "{ type: GCS, credentials: { access_id: me, secret_key: \(key) } }"
    return Self(
      id: id,
      files: files.merging(["links.d/a.yaml": "\(link(body))"]) { $1 },
      arguments: apply,
      environment: environment,
      exit: exit,
      says: says,
      neverShown: ["half-of-a-secret"]
    )
  }

  /// References that are right, to what cannot be used; found before anything is sent.
  static let secrets: [BadInput] = [
    applied(
      "E002: not set",
      ":3:61: error: environment variable KEY is not set (needed by prod.x)",
      "linkctl: secrets cannot be used; nothing was done"
    ),
    applied(
      "E004: a line break at its end",
      environment: ["KEY": "half-of-a-secret\n"],
      "environment variable KEY ends with a line break"
    ),
    applied(
      "E005: NUL",
      key: "{ file: key }",
      files: ["key": "half-of-a-secret\0the other"],
      "secret file key contains U+0000"
    ),
    applied(
      "E019: a file of the system that the project allows",
      key: "{ file: /proc/self/environ }",
      environment: ["KEY": "half-of-a-secret"],
      files: ["linkctl.yaml": "secrets: { roots: [/proc] }\n"],
      "linkctl: secrets cannot be used; nothing was done"
    ),
    applied(
      "E019: a device that the project allows",
      key: "{ file: /dev/zero }",
      files: ["linkctl.yaml": "secrets: { roots: [/dev] }\n"],
      "secret file /dev/zero cannot be read: not a regular file"
    ),
    applied(
      "E022: 64 KiB and a byte",
      key: "{ file: key }",
      files: ["key": Content(repeating: "half-of-a-secret", 4_096, "x")],
      "secret file key is larger than 64 KiB"
    ),
    applied(
      "E022: 64 KiB",
      key: "{ file: key }",
      files: ["key": Content(repeating: "half-of-a-secret", 4_096)],
      exit: 0,
      "1 applied"
    ),
    applied(
      "E023: a redaction mark in a variable",
      environment: ["KEY": "<CREDENTIALS REDACTED>"],
      "environment variable KEY is a redaction mark"
    ),
    applied(
      "E002: a file that is not there",
      key: "{ file: key }",
      "secret file key cannot be read: no such file or folder"
    ),
    applied("E002: empty", environment: ["KEY": ""], "environment variable KEY is empty"),
  ]
}
