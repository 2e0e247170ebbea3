extension BadInput {
  /// Secrets where everybody can read them.
  static let configuration: [BadInput] = [
    .link(
      "X001: a password by its key",
      "{ type: MONGODB, config: { mongodb.hosts: h, mongodb.password: hunter2hunter2 } }",
      exit: 3,
      "'mongodb.password' looks like a password by its name (K01); it belongs in credentials;",
      "mongodb.password: …",
      never: "hunter2"
    ),
    .link(
      "X003: an access key",
      lake("config: { aws_access_key_id: AKIAIOSFODNN7EXAMPLE }"),
      exit: 3,
      ":3:114: error: 'aws_access_key_id' looks like a key that belongs in credentials (K07)",
      never: "AKIA"
    ),
    .link(
      "X004: a password in a URL",
      lake("config: { endpoint_url: 'https://user:hunter2hunter2@minio:9000' }"),
      exit: 3,
      ":3:114: error: 'endpoint_url' looks like a URL with a password in it (V06)",
      "endpoint_url: …",
      never: "hunter2"
    ),
    .link(
      "X006: a private key",
      lake(#"config: { region: "-----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADAN" }"#),
      exit: 3,
      ":3:114: error: 'region' looks like a private key (V01)",
      never: "MIIEvQ"
    ),
    .link(
      "X007: a key behind an escape",
      lake(#"config: { "p\u0061ssword": hunter2hunter2 }"#),
      exit: 3,
      ":3:114: error: 'password' looks like a password by its name (K01)",
      never: "hunter2"
    ),
    .link(
      "X009: JSON in a text",
      lake(#"config: { suffixes: ['{"password":"hunter2hunter2"}'] }"#),
      exit: 3,
      ":3:114: error: 'suffixes' looks like a password by its name (K01)",
      never: "hunter2"
    ),
    .link(
      "X010: a key of one's own for the store",
      lake("config: { \(customerKey) }"),
      exit: 3,
      "'x-amz-server-side-encryption-customer-key' looks like an encryption key by its name (K09)",
      never: "hunter2"
    ),
    .link(
      "X010: the same with a reason",
      lake(
        "config: { \(customerKey) }, allow: [{ rule: secret-in-config, reason: documented there,"
          + " key: x-amz-server-side-encryption-customer-key }]"
      ),
      exit: 0,
      "0 errors, 0 warnings",
      never: "hunter2"
    ),
    .link(
      "X012: names of tables that speak of passwords",
      "{ type: MONGODB, config: { mongodb.hosts: h, table.include.list: db.passwords,"
        + " message.key.columns: 'db.t:id' }, credentials: { mongodb.user: u,"
        + " mongodb.password: { env: KEY } } }",
      exit: 0,
      "0 errors"
    ),
    .link(
      "X013: a secret that stands in the description too",
      lake("description: with half-of-a-secret in it"),
      exit: 3,
      "the value of a secret also stands in the name, config or description of prod.x"
    ).run(
      "apply",
      "--auto-approve",
      "--quiet",
      environment: ["ID": "identity-0001", "KEY": "half-of-a-secret"]
    ),
    BadInput(
      id: "X006: nothing but beginnings of private keys",
      files: [
        "links.d/a.yaml": Content(
          "database: prod\nlinks:\n  x:\n    type: S3\n    credentials: {}\n    description: '",
          repeating: "-----BEGIN ",
          5_900,
          "'\n"
        )
      ],
      exit: 0,
      says: ["0 errors, 0 warnings"]
    ),
    BadInput(
      id: "X015: a key in a comment",
      files: ["links.d/a.yaml": "# AKIAIOSFODNN7EXAMPLE\n\(link(lake("protect: true")))"],
      exit: 0,
      says: [":1:1: warning: this comment looks like an AWS access key id (V02); remove it"],
      neverShown: ["AKIA"]
    ),
  ]

  private static let customerKey =
    "x-amz-server-side-encryption-customer-algorithm: AES256,"
    + " x-amz-server-side-encryption-customer-key: hunter2hunter2hunter2hunter2hunter2,"
    + " x-amz-server-side-encryption-customer-key-MD5: 1B2M2Y8AsgTpgAmY7PhCfg=="
}
