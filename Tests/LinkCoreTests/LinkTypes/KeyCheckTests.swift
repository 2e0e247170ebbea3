import Testing

@testable import LinkCore

@Suite struct KeyCheckTests {
  @Test func theUnknownKeyOfTheManual() {
    let message = "unknown key 'regoin' for S3; did you mean 'region'?"
    #expect(messages(.s3, ["regoin": "us-east-1"]) == [message])
    #expect(findings(.s3, ["regoin": "us-east-1"]) == ["unknown-key config.regoin"])
  }

  @Test(arguments: [
    ("S3", "REGION", "region"), ("S3", "egion", "region"), ("S3", "endpoint-url", "endpoint_url"),
    ("S3", "endpointUrl", "endpoint_url"), ("S3", "endpoint", "endpoint_url"),
    ("S3", "aws_region", "region"), ("S3", "disable_gunzp", "disable_gunzip"),
    ("S3", "r\u{435}gion", "region"), ("S3", "s3_force_pathstyle", "s3_force_path_style"),
    (
      "S3", "x-amz-server-side-encryption-customer-key-md5",
      "x-amz-server-side-encryption-customer-key-MD5"
    ),
    ("KAFKA", "security_protocol", "security.protocol"),
    ("KAFKA", "sasl.mechanim", "sasl.mechanism"),
    ("KAFKA", "Security.Protocol", "security.protocol"),
    ("KAFKA", "broker.adress.family", "broker.address.family"),
    ("MONGODB", "mongodb.host", "mongodb.hosts"), ("MONGODB", "hosts", "mongodb.hosts"),
    ("MONGODB", "mongodb.authSource", "mongodb.authsource"),
    ("MYSQL", "database.hostnme", "database.hostname"), ("MYSQL", "hostname", "database.hostname"),
    ("HDFS", "kerberos-user", "kerberos.user"), ("AZURE", "sufixes", "suffixes"),
  ])
  func aSlipIsPutRight(_ type: String, _ key: String, _ meant: String) throws {
    let type = try #require(LinkType.named(type))
    let found = type.findings(config: [JSONValue.Member(key, .string("x"))], credentials: nil)
    let unknown = found.filter { $0.rule == .unknownKey }
    #expect(unknown.map(\.path) == [FieldPath(["config", key])])
    #expect(
      unknown.map(\.message) == ["unknown key '\(key)' for \(type.name); did you mean '\(meant)'?"]
    )
  }

  @Test(arguments: [
    ("S3", "aws_secret_acces_key", "aws_secret_access_key"), ("S3", "rolearn", "role_arn"),
    ("S3", "secret_access_key", "aws_secret_access_key"), ("KAFKA", "password", "sasl.password"),
    ("KAFKA", "sasl_username", "sasl.username"), ("GCS", "acces_id", "access_id"),
    ("MYSQL", "database.pasword", "database.password"), ("AZURE", "account-name", "account_name"),
  ])
  func aCredentialsSlipIsPutRight(_ type: String, _ key: String, _ meant: String) throws {
    let type = try #require(LinkType.named(type))
    let found = type.findings(config: [], credentials: [.init(key, .someReference)])
    let unknown = found.filter { $0.rule == .unknownKey }
    #expect(
      unknown.map(\.message) == ["unknown key '\(key)' for \(type.name); did you mean '\(meant)'?"]
    )
    #expect(!found.contains { $0.rule == .missingKey && $0.message.contains("'\(meant)' in") })
  }

  @Test func adviceNamesTheOtherClauseOrType() {
    #expect(
      messages(.s3, ["rolearn": "x"]) == [
        "unknown key 'rolearn' for S3; did you mean 'role_arn', which belongs in credentials?"
      ]
    )
    #expect(
      messages(.gcs, ["region": "x"]) == ["unknown key 'region' for GCS; it is a key of S3"]
    )
    #expect(
      messages(.kafka, ["mongodb.hosts": "x"]) == [
        "unknown key 'mongodb.hosts' for KAFKA; it is a key of MONGODB"
      ]
    )
    #expect(messages(.s3, ["frobnicate": "x"]) == ["unknown key 'frobnicate' for S3"])
    #expect(
      messages(.http, [:], ["Authorization": .someReference]) == [
        "unknown key 'Authorization' for HTTP; did you mean 'headers' with 'Authorization' in it?"
      ]
    )
    #expect(
      messages(.kafka, ["security": ["protocol": "ssl"]]) == [
        "unknown key 'security' for KAFKA; write 'security.protocol' as one key"
      ]
    )
  }

  @Test func nonsenseHasNoAdvice() {
    for name in ["", ".", "__", "a", "\u{200B}"] {
      #expect(messages(.s3, .object([.init(name, "x")])) == ["unknown key '\(name.shown)' for S3"])
      #expect(findings(.kafka, .object([.init(name, "x")])) == [])
    }
  }

  @Test func aNameIsShownWithoutItsTricks() {
    #expect(messages(.s3, ["a\u{1B}[2J": "x"]) == ["unknown key 'a\\u{1B}[2J' for S3"])
  }

  @Test(arguments: [
    ("KAFKA", "fetch.wait.max.ms"), ("KAFKA", "ssl.crl.location"), ("KAFKA", "made.up"),
    ("KAFKA", "ssl.ca.pem"), ("HDFS", "dfs.replication"), ("HDFS", "my.own.property"),
    ("MONGODB", "signal.data.collection"), ("MYSQL", "message.key.columns"),
    ("MYSQL", "database.ssl.keystore"), ("MYSQL", "snapshot.mode"), ("HDFS", "disable_gunzip"),
  ])
  func whatIsHandedOnIsLeftAlone(_ type: String, _ key: String) throws {
    let type = try #require(LinkType.named(type))
    let found = type.findings(config: [JSONValue.Member(key, .string("x"))], credentials: nil)
    #expect(!found.contains { $0.rule == .unknownKey })
  }

  @Test func aKeyInTheOtherClause() {
    #expect(
      messages(
        .kafka,
        ["security.protocol": "sasl_ssl", "sasl.mechanism": "PLAIN", "sasl.username": "u"],
        ["sasl.password": .someReference]
      ) == [
        "'sasl.username' of KAFKA belongs in credentials, not in config"
      ]
    )
    #expect(findings(.s3, [:], ["region": "x"]) == ["wrong-clause credentials.region"])
  }

  /// That it is a secret is an error, which says where it belongs.
  @Test func aSecretInConfigIsLeftToTheError() {
    #expect(findings(.mysql, ["database.password": "x"], nil).allSatisfy { !$0.contains("clause") })
    #expect(findings(.s3, ["aws_access_key_id": "x"], nil) == [])
    #expect(findings(.s3, ["role_arn": "x"], nil) == ["wrong-clause config.role_arn"])
  }

  @Test(
    arguments: [
      ("S3", "region", 1), ("S3", "disable_gunzip", "true"), ("S3", "suffixes", "a"),
      ("S3", "suffixes", ["a", 1]), ("S3", "s3_force_path_style", true), ("S3", "region", .null),
      ("S3", "multipart_chunk_size_mb", "5"), ("S3", "schema.change.stop", "true"),
      ("MYSQL", "database.port", "3306"), ("MONGODB", "mongodb.ssl.enabled", true),
      ("MONGODB", "mongodb.ssl.enabled", "yes"), ("MONGODB", "mongodb.hosts", ["a:1"]),
      ("HDFS", "dfs.client.use.datanode.hostname", "true"), ("KAFKA", "security.protocol", 1),
      ("S3", "multipart_chunk_size_mb", .number(JSONNumber("1.5") ?? JSONNumber(0))),
    ] as [(String, String, JSONValue)]
  )
  func anotherJSONType(_ type: String, _ key: String, _ value: JSONValue) throws {
    let type = try #require(LinkType.named(type))
    let found = type.findings(config: [JSONValue.Member(key, value)], credentials: nil)
    let wrong = found.filter { $0.rule == .wrongJSONType }
    #expect(wrong.map(\.path) == [FieldPath(["config", key])])
  }

  @Test func aWrongTypeIsNamed() {
    #expect(
      messages(.mysql, ["database.hostname": "h", "database.port": "3306"], nil).contains(
        "'database.port' of MYSQL has to be a whole number, not text; write it without quotes"
      )
    )
    #expect(
      messages(.http, [:], ["headers": .literal("x")]) == [
        "'headers' of HTTP has to be a map of texts, not text"
      ]
    )
    #expect(
      findings(.http, [:], ["headers": .object([.init("X-Count", .literal(1))])]) == [
        "wrong-json-type credentials.headers.X-Count"
      ]
    )
    #expect(findings(.http, [:], ["headers": .array([.someReference])]).count == 1)
  }

  @Test func aValueThatIsNoneOfTheList() {
    #expect(
      messages(.kafka, ["security.protocol": "sasl-ssl"]) == [
        "'security.protocol' of KAFKA is one of plaintext, ssl, sasl_plaintext, sasl_ssl; "
          + "did you mean 'sasl_ssl'?"
      ]
    )
    #expect(findings(.s3, ["sts_regional_endpoints": "x"]).count == 1)
    #expect(findings(.s3, ["catalog_type": "glue", "ingest_mode": "Upsert"]) == [])
  }

  @Test func aHeaderThatIsWrittenDown() {
    let headers = CredentialValue.object([
      .init("Content-Type", "application/json"), .init("Authorization", .someReference),
    ])
    #expect(
      findings(.http, [:], ["headers": headers]) == [
        "header-literal credentials.headers.Content-Type"
      ]
    )
    let basic = HiddenLiteral("Basic cm9vdDp0ZXN0aW5nCg==")
    let secret = CredentialValue.object([.init("Authorization", .hidden(basic))])
    #expect(findings(.http, [:], ["headers": secret]) == [])
    let plain = CredentialValue.object([.init("Accept", .hidden(HiddenLiteral("a")))])
    #expect(findings(.http, [:], ["headers": plain]).count == 1)
  }

  @Test func deprecation() {
    let config: JSONValue = ["database.hostname": "h"]
    let login: [String: CredentialValue] = [
      "database.user": "u", "database.password": .someReference,
    ]
    #expect(findings(.mysql, config, login) == ["deprecated-type type"])
    #expect(
      messages(.kafka, ["socket.blocking.max.ms": 1]) == [
        "'socket.blocking.max.ms' of KAFKA is deprecated; use 'socket.timeout.ms'"
      ]
    )
  }
}
