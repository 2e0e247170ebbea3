extension BadInput {
  /// A plan against a snapshot of a link with this CONFIG; the manifest's is the other one.
  private static func compared(
    _ id: String,
    _ config: String,
    with wanted: String,
    type: String = "MYSQL",
    exit: Int32,
    _ says: String...
  ) -> Self {
    let body = "{ type: KAFKA, config: \(wanted), credentials: {} }"
    return snapshot(id, document(config: config, type: type), body: body, exit: exit, says)
  }

  private static func snapshot(
    _ id: String,
    _ content: Content,
    body: String = "{ type: KAFKA, credentials: {} }",
    exit: Int32 = 65,
    _ says: [String]
  ) -> Self {
    Self(
      id: id,
      files: ["links.d/a.yaml": "\(link(body))", "s.json": content],
      arguments: ["plan", "--snapshot", "s.json", "--detailed-exitcode"],
      exit: exit,
      says: says
    )
  }

  private static func document(config: String, type: String = "KAFKA") -> Content {
    """
    { "format_version": "1.0", "kind": "linkctl.snapshot", "taken_at": null,
      "server": { "product": "SingleStore", "version": "9.1.0", "capabilities": ["or_replace"] },
      "databases": ["prod"], "complete": true, "pipelines": [],
      "links": [ { "database": "prod", "name": "x", "type": "\(type)", "description": null,
        "tag": "\(SampleTag.content("x"))", "config": \(config) } ] }
    """
  }

  static let snapshots: [BadInput] = [
    snapshot("J001: a key twice", document(config: #"{"a":1,"a":2}"#), ["s.json", "'a'", "byte "]),
    compared(
      "J003: numbers by their value",
      #"{"v":1.10}"#,
      with: "{ v: 1.1 }",
      type: "KAFKA",
      exit: 0,
      "1 unchanged"
    ),
    compared(
      "J004: 2^53 + 1",
      #"{"n":9007199254740993}"#,
      with: "{ n: 9007199254740992 }",
      type: "KAFKA",
      exit: 2,
      "config.n",
      "9007199254740993 -> 9007199254740992"
    ),
    snapshot(
      "J006: a comma too many",
      document(config: #"{"a":1,}"#),
      ["s.json:1:1: error: not JSON: trailing comma (byte 379) [json-syntax]"]
    ),
    snapshot(
      "J007: half a pair",
      document(config: #"{"a":"\ud800"}"#),
      ["lone surrogate", "byte "]
    ),
    snapshot(
      "J009: 513 lists",
      Content(repeating: "[", 513, String(repeating: "]", count: 513)),
      [
        "nested deeper than 64"
      ]
    ),
    snapshot("J010: a byte-order mark", "\u{FEFF}{}", ["byte-order mark"]),
    snapshot(
      "J013: a format to come",
      #"{"format_version":"99.0","kind":"linkctl.snapshot"}"#,
      ["made by a newer linkctl (format 99.0; this one reads 1)"]
    ),
    compared(
      "J016: a number for a text",
      #"{"port":"3306"}"#,
      with: "{ port: 3306 }",
      type: "KAFKA",
      exit: 2,
      #""3306" -> 3306"#
    ),
    compared(
      "S015: another type",
      "null",
      with: "{}",
      type: "S3",
      exit: 3,
      "S3 -> KAFKA cannot be changed in place (type-change)",
      "1 blocked"
    ),
  ]
}
