/// Settings that are labelled by hand.
///
/// What looks like a token is put together from parts, so that no scanner takes it for a leak.
enum SecretSamples {
  typealias Key = (key: String, id: String)
  typealias Value = (value: String, id: String)
  typealias Setting = (key: String, value: String)

  /// Keys of secrets, with the rule that catches each.
  static let keys: [Key] = [
    ("database.password", "K01"), ("mongodb.password", "K01"), ("sasl.password", "K01"),
    ("ssl.key.password", "K01"), ("schema.registry.password", "K01"), ("userpassword", "K01"),
    ("smtp_passwd", "K01"), ("db-pwd", "K01"), ("key.passphrase", "K01"),
    ("contrase\u{F1}a", "K01"),
    ("aws_secret_access_key", "K02"), ("secret_key", "K02"),
    ("sasl.oauthbearer.client.secret", "K02"), ("fs.s3a.secret.key", "K02"),
    ("oauth.secret.value", "K02"), ("client_secret_file", "K02"),
    ("sasl.jaas.config", "K03"), ("schema.registry.basic.auth.user.info", "K03"),
    ("google.credentials.json", "K03"), ("azure.connection_string", "K03"),
    ("ssl.key.pem", "K04"), ("ssl.keystore.key", "K04"), ("sasl.oauthbearer.config", "K04"),
    ("service.private_key", "K04"), ("private_key_id", "K04"),
    ("account_key", "K05"), ("fs.azure.account.key.store", "K05"), ("api-key", "K05"),
    ("storage.key", "K05"), ("master_key", "K05"),
    ("aws_session_token", "K06"), ("access.token", "K06"), ("sas_token", "K06"),
    ("bearertoken", "K06"), ("oauth.refresh.my_token", "K06"),
    ("aws_access_key_id", "K07"), ("access_id", "K07"), ("mongodb.user", "K07"),
    ("headers.authorization", "K07"), ("cookie", "K07"),
    ("catalog.credential", "K08"), ("aws.creds", "K08"), ("gcp_credentials", "K08"),
    ("x-amz-server-side-encryption-customer-key", "K09"),
    ("ssl.key.location", "K10"), ("kerberos.keytab", "K10"), ("proxy.username", "K10"),
  ]

