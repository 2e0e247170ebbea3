import Testing

@testable import LinkCore

/// Links that have every key their type knows, in sets that go together, give no finding.
@Suite struct DocumentedLinksTests {
  @Test func everyKeyTogether() {
    for type in LinkType.all {
      for absent in Self.alternatives(of: type) {
        let keys = type.keys.filter { key in
          key.replacement == nil && !absent.contains { KeyPattern($0).covers(key.name) }
        }
        let config = keys.filter { $0.clause == .config }.map {
          JSONValue.Member($0.isFamily ? "catalog.uri" : $0.name, Self.value(of: $0, absent))
        }
        let credentials = keys.filter { $0.clause == .credentials }.map {
          CredentialValue.Member(
            $0.name,
            $0.form == .textMap ? .object([.init("Authorization", .someReference)]) : .someReference
          )
        }
        let found = type.findings(config: config, credentials: credentials)
        #expect(found.filter { $0.rule != .deprecatedType }.map(\.message) == [], "\(type.name)")
      }
    }
  }

  /// The keys to leave out so that the others go together.
  private static func alternatives(of type: LinkType) -> [[String]] {
    switch type.name {
    case "S3":
      [
        ["x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id"],
        [
          "x-amz-server-side-encryption-customer-algorithm",
          "x-amz-server-side-encryption-customer-key",
          "x-amz-server-side-encryption-customer-key-MD5",
        ],
      ]
    case "KAFKA":
      [
        ["sasl.kerberos.*", "sasl.oauthbearer.*"],
        ["sasl.username", "sasl.password", "sasl.oauthbearer.*"],
        ["sasl.username", "sasl.password", "sasl.kerberos.*"],
      ]
    case "MONGODB", "MYSQL":
      [
        ["collection.exclude.list", "database.exclude.list", "table.exclude.list"],
        ["collection.include.list", "database.include.list", "table.include.list"],
      ]
    default: [[]]
    }
  }

  private static func value(of key: LinkKey, _ absent: [String]) -> JSONValue {
    switch key.name {
    case "creds_mode": return "x"
    case "x-amz-server-side-encryption": return "aws:kms"
    case "hadoop.security.authentication": return "kerberos"
    case "security.protocol": return "sasl_ssl"
    case "sasl.mechanism":
      if !absent.contains("sasl.username") { return "PLAIN" }
      return absent.contains("sasl.kerberos.*") ? "OAUTHBEARER" : "GSSAPI"
    default: break
    }
    return switch key.form {
    case .text, .any: "x"
    case .choice(let choices): .string(choices[0])
    case .number: 1
    case .boolean: true
    case .booleanText: "true"
    case .textList: ["x"]
    case .textMap: ["x": "y"]
    }
  }
}
