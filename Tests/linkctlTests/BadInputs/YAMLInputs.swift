extension BadInput {
  private static let anchors = "anchors and aliases are not allowed in manifests"

  /// What YAML has and manifests have not, and trees that are none of a manifest.
  static let yaml: [BadInput] = [
    .manifest(
      "Y001: a bomb of lists",
      Content("links: ", repeating: "[", 200_000),
      "links.d/a.yaml:1:71: error: nested deeper than 64 [too-deep]"
    ),
    .manifest(
      "Y002: a bomb of maps",
      Content(repeating: "{a: ", 20_000),
      ":1:257: error: nested deeper than 64"
    ),
    .manifest(
      "Y004: a bomb of keys",
      Content(repeating: "? ", 20_000),
      ":1:129: error: nested deeper than 64"
    ),
    .manifest(
      "Y005: a billion laughs",
      "a: &a [lol, lol]\nb: &b [*a, *a]\nc: [*b, *b]\n",
      ":1:4: error: \(anchors)",
      ":2:4: error: \(anchors)"
    ),
    .manifest(
      "Y007: an alias to nothing",
      "database: *nope\nlinks: {}\n",
      ":1:11: error: \(anchors)"
    ),
    .manifest(
      "Y008: a merge key",
      "database: prod\nlinks:\n  x:\n    <<: { type: S3 }\n",
      ":4:5: error: merge key '<<' is not allowed; what all links of a file share stands in"
    ),
    .manifest(
      "Y010: a key twice, once in quotes",
      "database: prod\nlinks:\n  x:\n    type: S3\n    \"type\": KAFKA\n",
      ":5:5: error: duplicate key 'type'; it stands first at links.d/a.yaml:4:5 [duplicate-key]"
    ),
    .manifest(
      "Y011: a key twice, once behind an escape",
      "database: prod\nlinks:\n  x:\n    type: S3\n    \"ty\\x70e\": KAFKA\n",
      ":5:5: error: duplicate key 'type'; it stands first at links.d/a.yaml:4:5"
    ),
    // Links of one file stand in one map, where a second one of the same name is a key too many.
    .manifest(
      "Y013: a link twice in one file",
      "database: prod\nlinks:\n  x: { type: S3 }\n  x: { type: GCS }\n",
      ":4:3: error: duplicate key 'x'; it stands first at links.d/a.yaml:3:3"
    ),
    BadInput(
      id: "Y014: a link twice in two files",
      files: [
        "links.d/a.yaml": "\(link("{ type: S3, credentials: {} }"))",
        "links.d/b.yml": "\(link("{ type: GCS, credentials: {} }"))",
      ],
      exit: 65,
      says: [
        "links.d/b.yml:3:3: error: link prod.x is declared twice; first at links.d/a.yaml:3:3",
        "[duplicate-link]",
      ]
    ),
    BadInput(
      id: "Y016: a link called no",
      files: ["links.d/a.yaml": "\(link("{ type: S3, credentials: {} }", name: "no"))"],
      arguments: ["plan"],
      exit: 0,
      says: ["+ prod.no   S3"]
    ),
    .link(
      "Y017: yes for true",
      lake("protect: yes"),
      ":3:113: error: protect: expected true or false, got 'yes'; write true [wrong-kind]"
    ),
    .link(
      "Y019: a number whose zero matters",
      "{ type: KAFKA, config: { version: 1.10 }, credentials: {} }",
      exit: 0,
      #"CONFIG '{"version":1.10}'"#,
      ":3:40: warning: this is a number; if its last zeros matter, it is text: put it in quotes"
    ).run("plan", "--format", "sql"),
    .link(
      "Y020: a number of 30 digits",
      "{ type: KAFKA, config: { n: 123456789012345678901234567890 }, credentials: {} }",
      exit: 0,
      #"CONFIG '{"n":123456789012345678901234567890}'"#
    ).run("plan", "--format", "sql"),
    .manifest("Y022: an empty file", "", ":1:1: error: no document: the file is empty"),
    .manifest("Y023: comments alone", "# nothing\n", ":1:1: error: no document"),
    // An empty map of links is of the form; it is worth a warning.
    BadInput(
      id: "Y022: no links",
      files: ["links.d/a.yaml": "links: {}\n"],
      exit: 0,
      says: [":1:8: warning: this manifest declares no links [no-links]"]
    ),
    .manifest(
      "Y044: a tag of an application",
      "database: !!python/object:os.system x\n",
      ":1:11: error: tag '!!python/object:os.system' is not allowed [yaml-tag]"
    ),
    .manifest(
      "Y046: a tag handle",
      "%TAG ! tag:evil,2000:\n---\nlinks: {}\n",
      ":1:1: error: %TAG directives are not allowed [yaml-directive]"
    ),
    .manifest(
      "Y047: another YAML",
      "%YAML 1.3\n---\nlinks: {}\n",
      ":1:1: error: YAML 1.3 is not supported; write %YAML 1.2"
    ),
    .manifest(
      "Y049: no space behind a colon",
      "database: prod\nlinks:\n  x:\n    type:S3\n    credentials: {}\n",
      ":4:5: error: a space is needed after the colon [yaml-syntax]"
    ),
    .manifest(
      "Y050: linkz",
      "linkz: {}\n",
      ":1:1: error: unknown key 'linkz' in a manifest; did you mean 'links'? [unknown-key]"
    ),
    .manifest(
      "Y052: links in a list",
      "database: prod\nlinks: [[a]]\n",
      ":2:8: error: links: expected a map of links, got a list; write each link as NAME:"
    ),
    .link(
      "Y052: a link that is a list",
      "[S3]",
      ":3:6: error: link 'x': expected a map (key: value), got a list"
    ),
    .link(
      "Y053: CONFIG in quotes",
      lake(#"config: '{"region":"us-east-1"}'"#),
      ":3:112: error: config: expected a map (key: value), got text; write it as YAML, without"
    ),
    // The size of a file bounds how many links it can have; no number is set beside it.
    .manifest(
      "Y043: more links than a file holds",
      Content("database: prod\nlinks:\n", repeating: "  link: {type: S3}\n", 100_001),
      "links.d/a.yaml:1:1: error: larger than 1 MiB [too-large]"
    ),
    .manifest(
      "Y041: a text of 64 MiB",
      Content("database: ", repeating: "x", 64 << 20),
      ":1:1: error: larger than 1 MiB"
    ),
  ]
}
