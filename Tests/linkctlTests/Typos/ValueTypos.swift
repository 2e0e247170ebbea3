extension Typo {
  /// Values of another kind than a key asks for, and words that no key knows.
  static let valueTypos: [Typo] = [
    Typo(
      "a list of links",
      .links(
        """
        - name: lake
          type: S3
        """
      ),
      .init(
        "3:3",
        "wrong-kind",
        "write each link as NAME: with its keys below,"
          + " without '- '"
      )
    ),
    Typo(
      "a link that is a list",
      .links("lake: [S3]"),
      .init("3:9", "wrong-kind", "write its keys without '- ' or brackets")
    ),
    Typo(
      "a link that is a word",
      .links("lake: S3"),
      .init("3:9", "wrong-kind", "link 'lake': expected a map (key: value), got text")
    ),
    Typo(
      "a link that is empty",
      .links("lake:"),
      .init("3:8", "wrong-kind", "indent what belongs to it below it, or remove it")
    ),
    Typo(
      "a type that is misspelt",
      .links("lake: { type: KAFAK }"),
      .init("3:17", "unknown-type", "did you mean 'KAFKA'?")
    ),
    Typo(
      "a type with another name",
      .links("lake: { type: POSTGRES }"),
      .init(
        "3:17",
        "unknown-type",
        "one of S3, AZURE, GCS, HDFS, HTTP, KAFKA,"
          + " MONGODB, MYSQL"
      )
    ),
    Typo(
      "a Cyrillic letter in the type",
      .links("lake: { type: АZURE }"),
      .init("3:17", "unknown-type", "did you mean 'AZURE'?")
    ),
    Typo(
      "a type without a value",
      .links(
        """
        lake:
          type:
        """
      ),
      .init("4:10", "wrong-kind", "give it one or remove the key")
    ),
    Typo(
      "state deleted",
      .whole("state: deleted"),
      .init("9:12", "bad-value", "expected present, absent")
    ),
    Typo(
      "state absnt",
      .whole("state: absnt"),
      .init("9:12", "bad-value", "did you mean 'absent'?")
    ),
    Typo(
      "State Absent",
      .whole("state: Absent"),
      .init("9:12", "bad-value", "did you mean 'absent'?")
    ),
    Typo(
      "update nevr",
      .whole("update: nevr"),
      .init("9:13", "bad-value", "did you mean 'never'?")
    ),
    Typo(
      "update false",
      .whole("update: false"),
      .init("9:13", "wrong-kind", "update: expected replace or never, got false")
    ),
    Typo(
      "protect yes",
      .whole("protect: yes"),
      .init("9:14", "wrong-kind", "write true")
    ),
    Typo(
      "protect in quotes",
      .whole("protect: \"true\""),
      .init("9:14", "wrong-kind", "write it without quotes")
    ),
    Typo(
      "protect True",
      .whole("protect: True"),
      .init("9:14", "wrong-kind", "write true")
    ),
    Typo(
      "ignore as a text",
      .whole("ignore: description"),
      .init("9:13", "wrong-kind", "write it in brackets: [ … ]")
    ),
    Typo(
      "ignore desciption",
      .whole("ignore: [desciption]"),
      .init("9:14", "bad-value", "did you mean 'description'?")
    ),
    Typo(
      "ignore a key without config",
      .whole("ignore: [region]"),
      .init("9:14", "bad-value", "did you mean 'config.region'?")
    ),
    Typo(
      "ignore a credential",
      .whole("ignore: [credentials.aws_access_key_id]"),
      .init("9:14", "bad-value", "credentials can only be ignored as a whole")
    ),
    Typo(
      "only as a text",
      .whole("only: prod"),
      in: twoEnvironments,
      .init("9:11", "wrong-kind", "write it in brackets: [ … ]")
    ),
    Typo(
      "a number as description",
      .lakeWithKeys("description: 2026"),
      .init("5:18", "wrong-kind", "put it in quotes")
    ),
    Typo(
      "true as description",
      .lakeWithKeys("description: true"),
      .init("5:18", "wrong-kind", "put it in quotes")
    ),
    Typo(
      "a number as database",
      .file(
        """
        database: 42
        links:
          lake: { type: S3, credentials: {} }
        """
      ),
      .init("1:11", "wrong-kind", "put it in quotes")
    ),
    Typo(
      "config as JSON in quotes",
      .lakeWithKeys("config: '{\"region\": \"us-east-1\"}'"),
      .init("5:13", "wrong-kind", "write it as YAML, without the quotes around it")
    ),
    Typo(
      "config as JSON in typographic quotes",
      .lakeWithKeys("config: ‘{\"region\": \"us-east-1\"}"),
      .init("5:13", "yaml-syntax", "use ' or \", or write a map")
    ),
    Typo(
      "config as a list",
      .lakeWithKeys(
        """
        config:
          - region: us-east-1
        """
      ),
      .init("6:7", "wrong-kind", "write its keys without '- ' or brackets")
    ),
    Typo(
      "credentials as a word",
      .lake("credentials: none"),
      .init("5:18", "wrong-kind", "for none write {}")
    ),
    Typo(
      "credentials without a value",
      .lake("credentials:"),
      .init(
        "5:17",
        "wrong-kind",
        "indent its keys below it; where the link needs"
          + " none, write {}"
      )
    ),
    Typo(
      "no database",
      .file(
        """
        links:
          lake: { type: S3 }
        """
      ),
      .init("2:3", "missing-field", "set 'database' here or at the top of the file")
    ),
    Typo(
      "allow as a map",
      .whole("allow: { rule: drop, reason: old }"),
      .init("9:12", "wrong-kind", "begin each item with '- '")
    ),
    Typo(
      "allow without a reason",
      .whole("allow: [{ rule: plain-http }]"),
      .init("9:13", "missing-field", "an item of allow needs 'reason'")
    ),
    Typo(
      "allow a rule that is misspelt",
      .whole("allow: [{ rule: plain-htp, reason: inside }]"),
      .init("9:21", "bad-value", "did you mean 'plain-http'?")
    ),
    Typo(
      "allow a rule of form",
      .whole("allow: [{ rule: duplicate-link, reason: why not }]"),
      .init(
        "9:21",
        "bad-value",
        "rule 'duplicate-link' is about the form of the"
          + " file and cannot be waived"
      )
    ),
    Typo(
      "until a day that is none",
      .whole("allow: [{ rule: drop, reason: old, until: 2026-13-01 }]"),
      .init("9:47", "bad-value", "until: expected a date such as 2026-12-31")
    ),
    Typo(
      "until in another order",
      .whole("allow: [{ rule: drop, reason: old, until: 31.12.2026 }]"),
      .init("9:47", "bad-value", "until: expected a date such as 2026-12-31")
    ),
    Typo(
      "resaon",
      .whole("allow: [{ rule: drop, resaon: old }]"),
      .init("9:27", "unknown-key", "did you mean 'reason'?")
    ),
  ]
}
