import LinkCore
import LinkSandbox
import Testing

/// The manual's examples of CREATE LINK, character by character but for the places where it has a
/// placeholder instead of a name.
@Suite struct SandboxExamplesTests {
  struct Example: CustomTestStringConvertible {
    let type: String
    let name: String
    let credentials: String
    let sql: String

    var testDescription: String { type }
  }

  static let examples = [
    Example(
      type: "S3",
      name: "product_S3",
      credentials:
        #"{"aws_access_key_id":"your_access_key_id","aws_secret_access_key":"your_secret_access_key"}"#,
      sql: #"""
        CREATE LINK Orderdb.product_S3 AS S3
        CREDENTIALS '{"aws_access_key_id":"your_access_key_id",
        "aws_secret_access_key":"your_secret_access_key"}'
        CONFIG '{"region":"us-east-1"}'
        DESCRIPTION 'Products ordered in December';
        """#
    ),
    Example(
      type: "AZURE",
      name: "connection_name",
      credentials: #"{"account_name":"your_account","account_key":"encrypted_key"}"#,
      sql: #"""
        CREATE LINK Orderdb.connection_name AS AZURE
        CREDENTIALS '{
        "account_name": "your_account",
        "account_key": "encrypted_key"
        }';
        """#
    ),
    Example(
      type: "GCS",
      name: "mylink",
      credentials: #"{"access_id":"your_google_access_key","secret_key":"your_google_secret_key"}"#,
      sql: #"""
        CREATE LINK Orderdb.mylink AS GCS CREDENTIALS '{
        "access_id": "your_google_access_key",
        "secret_key": "your_google_secret_key"
        }';
        """#
    ),
    Example(
      type: "HDFS",
      name: "mylink",
      credentials: "",
      sql: #"""
        CREATE LINK Orderdb.mylink AS HDFS
        CREDENTIALS ''
        CONFIG '{
        "hadoop.security.authentication": "kerberos",
        "kerberos.user": "user@masked_host",
        "kerberos.keytab": "/opt/software/adkeytabs/user.keytab",
        "dfs.client.use.datanode.hostname": true,
        "dfs.datanode.kerberos.principal": "hdfs/_HOST@masked_host",
        "dfs.namenode.kerberos.principal": "hdfs/_HOST@masked_host"
        }';
        """#
    ),
    Example(
      type: "HTTP",
      name: "test",
      credentials: #"{"headers":{"Authorization":"Basic cm9vdDp0ZXN0aW5nCg=="}}"#,
      sql: #"""
        CREATE LINK Orderdb.test AS HTTP CREDENTIALS '{"headers": {"Authorization": "Basic cm9vdDp0ZXN0aW5nCg=="}}';
        """#
    ),
    Example(
      type: "KAFKA",
      name: "mylink",
      credentials:
        #"{"sasl.username":"your_sasl_username","sasl.password":"your_sasl_secret_key"}"#,
      sql: #"""
        CREATE LINK Orderdb.mylink AS KAFKA
        CONFIG '{
        "security.protocol": "sasl_ssl",
        "sasl.mechanism": "PLAIN"
        }'
        CREDENTIALS '{
        "sasl.username": "your_sasl_username",
        "sasl.password": "your_sasl_secret_key"
        }';
        """#
    ),
    Example(
      type: "MONGODB",
      name: "linkname",
      credentials: #"{"mongodb.password":"<password>","mongodb.user":"<username>"}"#,
      sql: #"""
        CREATE LINK Orderdb.linkname AS MONGODB
        CONFIG '{
        "mongodb.hosts":"<Hostname>",
        "collection.include.list": "<Collection list>",
        "mongodb.ssl.enabled":"true",
        "mongodb.authsource":"admin"}'
        CREDENTIALS '{
        "mongodb.user":"<username>",
        "mongodb.password":"<password>"}';
        """#
    ),
    Example(
      type: "MYSQL",
      name: "linkname",
      credentials: #"{"database.password":"<password>","database.user":"<username>"}"#,
      sql: #"""
        CREATE LINK Orderdb.linkname AS MYSQL
        CONFIG '{
        "database.hostname": "<Hostname>",
        "database.exclude.list": "<database_list>",
        "database.port": 3306,
        "database.ssl.mode":"required"}'
        CREDENTIALS '{
        "database.password": "<password>",
        "database.user": "<username>"}';
        """#
    ),
  ]

  @Test(arguments: examples)
  func `Takes the manual's example of each type`(example: Example) throws {
    let folder = try TemporaryFolder()
    let sandbox = try Sandbox(folder.file("db"), databases: "Orderdb")
    #expect(try sandbox.query(example.sql) == ResultSet())
    #expect(try sandbox.links().map { $0[2] } == [example.type])
    #expect(
      try sandbox.credentialsMatch(example.credentials, database: "Orderdb", name: example.name)
    )
  }

  @Test func `Takes the manual's way of replacing a link`() throws {
    let folder = try TemporaryFolder()
    let sandbox = try Sandbox(folder.file("db"), databases: "d")
    _ = try sandbox.query(
      #"""
      CREATE LINK d.analytics_link AS S3
      CREDENTIALS '{"aws_access_key_id":"original_key_id",
      "aws_secret_access_key":"original_secret_access_key"}'
      CONFIG '{"region":"us-west-1"}'
      DESCRIPTION 'Analytics data storage';
      """#
    )
    _ = try sandbox.query(
      #"""
      CREATE OR REPLACE LINK d.analytics_link AS S3
      CREDENTIALS '{"aws_access_key_id":"updated_key_id",
      "aws_secret_access_key":"updated_secret_access_key"}'
      CONFIG '{"region":"us-east-1"}'
      DESCRIPTION 'Updated analytics data storage in new region';
      """#
    )
    #expect(
      try sandbox.links() == [
        [
          "d", "analytics_link", "S3", #"{"region":"us-east-1"}"#,
          "Updated analytics data storage in new region",
        ]
      ]
    )
  }
}
