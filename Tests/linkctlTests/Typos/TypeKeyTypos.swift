extension Typo {
  /// Keys of a type that are misspelt, or stand in the wrong clause.
  static let typeKeyTypos: [Typo] = [
    Typo(
      "two letters changed places",
      .lakeWithKeys("config: { regoin: us-east-1 }"),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'region'?")
    ),
    Typo(
      "a letter missing",
      .lakeWithKeys("config: { endpint_url: https://minio }"),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'endpoint_url'?")
    ),
    Typo(
      "a dash for an underscore",
      .lakeWithKeys("config: { endpoint-url: https://minio }"),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'endpoint_url'?")
    ),
    Typo(
      "camel case",
      .lakeWithKeys("config: { endpointUrl: https://minio }"),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'endpoint_url'?")
    ),
    Typo(
      "a capital letter",
      .lakeWithKeys("config: { Region: us-east-1 }"),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'region'?")
    ),
    Typo(
      "an underscore for a dot",
      .events(
        """
        config: { security_protocol: sasl_ssl, sasl.mechanism: PLAIN }
        credentials: { sasl.username: { env: ID }, sasl.password: { env: KEY } }
        """
      ),
      exit: 0,
      .init("5:15", "unknown-key", "did you mean 'security.protocol'?")
    ),
    Typo(
      "a word missing",
      .events(
        """
        config: { security.protocol: sasl_ssl, sasl.mechanism: PLAIN }
        credentials: { username: { env: ID }, password: { env: KEY } }
        """
      ),
      exit: 0,
      .init("6:20", "unknown-key", "did you mean 'sasl.username'?"),
      .init("6:43", "unknown-key", "did you mean 'sasl.password'?")
    ),
    Typo(
      "a map for dots",
      .events(
        """
        config:
          security: { protocol: sasl_ssl }
          sasl.mechanism: PLAIN
        credentials: { sasl.username: { env: ID }, sasl.password: { env: KEY } }
        """
      ),
      exit: 0,
      .init("6:7", "unknown-key", "write 'security.protocol' as one key"),
      .init(
        "7:7",
        "missing-key",
        "'sasl.mechanism' needs 'security.protocol' in"
          + " config to be sasl_plaintext or sasl_ssl:"
          + " without SASL nobody logs in"
      ),
      .init(
        "8:20",
        "plaintext-kafka",
        "'sasl.username' is sent unencrypted:"
          + " 'security.protocol' of KAFKA is plaintext"
          + " by default"
      )
    ),
    Typo(
      "a key of credentials in config",
      .events(
        """
        config: { security.protocol: sasl_ssl, sasl.mechanism: PLAIN, sasl.username: me }
        credentials: { sasl.password: { env: KEY } }
        """
      ),
      exit: 0,
      .init(
        "5:67",
        "wrong-clause",
        "'sasl.username' of KAFKA belongs in"
          + " credentials, not in config"
      )
    ),
    Typo(
      "a key of config in credentials",
      .lake(
        "credentials: { aws_access_key_id: { env: ID }, aws_secret_access_key: {"
          + " env: KEY }, region: us-east-1 }"
      ),
      exit: 0,
      .init("5:89", "wrong-clause", "'region' of S3 belongs in config, not in credentials")
    ),
    Typo(
      "a secret in config",
      .lakeWithKeys("config: { aws_secret_access_key: wJalrXUtnFEMIK7MDENG }"),
      exit: 3,
      .init(
        "5:15",
        "secret-in-config",
        "it belongs in credentials; CONFIG is shown"
          + " to everybody who may list links"
      )
    ),
    Typo(
      "a key of another type",
      .lakeWithKeys("config: { sasl.mechanism: PLAIN }"),
      exit: 0,
      .init("5:15", "unknown-key", "it is a key of KAFKA")
    ),
    Typo(
      "aws_access_key",
      .lake(
        "credentials: { aws_access_key: { env: ID }, aws_secret_access_key: {"
          + " env: KEY } }"
      ),
      exit: 0,
      .init("5:20", "unknown-key", "did you mean 'aws_access_key_id'?")
    ),
    Typo(
      "aws_secret_key",
      .lake("credentials: { aws_access_key_id: { env: ID }, aws_secret_key: { env: KEY } }"),
      exit: 0,
      .init("5:52", "unknown-key", "did you mean 'aws_secret_access_key'?")
    ),
    Typo(
      "text for a number",
      .links(
        "shop: { type: MYSQL, config: { database.hostname: h, database.port:"
          + " \"3306\" }, credentials: { database.user: me, database.password: { env:"
          + " KEY } }, allow: [{ rule: deprecated-type, reason: still here }] }"
      ),
      exit: 0,
      .init("3:56", "wrong-json-type", "write it without quotes")
    ),
    Typo(
      "a boolean for its text",
      .links(
        "shop: { type: MONGODB, config: { mongodb.hosts: h, mongodb.ssl.enabled:"
          + " true }, credentials: { mongodb.user: me, mongodb.password: { env: KEY }"
          + " } }"
      ),
      exit: 0,
      .init("3:54", "wrong-json-type", "put it in quotes")
    ),
    Typo(
      "yes for a boolean",
      .lakeWithKeys("config: { disable_gunzip: yes }"),
      exit: 0,
      .init("5:15", "wrong-json-type", "write true")
    ),
    Typo(
      "a value of a list misspelt",
      .events(
        """
        config: { security.protocol: sasl_sll, sasl.mechanism: PLAIN }
        credentials: { sasl.username: { env: ID }, sasl.password: { env: KEY } }
        """
      ),
      exit: 0,
      .init("5:15", "suspicious-config", "did you mean 'sasl_ssl'?")
    ),
    Typo(
      "text for a list",
      .lakeWithKeys("config: { suffixes: csv }"),
      exit: 0,
      .init("5:15", "wrong-json-type", "write it in brackets: [ … ]")
    ),
    Typo(
      "a header beside headers",
      .links("hook: { type: HTTP, credentials: { Authorization: { env: TOKEN } } }"),
      exit: 0,
      .init("3:38", "unknown-key", "did you mean 'headers' with 'Authorization' in it?")
    ),
    Typo(
      "account_key misspelt",
      .links(
        "scans: { type: AZURE, credentials: { account_name: me, acount_key: {"
          + " env: KEY } } }"
      ),
      exit: 0,
      .init("3:58", "unknown-key", "did you mean 'account_key'?")
    ),
    Typo(
      "a mongo key without its prefix",
      .links(
        "shop: { type: MONGODB, config: { hosts: h, mongodb.ssl.enabled: 'true'"
          + " }, credentials: { mongodb.user: me, mongodb.password: { env: KEY } } }"
      ),
      exit: 0,
      .init("3:36", "unknown-key", "did you mean 'mongodb.hosts'?")
    ),
  ]
}
