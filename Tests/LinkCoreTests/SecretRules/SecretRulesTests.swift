import Testing

@testable import LinkCore

@Suite struct SecretRulesTests {
  @Test(arguments: SecretSamples.keys)
  func tellsASecretByItsKey(_ sample: SecretSamples.Key) throws {
    let found = try #require(SecretRules.key(sample.key))
    #expect(found.id == sample.id)
  }

  @Test(arguments: SecretSamples.values)
  func tellsASecretByItsValue(_ sample: SecretSamples.Value) throws {
    let found = try #require(SecretRules.value(sample.value))
    #expect(found.id == sample.id)
    #expect(found.action == .refuse)
  }

  @Test(arguments: SecretSamples.harmless)
  func letsPublicSettingsPass(_ setting: SecretSamples.Setting) {
    let found = SecretRules.finding(
      path: [setting.key],
      value: .string(setting.value),
      parse: { _ in nil }
    )
    #expect(found == nil)
  }

  @Test func warnsOfRandomTexts() {
    let random = "q7Zk9Xw2" + "Lp4Vb6Tn8Rm1Gd3Jf5Hs0Yc"
    #expect(id("note", random) == "G02")
    #expect(id("note", "0123456789abcdef" + "fedcba9876543210") == "G03")
    #expect(id("my_key", "q7Zk9Xw2Lp4V") == "G01")
    #expect(id("note", "q7Zk9Xw2Lp4V") == nil)
    #expect(SecretRules.value(random)?.action == .warn)
  }

  @Test func idsAreThoseOfTheList() {
    let ids =
      (1...10).map { $0 < 10 ? "K0\($0)" : "K\($0)" }
      + (1...10).map { $0 < 10 ? "V0\($0)" : "V\($0)" } + ["G01", "G02", "G03"]
    #expect(SecretRules.all.map(\.id) == ids)
    let mild = SecretRules.all.filter { $0.action != .refuse }
    #expect(mild.map(\.id) == ["K09", "K10", "G01", "G02", "G03"])
    #expect(mild.filter { $0.action == .waivable }.map(\.id) == ["K09"])
  }

  @Test func aWarningIsReportedUnderAnotherRule() {
    #expect(SecretRules.key("sasl.password")?.rule == .secretInConfig)
    #expect(SecretRules.key("fs.s3a.encryption.key")?.rule == .secretInConfig)
    #expect(SecretRules.key("ssl.key.location")?.rule == .suspiciousConfig)
  }

  @Test func theStrictestRuleSpeaks() {
    #expect(SecretRules.key("fs.s3a.server-side-encryption.key")?.id == "K05")
    #expect(id("proxy.username", "https://u:p@h") == "V06")
    #expect(id("proxy.username", "q7Zk9Xw2" + "Lp4Vb6Tn8Rm1Gd3Jf5Hs0Yc") != nil)
  }

  @Test(arguments: [
    "p\u{430}ssword", "PASSWORD", "pass\u{200B}word", "\u{FF50}assword", "contrasen\u{303}a",
    "contrase\u{D1}a",
  ])
  func aDisguisedKeyIsSeenThrough(_ key: String) {
    #expect(id(key, "x") == "K01")
  }

  @Test func aDisguisedValueIsSeenThrough() {
    #expect(id("note", "AK\u{200B}IAIOSFODNN7EXAMPLE") == "V02")
    #expect(id("note", "p\u{430}ssword=hunter2") == "V10")
  }

  private func id(_ key: String, _ value: String) -> String? {
    SecretRules.finding(path: [key], value: .string(value), parse: { _ in nil })?.id
  }
}
