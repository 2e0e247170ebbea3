import Testing

@testable import LinkCore

@Suite struct LinkTypeSecretsTests {
  @Test(arguments: [
    ("S3", "aws_secret_access_key"), ("S3", "aws_session_token"), ("AZURE", "account_key"),
    ("GCS", "secret_key"), ("HTTP", "headers"), ("KAFKA", "sasl.password"),
    ("KAFKA", "ssl.key.password"), ("KAFKA", "ssl.key.pem"), ("KAFKA", "schema.registry.password"),
    ("KAFKA", "sasl.oauthbearer.config"), ("MONGODB", "mongodb.password"),
    ("MYSQL", "database.password"), ("S3", "x-amz-server-side-encryption-customer-key"),
    ("S3", "aws_secret_acces_key"), ("AZURE", "sas_url"), ("S3", "catalog.credential"),
    ("HDFS", "anything"), ("HTTP", "Authorization"), ("S3", "session_id"), ("KAFKA", "token_name"),
  ])
  func aSecretComesByReference(_ type: String, _ key: String) throws {
    let type = try #require(LinkType.named(type))
    #expect(type.isSecret(credential: [key]))
    #expect(type.isSecret(credential: [key, "x"]))
    #expect(type.refusesLiteral("x", credential: [key]))
  }

  @Test(arguments: [
    ("S3", "aws_access_key_id"), ("S3", "role_arn"), ("S3", "region"), ("AZURE", "account_name"),
    ("GCS", "access_id"), ("KAFKA", "sasl.username"), ("KAFKA", "schema.registry.username"),
    ("KAFKA", "sasl.mechanisms"), ("MONGODB", "mongodb.user"), ("MYSQL", "database.user"),
    ("AZURE", "tenant_id"), ("S3", "external_id"),
  ])
  func anIdentityMayBeWrittenDown(_ type: String, _ key: String) throws {
    let type = try #require(LinkType.named(type))
    #expect(!type.isSecret(credential: [key]))
    #expect(!type.refusesLiteral("x", credential: [key]))
  }

  @Test func everyHeaderIsASecret() {
    #expect(LinkType.http.isSecret(credential: ["headers", "Content-Type"]))
    #expect(LinkType.http.isSecret(credential: ["headers", "a", "b"]))
    #expect(LinkType.http.isSecret(credential: []))
  }

  @Test(arguments: [
    ("Content-Type", "application/json"), ("Accept", "text/plain"), ("X-Tenant", "acme"),
    ("User-Agent", "linkctl"), ("X-Request-Source", "singlestore"),
  ])
  func someHeadersMayStandInTheOpen(_ header: String, _ value: String) {
    #expect(!LinkType.http.refusesLiteral(.string(value), credential: ["headers", header]))
  }

  @Test(arguments: [
    ("Authorization", "x"), ("authorization", "x"), ("Proxy-Authorization", "x"),
    ("X-Api-Key", "x"), ("Cookie", "a=b"), ("X-Auth-Token", "x"), ("X-Auth", "x"),
    ("X-Amz-Security-Token", "x"), ("X-Session", "x"), ("X-Client-Secret", "x"),
    ("X-Note", "Basic cm9vdDp0ZXN0aW5nCg=="), ("X-Note", "password=hunter2"),
  ])
  func othersMayNot(_ header: String, _ value: String) {
    #expect(LinkType.http.refusesLiteral(.string(value), credential: ["headers", header]))
  }

  @Test func onlyTextsOfHeadersMayStandInTheOpen() {
    #expect(LinkType.http.refusesLiteral(["a": "b"], credential: ["headers", "Accept"]))
    #expect(LinkType.http.refusesLiteral("b", credential: ["headers", "Accept", "a"]))
    #expect(LinkType.kafka.refusesLiteral("b", credential: ["headers", "Accept"]))
  }
}

@Suite struct ConfigSecretsTests {
  @Test func aSecretOfTheTypeIsRefusedWhateverTheRulesSay() {
    #expect(ids(.http, ["headers": ["X-Tenant": "acme"]]) == ["config.headers T01"])
    #expect(ids(.http, ["headers": ["Cookie": "acme"]]) == ["config.headers T01"])
    #expect(ids(.s3, ["aws_secret_access_key": true]) == ["config.aws_secret_access_key T01"])
  }

  @Test func theRuleSpeaksWhereItIsStrictEnough() {
    let key = "x-amz-server-side-encryption-customer-key"
    #expect(ids(.s3, .object([.init(key, "k")])) == ["config.\(key) K09"])
    #expect(ids(.mysql, ["database.password": "x"]) == ["config.\"database.password\" K01"])
    #expect(ids(.kafka, ["ssl.key.location": "/k"]) == ["config.\"ssl.key.location\" K10"])
    #expect(ids(.s3, ["aws_access_key_id": "x"]) == ["config.aws_access_key_id K07"])
    #expect(ids(.mongodb, ["mongodb.user": "x"]) == ["config.\"mongodb.user\" K07"])
  }

  @Test func aPublicKeyIsNoSecretByItsName() {
    #expect(ids(.s3, ["iceberg_vended_credentials": "true"]) == [])
    #expect(ids(.gcs, ["iceberg_vended_credentials": "true"]).count == 1)
    #expect(ids(.kafka, ["sasl.username": "joe"]) == [])
    #expect(ids(.kafka, ["sasl.username": "https://u:p@h"]) == ["config.\"sasl.username\" V06"])
    #expect(ids(.mysql, ["sasl.username": "joe"]) == ["config.\"sasl.username\" K07"])
  }

  @Test func aMemberOfAFamilyMayBeASecret() {
    #expect(ids(.s3, ["catalog.credential": "x"]) == ["config.\"catalog.credential\" K08"])
    #expect(ids(.s3, ["catalog.uri": "https://h"]) == [])
  }

  private func ids(_ type: LinkType, _ config: JSONValue) -> [String] {
    type.secrets(inConfig: config) { _ in nil }.map { "\($0.path) \($0.finding.id)" }
  }
}
