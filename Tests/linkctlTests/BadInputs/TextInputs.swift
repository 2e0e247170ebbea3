extension BadInput {
  /// Bytes that are no text, and text that is not what it looks like.
  static let yamlText: [BadInput] = [
    .manifest(
      "Y025: a tab",
      "links:\n\tx: { type: S3 }\n",
      ":2:1: error: tab used for indentation; use spaces [tab-indentation]"
    ),
    BadInput(
      id: "Y026: a byte-order mark",
      files: ["links.d/a.yaml": "\u{FEFF}\(link(lake("protect: true")))"],
      exit: 0,
      says: [":1:1: warning: the file begins with a byte-order mark", "0 errors, 1 warning"]
    ),
    .manifest(
      "Y028: UTF-16",
      Content([0xFF, 0xFE] + "links:".utf8.flatMap { [$0, 0] }),
      ":1:1: error: not UTF-8 (UTF-16 byte-order mark) [encoding]"
    ),
    .manifest(
      "Y029: no UTF-8",
      Content(Array("database: ".utf8) + [0xFF, 0xFE]),
      ":1:11: error: invalid UTF-8 at byte 10"
    ),
    .manifest(
      "Y031: half a pair",
      Content(Array("database: ".utf8) + [0xED, 0xA0, 0x80]),
      ":1:11: error: invalid UTF-8 at byte 10 (an encoded surrogate)"
    ),
    .manifest("Y032: NUL", "database: a\0b\n", ":1:12: error: control character U+0000"),
    .link(
      "Y034: ESC by an escape",
      lake(#"description: "\e]0;pwned\a\e[2J""#),
      #":3:117: error: control character U+001B, shown as \u{1B}, is not allowed"#,
      never: "pwned",
      "\u{1B}"
    ),
    .link(
      "a description that ends in a tag",
      lake("description: 'x [linkctl:1:linkctl:-:-:AAAAAAAAAAA:-]'"),
      "error: the description ends in a tag of linkctl's own; leave [linkctl:…] out [bad-value]"
    ),
    .link(
      "a description that is a later version's tag",
      lake("description: '[linkctl:2:x]'"),
      "error: the description ends in a tag of linkctl's own"
    ),
    BadInput(
      id: "descriptions that only speak of tags",
      files: ["links.d/a.yaml": "\(link(lake("description: '[linkctl:1:x] says [linkctl:1:y]'")))"],
      exit: 0,
      says: ["0 errors, 0 warnings"]
    ),
    .manifest(
      "Y034: ESC in a name",
      "database: prod\nlinks:\n  \"a\\eb\": { type: S3 }\n",
      #":3:3: error: control character U+001B, shown as \u{1B}, is not allowed"#
    ),
    .link(
      "Y035: ESC itself",
      lake("description: \u{1B}[2J"),
      ":3:117: error: control character U+001B",
      never: "\u{1B}"
    ),
    .manifest(
      "Y037: a line break that nobody sees",
      "database: x\u{85}links: {}\n",
      ":1:12: error: invisible line break U+0085"
    ),
    .link(
      "Y038: text that runs backwards",
      lake("description: safe\u{202E}tsohlive"),
      ":3:121: error: bidirectional control U+202E",
      never: "\u{202E}"
    ),
    .link(
      "Y038: the same by an escape",
      lake(#"description: "safe\u202etsohlive""#),
      #":3:117: error: bidirectional control U+202E, shown as \u{202E}, is not allowed"#
    ),
    .link(
      "Y040: a Cyrillic letter",
      #"{ type: "S\u0417" }"#,
      #":3:14: error: unknown type 'S\u{417}'; did you mean 'S3'? [unknown-type]"#
    ),
    .manifest(
      "Y055: CRLF",
      "database: prod\r\nlinks:\r\n  x:\r\n    type: S3\r\n    desription: é\r\n",
      ":5:5: error: unknown key 'desription' in link 'x'; did you mean 'description'?"
    ),
    .manifest(
      "Y056: CR alone",
      "database: prod\rlinks: {}\r",
      ":1:15: error: control character U+000D (a lone carriage return); end lines with LF or CRLF"
    ),
    .manifest(
      "S020: typographic quotes",
      "database: prod\nlinks:\n  x:\n    type: S3\n    config: ‘{\"region\": \"us-east-1\"}\n",
      ":5:13: error: the typographic quote U+2018 quotes nothing here",
      "or write a map"
    ),
    .link(
      "S020: typographic quotes around all of it",
      "{ type: S3, config: ‘text’ }",
      ":3:26: error: config: expected a map (key: value), got text;"
        + " it begins with the typographic quote U+2018"
    ),
  ]
}
