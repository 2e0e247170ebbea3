extension Typo {
  /// Keys of a manifest's own that are misspelt or stand where they do not belong.
  static let keyTypos: [Typo] = [
    Typo(
      "links misspelt",
      .file(
        """
        database: prod
        linkz: {}
        """
      ),
      .init("2:1", "unknown-key", "did you mean 'links'?")
    ),
    Typo(
      "links in the singular",
      .file(
        """
        database: prod
        link: {}
        """
      ),
      .init("2:1", "unknown-key", "did you mean 'links'?")
    ),
    Typo(
      "Links in capitals",
      .file(
        """
        database: prod
        Links:
          lake: { type: S3 }
        """
      ),
      .init("2:1", "unknown-key", "did you mean 'links'?")
    ),
    Typo(
      "database misspelt",
      .file(
        """
        databse: prod
        links:
          lake: { type: S3, database: prod }
        """
      ),
      .init("1:1", "unknown-key", "did you mean 'database'?")
    ),
    Typo(
      "db for database",
      .file(
        """
        db: prod
        links:
          lake: { type: S3, database: prod }
        """
      ),
      .init("1:1", "unknown-key", "did you mean 'database'?")
    ),
    Typo(
      "default for defaults",
      .file(
        """
        database: prod
        default: { type: S3 }
        links: {}
        """
      ),
      .init("2:1", "unknown-key", "did you mean 'defaults'?"),
      .init("3:8", "no-links", "this manifest declares no links")
    ),
    Typo(
      "typ for type",
      .links(
        """
        lake:
          typ: S3
        """
      ),
      .init("4:5", "unknown-key", "did you mean 'type'?")
    ),
    Typo(
      "Type in capitals",
      .links(
        """
        lake:
          Type: S3
        """
      ),
      .init("4:5", "unknown-key", "did you mean 'type'?")
    ),
    Typo(
      "descripton",
      .lake("descripton: lake"),
      .init("5:5", "unknown-key", "did you mean 'description'?")
    ),
    Typo(
      "desc for description",
      .lake("desc: lake"),
      .init("5:5", "unknown-key", "did you mean 'description'?")
    ),
    Typo(
      "confg",
      .lakeWithKeys("confg: { region: us-east-1 }"),
      .init("5:5", "unknown-key", "did you mean 'config'?")
    ),
    Typo(
      "configuration for config",
      .lakeWithKeys("configuration: { region: us-east-1 }"),
      .init("5:5", "unknown-key", "did you mean 'config'?")
    ),
    Typo(
      "credential in the singular",
      .lake("credential: { aws_access_key_id: { env: ID } }"),
      .init("5:5", "unknown-key", "did you mean 'credentials'?")
    ),
    Typo(
      "CREDENTIALS in capitals",
      .lake("CREDENTIALS: {}"),
      .init("5:5", "unknown-key", "did you mean 'credentials'?")
    ),
    Typo(
      "enviroments",
      .whole("enviroments: { dev: { protect: true } }"),
      .init("9:5", "unknown-key", "did you mean 'environments'?")
    ),
    Typo(
      "protected for protect",
      .whole("protected: true"),
      .init("9:5", "unknown-key", "did you mean 'protect'?")
    ),
    Typo(
      "ignores for ignore",
      .whole("ignores: [description]"),
      .init("9:5", "unknown-key", "did you mean 'ignore'?")
    ),
    Typo(
      "allows for allow",
      .whole("allows: []"),
      .init("9:5", "unknown-key", "did you mean 'allow'?")
    ),
    Typo(
      "only_in for only",
      .whole("only_in: [dev]"),
      .init("9:5", "unknown-key", "did you mean 'only'?")
    ),
    Typo(
      "a key of config beside it",
      .lakeWithKeys("region: us-east-1"),
      .init("5:5", "unknown-key", "it belongs below 'config'")
    ),
    Typo(
      "a key of credentials beside it",
      .lake("aws_access_key_id: { env: ID }"),
      .init("5:5", "unknown-key", "it belongs below 'credentials'")
    ),
    Typo(
      "the name as a key",
      .links(
        """
        lake:
          name: lake
          type: S3
        """
      ),
      .init("4:5", "unknown-key", "a link's name is the key that its map stands behind")
    ),
  ]
}
