extension BadInput {
  private static func named(
    _ id: String,
    _ name: String,
    exit: Int32 = 65,
    _ says: String...
  ) -> Self {
    let files: [String: Content] = [
      "links.d/a.yaml": "\(link("{ type: S3, credentials: {} }", name: name))"
    ]
    return Self(
      id: id,
      files: files,
      arguments: ["plan", "--format", "sql"],
      exit: exit,
      says: says
    )
  }

  /// Names that are none, and names that look like SQL.
  static let names: [BadInput] = [
    named(
      "S002: a backtick and a statement",
      #""a`b; DROP DATABASE x; --""#,
      exit: 0,
      "CREATE LINK IF NOT EXISTS `prod`.`a``b; DROP DATABASE x; --` AS S3 CREDENTIALS '{}'"
        + " DESCRIPTION '[linkctl:…]';"
    ),
    named(
      "S002: with a space at its end",
      #""a`b; DROP DATABASE x; -- ""#,
      ":3:3: error: link name 'a`b; DROP DATABASE x; -- ' has a leading or trailing space"
    ),
    named(
      "S003: a backslash at its end",
      #""a\\""#,
      exit: 0,
      #"CREATE LINK IF NOT EXISTS `prod`.`a\` AS S3 CREDENTIALS '{}' DESCRIPTION '[linkctl:…]';"#
    ),
    named("S005: nothing", "''", ":3:3: error: link name is empty [bad-name]"),
    named(
      "S006: 65 characters",
      String(repeating: "é", count: 65),
      ":3:3: error: link name is 65 characters long; SingleStore 8.1 takes at most 64"
    ),
    // Names are counted in characters, as their limit is.
    named(
      "S006: 64 characters of four bytes",
      String(repeating: "😀", count: 64),
      exit: 0,
      String(repeating: "😀", count: 64)
    ),
    named(
      "S008: a space at its end",
      "'a '",
      ":3:3: error: link name 'a ' has a leading or trailing space"
    ),
  ]

  /// Texts that would mean something else outside of their quotes.
  static let statements: [BadInput] = [
    .link(
      "S009: quote and backslash",
      lake(#"description: "it's C:\\temp\\""#),
      exit: 0,
      #"DESCRIPTION 'it''s C:\\temp\\ [linkctl:…]';"#
    ).run("plan", "--format", "sql"),
    .link(
      "S011: placeholders of other languages",
      lake(#"description: "%s {0} ${HOME}""#),
      exit: 0,
      "DESCRIPTION '%s {0} ${HOME} [linkctl:…]';"
    ).run("plan", "--format", "sql"),
    // How a link is made is not the author's to say; there is no such key.
    .link(
      "S014: modes that exclude each other",
      lake("mode: create_if_missing, replace: true"),
      ":3:104: error: unknown key 'mode' in link 'x'; known here: type, database",
      ":3:129: error: unknown key 'replace' in link 'x'"
    ),
    BadInput(
      id: "S017: a description larger than a packet",
      files: [
        "links.d/a.yaml": Content(
          "database: prod\nlinks:\n  x:\n    type: S3\n    description: ",
          repeating: "x",
          20 << 20
        )
      ],
      exit: 65,
      says: ["larger than 1 MiB"]
    ),
    BadInput(
      id: "S017: a description that fits its file",
      files: [
        "links.d/a.yaml": Content(
          "database: prod\nlinks:\n  x:\n    type: S3\n    description: ",
          repeating: "x",
          64 << 10,
          "y\n"
        )
      ],
      exit: 65,
      says: [":5:18: error: description is longer than 64 KiB [bad-value]"]
    ),
  ]
}
