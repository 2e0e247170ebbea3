import Testing

@testable import LinkCore

@Suite struct SecretScanTests {
  @Test("X001 a password's key")
  func passwordKey() {
    #expect(found(["database.password": "x"]) == ["config.\"database.password\" K01"])
  }

  @Test("X003 an AWS access key id")
  func accessKeyID() {
    let id = JSONValue.string("AK" + "IAIOSFODNN7EXAMPLE")
    #expect(found(["aws_access_key_id": id]) == ["config.aws_access_key_id K07"])
    #expect(found(["note": id]) == ["config.note V02"])
  }

  @Test("X004 a URL with user and password")
  func userInfo() {
    #expect(found(["endpoint_url": "https://u:p@minio:9000"]) == ["config.endpoint_url V06"])
    #expect(
      SecretRules.maskingUserInfo("https://u:p@minio:9000") == "https://***@minio:9000"
    )
  }

  @Test("X006 a private key")
  func privateKey() {
    let key = JSONValue.string("-----BEGIN RSA " + "PRIVATE KEY-----")
    #expect(found(["note": key]) == ["config.note V01"])
  }

  @Test("X007 a key that was hidden by an escape")
  func escapedKey() {
    #expect(found(["p\u{61}ssword": "x"]) == ["config.password K01"])
  }

  @Test("X009 a secret in a text that holds JSON")
  func textOfJSON() {
    let inner: JSONValue = ["password": "x"]
    let parse = { (text: String) in text == " {…}" ? inner : nil }
    #expect(
      SecretScanTests.found(["extra": " {…}"], parse: parse) == ["config.extra K01"]
    )
    #expect(SecretScanTests.found(["extra": "{…}"], parse: parse) == [])
    #expect(SecretScanTests.found(["extra": ["list": [" {…}"]]], parse: parse).count == 1)
  }

  @Test("X010 the SSE-C key that documentation has in CONFIG")
  func customerKey() throws {
    let config: JSONValue = ["x-amz-server-side-encryption-customer-key": "k"]
    let scan = SecretRules.scan(config) { _ in nil }
    let finding = try #require(scan.first?.finding)
    #expect(finding.id == "K09")
    #expect(finding.action == .waivable)
    #expect(finding.rule == .secretInConfig)
  }

  @Test("X012 names of tables and columns")
  func tableNames() {
    #expect(found(["table.include.list": "db.passwords", "message.key.columns": "db.t:id"]) == [])
  }

  @Test func everyDepthIsLookedAt() {
    let config: JSONValue = [
      "a": ["b": ["password": "x", "c": 1], "d": ["https://u:p@h", "plain"]],
      "headers": ["Authorization": "x"],
      "list": [["token": "y"]],
    ]
    #expect(
      found(config) == [
        "config.a.b.password K01", "config.a.d V06", "config.headers.Authorization K07",
        "config.list K06",
      ]
    )
  }

  @Test func aSecretKeyCoversWhatIsBelowIt() {
    #expect(found(["password": ["value": "x", "token": "y"]]) == ["config.password K01"])
    #expect(found(["password": ["x"]]) == ["config.password K01"])
    #expect(
      SecretRules.finding(path: ["password", "value"], value: "x", parse: { _ in nil })?.id
        == "K01"
    )
  }

  @Test func aSwitchIsNoSecret() {
    #expect(found(["iceberg_vended_credentials": true, "password": .null]) == [])
    #expect(found(["password": 1234]) == ["config.password K01"])
    #expect(found(["password": ""]) == ["config.password K01"])
  }

  @Test func aMildFindingGivesWayToAStricter() {
    #expect(found(["proxy.username": "https://u:p@h"]) == ["config.\"proxy.username\" V06"])
    #expect(found(["proxy.username": "joe"]) == ["config.\"proxy.username\" K10"])
  }

  @Test func onlyUserInfoIsMasked() {
    #expect(SecretRules.maskingUserInfo("https://minio:9000") == nil)
    #expect(
      SecretRules.maskingUserInfo("a://u:p@h,b://v:q@i\u{E9}") == "a://***@h,b://***@i\u{E9}"
    )
    #expect(SecretRules.maskingUserInfo("https://u:p@h/?password=hunter2") == nil)
  }

  private func found(_ config: JSONValue) -> [String] {
    Self.found(config) { _ in nil }
  }

  private static func found(
    _ config: JSONValue,
    parse: @escaping SecretRules.Parse
  ) -> [String] {
    SecretRules.scan(config, parse: parse).map { "\($0.path) \($0.finding.id)" }
  }
}
