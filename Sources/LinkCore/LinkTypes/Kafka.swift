extension LinkType {
  package static let kafka = LinkType(
    name: "KAFKA",
    summary: """
      Kafka brokers. Which brokers and which topic stands in the pipeline; the link says how to \
      connect, and as whom.
      """,
    keys: kafkaSecurity + kafkaTLS + kafkaOther + kafkaSecrets + kafkaDeprecated,
    combinations: kafkaCombinations,
    passThrough: PassThrough(
      library: "librdkafka",
      properties: librdkafkaProperties,
      aliases: ["sasl.mechanisms": "sasl.mechanism"]
    ),
    endpoints: ["schema.registry.url"],
    encryption: Encryption(
      key: "security.protocol",
      plain: ["plaintext", "sasl_plaintext"],
      byDefault: "plaintext",
      secrets: ["sasl.username", "sasl.password", "sasl.oauthbearer.*"]
    )
  )

  private static let kafkaSecurity: [LinkKey] = [
    .config(
      "security.protocol",
      "How to talk to brokers; plaintext by default",
      .documented("CREATE LINK"),
      as: .choice(["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"]),
      is: .usual
    ),
    .config(
      "sasl.mechanism",
      "How to log in",
      .documented("Load data from Kafka"),
      as: .choice(["GSSAPI", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"])
    ),
    .identity(
      "sasl.username",
      "User to log in as",
      .documented("CREATE LINK"),
      is: .usual,
      isSeenInConfig: true
    ),
    .secret("sasl.password", "Password of the user", .documented("CREATE LINK"), is: .usual),
    .config(
      "sasl.kerberos.service.name",
      "Name that the brokers run as",
      .documented("Kafka with Kerberos")
    ),
    .config(
      "sasl.kerberos.principal",
      "Principal to log in as",
      .documented("Kafka with Kerberos")
    ),
    .config(
      "sasl.kerberos.keytab",
      "Path of its keytab, the same on every node",
      .documented("Kafka with Kerberos")
    ),
    .config("sasl.kerberos.kinit.cmd", "Command that gets a ticket", .inferred("librdkafka")),
  ]

  private static let kafkaTLS: [LinkKey] = [
    .config(
      "ssl.ca.location",
      "Path of the authorities to trust, the same on every node",
      .observed("notebooks")
    ),
    .config(
      "ssl.certificate.location",
      "Path of the client's certificate",
      .documented("Mutual TLS for Kafka")
    ),
    .config(
      "ssl.key.location",
      "Path of the client's private key",
      .documented("Mutual TLS for Kafka")
    ),
    .secret("ssl.key.password", "Password of the private key", .inferred("librdkafka")),
  ]

  private static let kafkaOther: [LinkKey] = [
    .config("schema.registry.username", "User of the schema registry", .observed("notebooks")),
    .secret("schema.registry.password", "Password for the schema registry", .observed("notebooks")),
    .config("kafka_version", "Version of the brokers", .documented("CREATE PIPELINE")),
    .config("client.id", "Name the client gives itself", .observed("notebooks")),
  ]

  private static let kafkaDeprecated: [LinkKey] = [
    .config(
      "reconnect.backoff.jitter.ms",
      "Has no effect any more",
      .inferred("librdkafka"),
      as: .any
    ).deprecated(insteadUse: "reconnect.backoff.ms"),
    .config(
      "topic.metadata.refresh.fast.cnt",
      "Has no effect any more",
      .inferred("librdkafka"),
      as: .any
    ).deprecated(insteadUse: "topic.metadata.refresh.fast.interval.ms"),
    .config("socket.blocking.max.ms", "Has no effect any more", .inferred("librdkafka"), as: .any)
      .deprecated(insteadUse: "socket.timeout.ms"),
  ]

  private static let kafkaSecrets: [LinkKey] = [
    .secret("ssl.key.pem", "Private key itself", .inferred("librdkafka")),
    .secret("ssl.keystore.password", "Password of a key store", .inferred("librdkafka")),
    .secret("sasl.oauthbearer.client.secret", "Secret of an OAuth client", .inferred("librdkafka")),
    .secret(
      "sasl.oauthbearer.client.credentials.client.secret",
      "Another name of sasl.oauthbearer.client.secret",
      .inferred("librdkafka")
    ),
    .secret(
      "sasl.oauthbearer.config",
      "Settings of OAuth, with secrets in it",
      .inferred("librdkafka")
    ),
    .secret(
      "sasl.oauthbearer.assertion.private.key.pem",
      "Private key that signs assertions",
      .inferred("librdkafka")
    ),
    .secret(
      "sasl.oauthbearer.assertion.private.key.passphrase",
      "Passphrase of that key",
      .inferred("librdkafka")
    ),
  ]

  private static let saslProtocols = ["sasl_plaintext", "sasl_ssl"]

  private static let kafkaCombinations: [KeyCombination] = [
    .when(
      .value("security.protocol", oneOf: saslProtocols),
      needs: ["sasl.mechanism"],
      "a client that logs in has to say how; GSSAPI is taken where it does not"
    ),
    .when(
      .value("sasl.mechanism", oneOf: ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]),
      needs: ["sasl.username", "sasl.password"],
      "this mechanism logs in by a password"
    ),
    .together(["sasl.username", "sasl.password"], "a user logs in by a password"),
    .when(
      .value("sasl.mechanism", oneOf: ["GSSAPI", "OAUTHBEARER"]),
      excludes: ["sasl.username", "sasl.password"],
      "this mechanism knows no password"
    ),
    .when(
      .value("sasl.mechanism", oneOf: ["GSSAPI"]),
      needsOneOf: ["sasl.kerberos.keytab", "sasl.kerberos.kinit.cmd"],
      "Kerberos logs in by a keytab"
    ),
    .when(
      .anyOf(["sasl.kerberos.*"]),
      needs: "sasl.mechanism",
      oneOf: ["GSSAPI"],
      "only GSSAPI is Kerberos"
    ),
    .when(
      .anyOf(["sasl.oauthbearer.*"]),
      needs: "sasl.mechanism",
      oneOf: ["OAUTHBEARER"],
      "only OAUTHBEARER reads these settings"
    ),
    .when(
      .anyOf(["sasl.*"]),
      needs: "security.protocol",
      oneOf: saslProtocols,
      "without SASL nobody logs in"
    ),
    .when(
      .anyOf(["ssl.*"]),
      needs: "security.protocol",
      oneOf: ["ssl", "sasl_ssl"],
      "without TLS these settings have no effect"
    ),
    .when(
      .anyOf(["ssl.certificate.location"]),
      needsOneOf: ["ssl.key.location", "ssl.key.pem"],
      "a certificate is proven by its private key"
    ),
    .when(
      .anyOf(["ssl.key.location", "ssl.key.pem"]),
      needsOneOf: ["ssl.certificate.location", "ssl.certificate.pem"],
      "a private key proves a certificate"
    ),
    .when(
      .anyOf(["ssl.key.password"]),
      needsOneOf: ["ssl.key.location", "ssl.key.pem"],
      "the password opens a private key"
    ),
    .together(
      ["schema.registry.username", "schema.registry.password"],
      "the schema registry asks for both"
    ),
  ]
}
