extension Typo {
  /// References in forms that other tools have, or with a slip in them.
  static let referenceTypos: [Typo] = [
    Typo(
      "env: in a text",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key:"
          + " 'env:KEY' }"
      ),
      exit: 3,
      .init("5:52", "literal-secret", "write it as a map: { env: … }")
    ),
    Typo(
      "env: without a space",
      .lake(
        """
        credentials:
          aws_access_key_id: { env: ID }
          aws_secret_access_key: {env:KEY}
        """
      ),
      .init("7:31", "yaml-syntax", "a space is needed after the colon")
    ),
    Typo(
      "${KEY}",
      .lake("credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: '${KEY}' }"),
      exit: 3,
      .init("5:52", "literal-secret", "${…} is not expanded, write { env: NAME }")
    ),
    Typo(
      "$KEY",
      .lake("credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: $KEY }"),
      exit: 3,
      .init("5:52", "literal-secret", "${…} is not expanded, write { env: NAME }")
    ),
    Typo(
      "{{ KEY }}",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key:"
          + " '{{ KEY }}' }"
      ),
      exit: 3,
      .init(
        "5:52",
        "literal-secret",
        "{{ … }} is not expanded, set a variable and"
          + " write { env: NAME }"
      )
    ),
    Typo(
      "{{ KEY }} without quotes",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {{"
          + " KEY }} }"
      ),
      .init(
        "5:76",
        "yaml-syntax",
        "a secret is { env: NAME }, and a text with"
          + " braces needs quotes"
      )
    ),
    Typo(
      "$(cat file)",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key:"
          + " $(cat key) }"
      ),
      exit: 3,
      .init("5:52", "literal-secret", "${…} is not expanded, write { env: NAME }")
    ),
    Typo(
      "a template of a CI",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key:"
          + " '${{ secrets.KEY }}' }"
      ),
      exit: 3,
      .init(
        "5:52",
        "literal-secret",
        "{{ … }} is not expanded, set a variable and"
          + " write { env: NAME }"
      )
    ),
    Typo(
      "Bearer env:TOKEN",
      .links(
        "hook: { type: HTTP, credentials: { headers: { Authorization: 'Bearer"
          + " env:TOKEN' } } }"
      ),
      exit: 3,
      .init(
        "3:49",
        "literal-secret",
        "write { prefix: 'Bearer ', env: NAME } with"
          + " the text before it as prefix"
      )
    ),
    Typo(
      "Bearer ${TOKEN}",
      .links(
        "hook: { type: HTTP, credentials: { headers: { Authorization: 'Bearer"
          + " ${TOKEN}' } } }"
      ),
      exit: 3,
      .init(
        "3:49",
        "literal-secret",
        "write { prefix: 'Bearer ', env: NAME } with"
          + " the text before it as prefix"
      )
    ),
    Typo(
      "a dollar in the name",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " env: $KEY } }"
      ),
      .init("5:82", "bad-reference", "write the bare name, without '$' or braces")
    ),
    Typo(
      "a dash in the name",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " env: MY-KEY } }"
      ),
      .init("5:82", "bad-reference", "no digit first)")
    ),
    Typo(
      "no name",
      .lake("credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: { env: } }"),
      .init("5:82", "wrong-kind", "give it one or remove the key")
    ),
    Typo(
      "an empty name",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " env: '' } }"
      ),
      .init("5:82", "bad-reference", "env: needs the name of a variable")
    ),
    Typo(
      "evn for env",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " evn: KEY } }"
      ),
      exit: 3,
      .init(
        "5:52",
        "wrong-json-type",
        "'aws_secret_access_key' of S3 has to be"
          + " text, not a map"
      ),
      .init("5:77", "literal-secret", "did you mean 'env' for 'evn'?")
    ),
    Typo(
      "ENV for env",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " ENV: KEY } }"
      ),
      exit: 3,
      .init(
        "5:52",
        "wrong-json-type",
        "'aws_secret_access_key' of S3 has to be"
          + " text, not a map"
      ),
      .init("5:77", "literal-secret", "did you mean 'env' for 'ENV'?")
    ),
    Typo(
      "from_env for env",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " from_env: KEY } }"
      ),
      exit: 3,
      .init(
        "5:52",
        "wrong-json-type",
        "'aws_secret_access_key' of S3 has to be"
          + " text, not a map"
      ),
      .init("5:77", "literal-secret", "did you mean 'env' for 'from_env'?")
    ),
    Typo(
      "two sources",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " env: KEY, file: key } }"
      ),
      .init("5:75", "bad-reference", "a reference has exactly one of env, file and value")
    ),
    Typo(
      "perfix",
      .links(
        "hook: { type: HTTP, credentials: { headers: { Authorization: { env:"
          + " TOKEN, perfix: 'Bearer ' } } } }"
      ),
      .init("3:78", "unknown-key", "did you mean 'prefix'?")
    ),
    Typo(
      "a prefix alone",
      .links(
        "hook: { type: HTTP, credentials: { headers: { Authorization: { prefix:"
          + " 'Bearer ' } } } }"
      ),
      exit: 3,
      .init("3:49", "wrong-json-type", "'Authorization' of HTTP has to be text, not a map"),
      .init("3:66", "literal-secret", "it has no source yet: add env, file or value")
    ),
    Typo(
      "env in config",
      .lakeWithKeys("config: { region: { env: REGION } }"),
      .init(
        "5:23",
        "bad-reference",
        "secrets go into credentials, and what differs"
          + " by environment is { value: NAME }"
      )
    ),
    Typo(
      "file in description",
      .lakeWithKeys("description: { file: about.txt }"),
      .init(
        "5:18",
        "bad-reference",
        "secrets go into credentials, and what differs"
          + " by environment is { value: NAME }"
      )
    ),
    Typo(
      "the reference one level too high",
      .lake("credentials: { env: KEY }"),
      .init("5:18", "bad-reference", "put the reference behind one of them")
    ),
    Typo(
      "a value that is misspelt",
      .lakeWithKeys("config: { region: { value: bucket_regoin } }"),
      in: twoEnvironments,
      .init("5:32", "bad-reference", "did you mean 'bucket_region'?"),
      .init("5:32", "bad-reference", "did you mean 'bucket_region'?")
    ),
    Typo(
      "a value that is nowhere",
      .lakeWithKeys("config: { region: { value: zone } }"),
      in: twoEnvironments,
      .init("5:32", "bad-reference", "add it to environments.dev.values in linkctl.yaml"),
      .init("5:32", "bad-reference", "add it to environments.prod.values in linkctl.yaml")
    ),
    Typo(
      "env:NAME without quotes as a value",
      .lake(
        """
        credentials:
          aws_access_key_id: { env: ID }
          aws_secret_access_key: env: KEY
        """
      ),
      .init("7:33", "yaml-syntax", "a reference stands in braces: { env: NAME }")
    ),
  ]
}
