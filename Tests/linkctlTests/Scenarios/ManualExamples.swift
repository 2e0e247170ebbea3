import Testing

/// The manual's examples, each with a manifest that means the same.
extension ManualExamplesTests {
  struct Example: CustomTestStringConvertible {
    let type: String
    /// The link below `links:`, indented by two.
    let manifest: String
    /// As the manual has them.
    let credentials: String
    let config: String?
    let description: String?
    /// What the manual writes where the manifest has a reference.
    let secrets: [String: String]

    var testDescription: String { type }
  }

  static let examples = [
    Example(
      type: "S3",
      manifest: """
          product_S3:
            type: S3
            description: Products ordered in December
            config: { region: us-east-1 }
            credentials:
              aws_access_key_id: { env: KEY_ID }
              aws_secret_access_key: { env: SECRET_KEY }
        """,
      credentials: #"""
        {"aws_access_key_id":"your_access_key_id",
        "aws_secret_access_key":"your_secret_access_key"}
        """#,
      config: #"{"region":"us-east-1"}"#,
      description: "Products ordered in December",
      secrets: ["KEY_ID": "your_access_key_id", "SECRET_KEY": "your_secret_access_key"]
    ),
    Example(
      type: "AZURE",
      manifest: """
          connection_name:
            type: AZURE
            credentials:
              account_name: your_account
              account_key: { env: ACCOUNT_KEY }
        """,
      credentials: #"""
        {
        "account_name": "your_account",
        "account_key": "encrypted_key"
        }
        """#,
      config: nil,
      description: nil,
      secrets: ["ACCOUNT_KEY": "encrypted_key"]
    ),
    Example(
      type: "GCS",
      manifest: """
          mylink:
            type: GCS
            credentials:
              access_id: { env: ACCESS_ID }
              secret_key: { env: SECRET_KEY }
        """,
      credentials: #"""
        {
        "access_id": "your_google_access_key",
        "secret_key": "your_google_secret_key"
        }
        """#,
      config: nil,
      description: nil,
      secrets: ["ACCESS_ID": "your_google_access_key", "SECRET_KEY": "your_google_secret_key"]
    ),
    Example(
      type: "HDFS",
      manifest: """
          mylink:
            type: HDFS
            config:
              hadoop.security.authentication: kerberos
              kerberos.user: user@masked_host
              kerberos.keytab: /opt/software/adkeytabs/user.keytab
              dfs.client.use.datanode.hostname: true
              dfs.datanode.kerberos.principal: hdfs/_HOST@masked_host
              dfs.namenode.kerberos.principal: hdfs/_HOST@masked_host
        """,
      credentials: "",
      config: #"""
        {
        "hadoop.security.authentication": "kerberos",
        "kerberos.user": "user@masked_host",
        "kerberos.keytab": "/opt/software/adkeytabs/user.keytab",
        "dfs.client.use.datanode.hostname": true,
        "dfs.datanode.kerberos.principal": "hdfs/_HOST@masked_host",
        "dfs.namenode.kerberos.principal": "hdfs/_HOST@masked_host"
        }
        """#,
      description: nil,
      secrets: [:]
    ),
    Example(
      type: "HTTP",
      manifest: """
          test:
            type: HTTP
            credentials:
              headers:
                Authorization: { env: TOKEN, prefix: 'Basic ' }
        """,
      credentials: #"{"headers": {"Authorization": "Basic cm9vdDp0ZXN0aW5nCg=="}}"#,
      config: nil,
      description: nil,
      secrets: ["TOKEN": "cm9vdDp0ZXN0aW5nCg=="]
    ),
    Example(
      type: "KAFKA",
      manifest: """
          mylink:
            type: KAFKA
            config:
              security.protocol: sasl_ssl
              sasl.mechanism: PLAIN
            credentials:
              sasl.username: { env: SASL_USERNAME }
              sasl.password: { env: SASL_PASSWORD }
        """,
      credentials: #"""
        {
        "sasl.username": "your_sasl_username",
        "sasl.password": "your_sasl_secret_key"
        }
        """#,
      config: #"""
        {
        "security.protocol": "sasl_ssl",
        "sasl.mechanism": "PLAIN"
        }
        """#,
      description: nil,
      secrets: ["SASL_USERNAME": "your_sasl_username", "SASL_PASSWORD": "your_sasl_secret_key"]
    ),
    Example(
      type: "MONGODB",
      manifest: """
          linkname:
            type: MONGODB
            config:
              mongodb.hosts: <Hostname>
              collection.include.list: <Collection list>
              mongodb.ssl.enabled: 'true'
              mongodb.authsource: admin
            credentials:
              mongodb.user: <username>
              mongodb.password: { env: PASSWORD }
        """,
      credentials: #"{"mongodb.user":"<username>", "mongodb.password":"<password>"}"#,
      config: #"""
        {
        "mongodb.hosts":"<Hostname>",
        "collection.include.list": "<Collection list>",
        "mongodb.ssl.enabled":"true",
        "mongodb.authsource":"admin"}
        """#,
      description: nil,
      secrets: ["PASSWORD": "<password>"]
    ),
    Example(
      type: "MYSQL",
      manifest: """
          linkname:
            type: MYSQL
            config:
              database.hostname: <Hostname>
              database.exclude.list: <database_list>
              database.port: 3306
              database.ssl.mode: required
            credentials:
              database.user: <username>
              database.password: { env: PASSWORD }
        """,
      credentials: #"{ "database.password": "<password>", "database.user": "<username>"}"#,
      config: #"""
        {
        "database.hostname": "<Hostname>",
        "database.exclude.list": "<database_list>",
        "database.port": 3306,
        "database.ssl.mode":"required"}
        """#,
      description: nil,
      secrets: ["PASSWORD": "<password>"]
    ),
  ]
}