  /// Values that are secrets under any key, with the rule that catches each.
  static let values: [Value] = [
    ("-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE", "V01"),
    ("-----BEGIN PGP " + "PRIVATE KEY BLOCK-----", "V01"),
    ("AK" + "IAIOSFODNN7EXAMPLE", "V02"), ("id=AS" + "IAIOSFODNN7EXAMPLE;", "V02"),
    ("ey" + "JhbGciOiJIUzI1NiJ9x.ey" + "JzdWIiOiIxMjM0NTY3ODkwIn0.c2ln", "V03"),
    ("AccountName=a;AccountKey=" + String(repeating: "aB3+", count: 21) + "==", "V04"),
    ("Endpoint=sb://x;SharedAccessKey=" + "abcdefghijklmnopqrstuvwxyz", "V04"),
    ("https://b.example.com/c?sv=1&sig=" + "aBcD%2Fefgh12345", "V05"),
    ("https://b.example.com/?X-Amz-Signature=" + "0123456789abcdef", "V05"),
    ("https://user:pw@minio:9000", "V06"), ("mongodb+srv://:p@h", "V06"),
    ("Basic " + "cm9vdDp0ZXN0aW5nCg==", "V07"), ("bearer\t" + "abc.def-ghi_jkl", "V07"),
    (#"{"type": "service_account"}"#, "V08"), (#"x "private_key" : "y""#, "V08"),
    ("gh" + "p_" + String(repeating: "a1B2", count: 9), "V09"),
    ("gl" + "pat-" + "abcdefghij0123456789", "V09"),
    ("xo" + "xb-" + "1234567890-abc", "V09"),
    ("AI" + "za" + String(repeating: "x", count: 35), "V09"),
    ("hv" + "s." + String(repeating: "Ab0-", count: 23), "V09"),
    ("hv" + "b." + String(repeating: "Ab0-", count: 35), "V09"),
    ("da" + "pi" + String(repeating: "0af9", count: 8), "V09"),
    ("sk" + "_live_" + "abcdefghij", "V09"),
    ("github" + "_pat_" + String(repeating: "aB", count: 41), "V09"),
    ("ops" + "_eyJ" + String(repeating: "a", count: 250), "V09"),
    ("abc8" + "Q~" + String(repeating: "x.", count: 16), "V09"),
    ("jdbc:mysql://h/db?user=a&password=hunter22", "V10"), ("Token : 'abcdef'", "V10"),
    ("k=v;PWD=hunter2;", "V10"),
  ]

  /// Settings that are public, and sound like secrets at times.
  static let harmless: [Setting] = [
    ("region", "us-east-1"), ("endpoint_url", "https://minio.example.com:9000"),
    ("x-amz-server-side-encryption", "aws:kms"),
    (
      "x-amz-server-side-encryption-aws-kms-key-id",
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    ),
    ("x-amz-server-side-encryption-customer-algorithm", "AES256"),
    ("x-amz-server-side-encryption-customer-key-md5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
    ("s3_force_path_style", "true"), ("sts_regional_endpoints", "regional"),
    ("request_payer", "requester"), ("catalog_type", "GLUE"), ("catalog_name", "warehouse"),
    ("catalog.uri", "https://catalog.example.com/api/v1"), ("ingest_mode", "upsert"),
    ("creds_mode", "eks_irsa"), ("hadoop.security.authentication", "kerberos"),
    ("hadoop.security.auth_to_local", "RULE:[2:$1@$0](.*@EXAMPLE.COM)s/@.*//"),
    ("kerberos.user", "loader@EXAMPLE.COM"),
    ("dfs.namenode.kerberos.principal", "hdfs/_HOST@EXAMPLE.COM"),
    ("dfs.block.access.token.enable", "true"), ("dfs.encrypt.data.transfer", "true"),
    ("hadoop.rpc.protection", "privacy"), ("security.protocol", "sasl_ssl"),
    ("sasl.mechanism", "SCRAM-SHA-512"), ("sasl.kerberos.service.name", "kafka"),
    ("sasl.kerberos.keytab", "/etc/security/keytabs/loader.keytab"),
    ("sasl.oauthbearer.token.endpoint.url", "https://login.example.com/oauth2/v2.0/token"),
    ("sasl.oauthbearer.method", "oidc"), ("ssl.ca.location", "/etc/pki/tls/ca-bundle.pem"),
    ("ssl.certificate.location", "/etc/kafka/client.pem"), ("client.id", "singlestore-loader-01"),
    ("broker.address.family", "v4"), ("fetch.wait.max.ms", "500"),
    ("kafka_version", "2.8.1"), ("group.id", "orders-consumers"),
    ("mongodb.hosts", "rs0/mongo-1.example.com:27017,mongo-2.example.com:27017"),
    ("mongodb.authsource", "admin"), ("mongodb.ssl.enabled", "true"),
    ("collection.include.list", "shop.orders,shop.access_tokens"),
    ("database.hostname", "mysql-primary.example.com"), ("database.ssl.mode", "verify_identity"),
    ("table.include.list", "db.passwords"), ("message.key.columns", "db.t:id"),
    ("message.key.columns", "inventory.customers:first_name,last_name;inventory.orders:id"),
    ("database.exclude.list", "mysql,sys,secrets"), ("snapshot.mode", "initial"),
    ("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
    ("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer"),
    ("tombstones.on.delete", "false"), ("column.exclude.list", "db.users.password_hash"),
    ("schema.registry.url", "https://registry.example.com:8081"),
    ("note", "passwords are kept elsewhere"), ("note", "see https://wiki.example.com/token-rules"),
    ("note", "basic auth"), ("note", "mailto:a@b.example.com"), ("path", "/data/2026/11/22/part"),
    ("version", "1.10"), ("suffixes", ".json.gz"), ("table_id", "db.schema.orders"),
    ("auto.offset.reset", "earliest"), ("primary_key", "customer_id,order_number"),
    ("uuid", "123e4567-e89b-12d3-a456-426614174000"), ("topic.prefix", "fulfillment"),
  ]
}
