import Testing

@testable import LinkCore

@Suite struct RequirementCheckTests {
  typealias Credentials = [String: CredentialValue]

  private static let keyPair: Credentials = [
    "aws_access_key_id": "id", "aws_secret_access_key": .someReference,
  ]
  private static let customerKey = [
    "x-amz-server-side-encryption-customer-algorithm",
    "x-amz-server-side-encryption-customer-key",
    "x-amz-server-side-encryption-customer-key-MD5",
  ]

  @Test func publicBucketsNeedNothing() {
    for type in [LinkType.s3, .azure, .gcs, .hdfs, .http, .kafka] {
      #expect(findings(type) == [], "\(type.name)")
      #expect(findings(type, [:], nil) == [], "\(type.name)")
    }
  }

  @Test func accessKeysArePairs() {
    #expect(findings(.s3, [:], Self.keyPair) == [])
    #expect(
      messages(.s3, [:], ["aws_access_key_id": "id"]) == [
        "'aws_access_key_id' needs 'aws_secret_access_key' in credentials: "
          + "an access key is an id and a secret"
      ]
    )
    #expect(
      findings(.s3, [:], ["aws_secret_access_key": .someReference]) == [
        "missing-key credentials.aws_secret_access_key"
      ]
    )
    #expect(findings(.s3, [:], ["aws_session_token": .someReference]).count == 2)
    #expect(
      findings(.s3, [:], Self.keyPair.merging(["aws_session_token": .someReference]) { $1 }) == []
    )
  }

  @Test func aRoleGoesWithAndWithoutKeys() {
    #expect(findings(.s3, [:], ["role_arn": "arn"]) == [])
    #expect(findings(.s3, [:], Self.keyPair.merging(["role_arn": "arn"]) { $1 }) == [])
    #expect(findings(.s3, ["creds_mode": "eks_irsa"], ["role_arn": "arn"]) == [])
    #expect(
      findings(.s3, ["creds_mode": "eks_irsa"], Self.keyPair) == [
        "conflicting-keys credentials.aws_access_key_id"
      ]
    )
  }

  @Test func serverSideEncryption() {
    let sse = "x-amz-server-side-encryption"
    let kms = "x-amz-server-side-encryption-aws-kms-key-id"
    let customer = Self.customerKey.map { JSONValue.Member($0, "x") }
    #expect(findings(.s3, .object(customer)) == [])
    #expect(findings(.s3, .object([customer[1]])).count == 2)
    #expect(findings(.s3, .object([customer[0], customer[2]])).count == 1)
    #expect(
      findings(.s3, .object([.init(sse, "AES256")] + customer)) == [
        "conflicting-keys config.x-amz-server-side-encryption-customer-algorithm"
      ]
    )
    #expect(findings(.s3, .object([.init(kms, "k")])) == ["missing-key config.\(kms)"])
    #expect(findings(.s3, .object([.init(kms, "k"), .init(sse, "aws:kms")])) == [])
    #expect(
      findings(.s3, .object([.init(kms, "k"), .init(sse, "AES256")])) == [
        "conflicting-keys config.\(kms)"
      ]
    )
  }

  @Test func icebergCatalogs() {
    #expect(findings(.s3, ["catalog_type": "GLUE", "catalog.uri": "u", "table_id": "t"]) == [])
    #expect(findings(.s3, ["catalog.uri": "https://h"]) == ["missing-key config.\"catalog.uri\""])
    #expect(findings(.s3, ["ingest_mode": "append"]) == ["missing-key config.ingest_mode"])
    #expect(findings(.s3, ["catalog_type": "jdbc"]) == ["missing-key config.catalog_type"])
    #expect(findings(.s3, ["catalog_type": "JDBC", "catalog_name": "c"]) == [])
  }

  @Test func pairsThatAreRequired() {
    #expect(findings(.azure, [:], ["account_name": "a"]) == ["missing-key credentials"])
    #expect(
      messages(.gcs, [:], ["secret_key": .someReference]) == [
        "GCS needs 'access_id' in credentials"
      ]
    )
    #expect(
      findings(.mongodb) == [
        "missing-key config", "missing-key credentials", "missing-key credentials",
      ]
    )
    #expect(findings(.mongodb, ["mongodb.hosts": "h:1"], nil) == [])
    #expect(
      findings(.mongodb, ["mongodb.hosts": "h:1"], ["mongodb.user": "u"]) == [
        "missing-key credentials"
      ]
    )
    #expect(
      findings(.mysql, [:], nil) == ["deprecated-type type", "missing-key config"]
    )
  }

  @Test func listsOfWhatAndWhatNot() {
    let config: JSONValue = [
      "mongodb.hosts": "h", "collection.include.list": "a", "collection.exclude.list": "b",
    ]
    #expect(
      findings(.mongodb, config, nil) == ["conflicting-keys config.\"collection.exclude.list\""]
    )
  }

  @Test func kerberosOfHadoop() {
    let kerberos: JSONValue = [
      "hadoop.security.authentication": "kerberos", "kerberos.user": "u", "kerberos.keytab": "/k",
    ]
    #expect(findings(.hdfs, kerberos, nil) == [])
    #expect(
      messages(.hdfs, ["hadoop.security.authentication": "kerberos", "kerberos.user": "u"], nil)
        == [
          "'hadoop.security.authentication' kerberos needs 'kerberos.keytab' in config: "
            + "Kerberos logs in as a principal by a keytab"
        ]
    )
    #expect(findings(.hdfs, ["hadoop.security.authentication": "Kerberos"], nil).count == 2)
    #expect(
      findings(.hdfs, ["kerberos.user": "u"], nil) == ["missing-key config.\"kerberos.user\""]
    )
    #expect(
      findings(.hdfs, ["hadoop.security.authentication": "simple", "kerberos.user": "u"], nil)
        == ["conflicting-keys config.\"kerberos.user\""]
    )
  }

  /// A key that is only misspelt is not reported as missing besides.
  @Test func aMisspeltKeyIsNotMissing() {
    #expect(findings(.mongodb, ["mongodb.host": "h:1"], nil).count == 1)
    #expect(
      findings(.s3, [:], ["aws_access_key_id": "id", "aws_secret_acces_key": .someReference]).count
        == 1
    )
  }
}
