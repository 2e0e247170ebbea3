extension Typo {
  /// Slips that leave no YAML, or another tree than was meant.
  static let formTypos: [Typo] = [
    Typo(
      "a space missing behind a colon",
      .links(
        """
        lake:
          type:S3
          credentials: {}
        """
      ),
      .init("4:5", "yaml-syntax", "a space is needed after the colon")
    ),
    Typo(
      "a space missing behind the last colon",
      .links(
        """
        lake:
          type:S3
        """
      ),
      .init("4:5", "wrong-kind", "is a space missing behind a colon?")
    ),
    Typo(
      "a space missing at the top",
      .file(
        """
        database:prod
        links:
          lake: { type: S3 }
        """
      ),
      .init("1:1", "yaml-syntax", "a space is needed after the colon")
    ),
    Typo(
      "a space missing in brackets",
      .lakeWithKeys("config: {region:us-east-1}"),
      .init("5:14", "yaml-syntax", "a space is needed after the colon")
    ),
    Typo(
      "one space too many",
      .lake(" description: x"),
      .init("5:6", "yaml-syntax", "or a value needs quotes")
    ),
    Typo(
      "one space too few",
      .links(
        """
        lake:
          type: S3
         description: x
        """
      ),
      .init(
        "5:4",
        "yaml-syntax",
        "wrong indentation: this line does not line up"
          + " with those above"
      )
    ),
    Typo(
      "the link not indented",
      .file(
        """
        database: prod
        links:
        lake:
          type: S3
        """
      ),
      .init("2:7", "wrong-kind", "indent what belongs to it below it, or remove it"),
      .init("3:1", "unknown-key", "known here: database, defaults, links")
    ),
    Typo(
      "config not indented",
      .lake(
        """
        config:
        region: us-east-1
        """
      ),
      .init("5:12", "wrong-kind", "indent what belongs to it below it, or remove it"),
      .init("6:5", "unknown-key", "it belongs below 'config'")
    ),
    Typo(
      "type as deep as the link",
      .links(
        """
        lake:
        type: S3
        """
      ),
      .init("3:8", "wrong-kind", "indent what belongs to it below it, or remove it"),
      .init("4:3", "wrong-kind", "indent it below its link's name")
    ),
    Typo(
      "a tab",
      .file(
        """
        database: prod
        links:
        \tlake: { type: S3 }
        """
      ),
      .init("3:1", "tab-indentation", "use spaces")
    ),
    Typo(
      "a text with a colon without quotes",
      .lakeWithKeys("description: Products: a file a day"),
      .init("5:26", "yaml-syntax", "a value that holds ': ' must be quoted")
    ),
    Typo(
      "a text that begins with a star",
      .lake("description: *important*"),
      .init("5:18", "yaml-syntax", "a text that begins with '*' or '&' must be quoted")
    ),
    Typo(
      "a text that begins with an at sign",
      .lakeWithKeys("description: @team"),
      .init("5:18", "yaml-syntax", "a text that begins with '@' must be quoted")
    ),
    Typo(
      "a text that begins with a percent sign",
      .lakeWithKeys("description: %s"),
      .init("5:18", "yaml-syntax", "a text that begins with '%' must be quoted")
    ),
    Typo(
      "a text with a hash is cut",
      .lakeWithKeys("description: \"Products"),
      .init("5:18", "yaml-syntax", "the quote opened here is never closed")
    ),
    Typo(
      "a quote that is not closed",
      .lakeWithKeys("description: 'Products"),
      .init("5:18", "yaml-syntax", "the quote opened here is never closed")
    ),
    Typo(
      "an apostrophe in single quotes",
      .lakeWithKeys("description: 'it's here'"),
      .init("5:22", "yaml-syntax", "is a quote inside the text not escaped?")
    ),
    Typo(
      "a backslash in double quotes",
      .lakeWithKeys("description: \"C:\\temp\\products\""),
      .init("5:26", "yaml-syntax", "write \\\\ for a backslash, or use single quotes")
    ),
    Typo(
      "a bracket that is not closed",
      .lakeWithKeys("config: { region: us-east-1"),
      .init(
        "5:13",
        "yaml-syntax",
        "the bracket opened here is not closed, or a ','"
          + " is missing before line 6"
      )
    ),
    Typo(
      "a comma missing in brackets",
      .lakeWithKeys("config: { region: us-east-1 endpoint_url: https://minio }"),
      .init("5:45", "yaml-syntax", "expected ',' or '}' here")
    ),
    Typo(
      "an equals sign for a colon",
      .lakeWithKeys(
        """
        config:
          region = us-east-1
        """
      ),
      .init("6:7", "wrong-kind", "write ': ' for '='")
    ),
    Typo(
      "a key twice",
      .lakeWithKeys("type: S3"),
      .init("5:5", "duplicate-key", "it stands first at links.d/a.yaml:4:5")
    ),
    Typo(
      "two documents",
      .file(
        """
        database: prod
        links: {}
        ---
        database: test
        links: {}
        """
      ),
      .init("3:1", "several-documents", "put each in a file of its own")
    ),
    Typo(
      "a merge key",
      .links(
        """
        lake:
          <<: { type: S3 }
        """
      ),
      .init("4:5", "merge-key", "what all links of a file share stands in 'defaults'")
    ),
    Typo(
      "typographic quotes around a key",
      .lakeWithKeys("config: { “region”: us-east-1 }"),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'region'?")
    ),
  ]
}
