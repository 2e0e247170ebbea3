import Testing

@testable import LinkCore

/// Thousands of keys and values near the border, each judged twice.
@Suite struct SecretRulesOracleTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func keysAreJudgedAsTheExpressionsSay(seed: UInt64) throws {
    let oracle = try SecretRuleOracle.keys()
    var random = SplitMix(seed: seed)
    var matched: Set<String> = []
    for _ in 0..<1000 {
      let key = random.mutate(Self.keys, letters: Array("._-aekny \u{F1}\u{430}\n".unicodeScalars))
      let ids = SecretRules.keyRules.filter { $0.takes(key: key) }.map(\.id)
      let expected = try oracle.ids(key)
      #expect(ids == expected, "\(key.shown)")
      matched.formUnion(expected)
    }
    #expect(matched.count == SecretRules.keyRules.count, "some rule was never tried")
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func valuesAreJudgedAsTheExpressionsSay(seed: UInt64) throws {
    let oracle = try SecretRuleOracle.values()
    var random = SplitMix(seed: seed)
    var matched: Set<String> = []
    for _ in 0..<750 {
      let value = random.mutate(
        SecretSamples.values.map(\.value),
        letters: Array("aZ0 =:;/\"@._-\n\u{E9}\u{A0}".unicodeScalars)
      )
      let ids = SecretRules.valueRules.filter { $0.takes(value: value) }.map(\.id)
      let expected = try oracle.ids(value)
      #expect(ids == expected, "\(value.shown)")
      matched.formUnion(expected)
    }
    #expect(matched.count == SecretRules.valueRules.count, "some rule was never tried")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func randomnessIsMeasuredAsTheMathematicsSay(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var matched: Set<String> = []
    for _ in 0..<1000 {
      let key = Self.keys.randomElement(using: &random) ?? ""
      let alphabet = Self.alphabets.randomElement(using: &random) ?? ""
      let value = String(
        (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in
          alphabet.randomElement(using: &random)
        }
      )
      let ids = SecretRules.entropyRules.filter { $0.takes(key: key, value: value) }.map(\.id)
      let expected = SecretRuleOracle.randomness(key: key, value: value)
      #expect(ids == expected, "\(key): \(value)")
      matched.formUnion(expected)
    }
    #expect(matched == ["G01", "G02", "G03"])
  }

  private static let alphabets = [
    "01", "0123456789abcdef", "0123456789abcdef ", "abcdefghijklmnopqrstuvwxyz .",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", "a\u{E9}\u{65E5}0",
    "aaaaaaaaaaaaaab1",
  ]

  private static let keys =
    SecretSamples.keys.map(\.key) + SecretSamples.harmless.map(\.key)
    + [
      "passwd", "pwd", "passphrase", "contrase\u{F1}a", "contrasena", "secret", "secret.key",
      "my-secret-access-key", "client.secret", "clientsecret.x", "a.secret.b", "connectionstring",
      "connection_string", "privatekey", "private-key_id", "privkey", "priv.key", "ssl_key",
      "dbkey", "database-key", "account.keys", "oauth.bearer.token", "oauth2token",
      "headers..authorization", "header.x.authorization", "credential", "cred", "creds",
      "token", "idtoken", "x-amz-security-token", "username",
    ]
}

extension SecretRule {
  /// Whether the rule takes a setting for a secret, its anchors included.
  fileprivate func takes(key: String = "", value: String = "") -> Bool {
    let table = SecretRuleTable([self])
    return table.strictest(key: table.key(key), value: value) != nil
  }
}
