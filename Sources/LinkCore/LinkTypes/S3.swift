extension LinkType {
  package static let s3 = LinkType(
    name: "S3",
    summary: """
      Amazon S3 and stores that speak its protocol. Empty credentials stand for a public bucket or \
      for the identity of the machine.
      """,
    keys: s3Credentials + s3Storage + s3Encryption + s3Iceberg,
    combinations: s3Combinations,
    endpoints: ["endpoint_url", "catalog.uri"]
  )

  private static let s3Credentials: [LinkKey] = [
    .identity(
      "aws_access_key_id",
      "Access key of an account",
      .documented("CREATE LINK"),
      is: .usual
    ),
    .secret(
      "aws_secret_access_key",
      "Secret part of the access key",
      .documented("CREATE LINK"),
      is: .usual
    ),
    .secret(
      "aws_session_token",
      "Token of a temporary access key; it expires, so the link has to be rotated",
      .documented("CREATE LINK")
    ),
    .identity("role_arn", "Role to assume", .documented("CREATE LINK")),
  ]

  private static let s3Storage: [LinkKey] = [
    .config("region", "Region of the bucket", .documented("CREATE LINK"), is: .usual),
    .config("endpoint_url", "Address of a compatible store", .documented("CREATE LINK")),
    .config(
      "multipart_chunk_size_mb",
      "Size of the parts in which a backup is uploaded",
      .documented("BACKUP DATABASE"),
      as: .number
    ),
    .config(
      "s3_force_path_style",
      "Names the bucket in the path, for compatible stores",
      .documented("BACKUP DATABASE"),
      as: .booleanText
    ),
    .config(
      "sts_regional_endpoints",
      "Which endpoints of the token service are asked",
      .documented("RESTORE DATABASE"),
      as: .choice(["regional", "legacy"])
    ),
    .config(
      "disable_gunzip",
      "Leaves .gz files as they are",
      .documented("CREATE LINK"),
      as: .boolean
    ),
    .config("request_payer", "Who pays for the requests", .documented("CREATE LINK")),
    .config(
      "suffixes",
      "Only files whose names end so",
      .documented("CREATE PIPELINE"),
      as: .textList
    ),
    .config("creds_mode", "Where the identity comes from: eks_irsa", .inferred("Enable EKS IRSA")),
  ]

  private static let s3Encryption: [LinkKey] = [
    .config(
      "x-amz-server-side-encryption",
      "How the store encrypts: AES256 or aws:kms",
      .documented("CREATE LINK")
    ),
    .config(
      "x-amz-server-side-encryption-aws-kms-key-id",
      "The KMS key it encrypts with",
      .documented("CREATE LINK")
    ),
    .config(
      "x-amz-server-side-encryption-customer-algorithm",
      "Cipher of a key of one's own",
      .documented("CREATE LINK")
    ),
    .configSecret(
      "x-amz-server-side-encryption-customer-key",
      "A key of one's own; documented in CONFIG, where everybody who may list links can read it",
      .documented("CREATE LINK")
    ),
    .config(
      "x-amz-server-side-encryption-customer-key-MD5",
      "Digest of that key",
      .documented("CREATE LINK")
    ),
  ]

  private static let s3Iceberg: [LinkKey] = [
    .config(
      "catalog_type",
      "Kind of Iceberg catalog",
      .documented("Iceberg ingest"),
      as: .choice(["GLUE", "SNOWFLAKE", "REST", "JDBC", "HIVE", "HADOOP"])
    ),
    .config("catalog_name", "Name of the catalog", .documented("Iceberg ingest")),
    .config(
      "catalog.*",
      "A property handed on to the catalog",
      .documented("Iceberg ingest"),
      as: .any
    ),
    .config("table_id", "Table in the catalog", .documented("Iceberg ingest")),
    .config(
      "ingest_mode",
      "How rows are taken in",
      .documented("Iceberg ingest"),
      as: .choice(["append", "upsert", "one_time"])
    ),
    .config(
      "schema.change.stop",
      "Stops where the table's schema changes",
      .documented("Iceberg ingest"),
      as: .boolean
    ),
    .config(
      "iceberg_vended_credentials",
      "Takes credentials for the files from the catalog",
      .documented("Iceberg ingest"),
      as: .boolean
    ),
  ]

  private static let customerKey = [
    "x-amz-server-side-encryption-customer-algorithm",
    "x-amz-server-side-encryption-customer-key",
    "x-amz-server-side-encryption-customer-key-MD5",
  ]

  private static let s3Combinations: [KeyCombination] = [
    .together(
      ["aws_access_key_id", "aws_secret_access_key"],
      "an access key is an id and a secret"
    ),
    .when(
      .anyOf(["aws_session_token"]),
      needs: ["aws_access_key_id", "aws_secret_access_key"],
      "a session token goes with the temporary access key it was issued with"
    ),
    .when(
      .value("creds_mode", oneOf: ["eks_irsa"]),
      excludes: ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"],
      "the identity comes from the service account, or from an access key"
    ),
    .together(customerKey, "a key of one's own is sent with its cipher and its digest"),
    .when(
      .anyOf(["x-amz-server-side-encryption"]),
      excludes: customerKey,
      "either the store has the key, or it is sent with each request"
    ),
    .when(
      .anyOf(["x-amz-server-side-encryption-aws-kms-key-id"]),
      needs: ["x-amz-server-side-encryption"],
      "the KMS key is used only where the store is told to encrypt"
    ),
    .when(
      .value("x-amz-server-side-encryption", oneOf: ["AES256"]),
      excludes: ["x-amz-server-side-encryption-aws-kms-key-id"],
      "AES256 uses the store's own key, aws:kms that of KMS"
    ),
    .when(
      .anyOf([
        "catalog_name", "catalog.*", "table_id", "ingest_mode", "schema.change.stop",
        "iceberg_vended_credentials",
      ]),
      needs: ["catalog_type"],
      "these settings belong to an Iceberg catalog"
    ),
    .when(
      .value("catalog_type", oneOf: ["JDBC"]),
      needs: ["catalog_name"],
      "a JDBC database may hold several catalogs"
    ),
  ]
}
