import Testing

@testable import LinkCore

@Suite struct KafkaRequirementTests {
  private static let login: [String: CredentialValue] = [
    "sasl.username": "u", "sasl.password": .someReference,
  ]

  @Test(arguments: ["PLAIN", "SCRAM-SHA-256", "scram-sha-512"])
  func loggingInByPassword(_ mechanism: String) {
    let config: JSONValue = [
      "security.protocol": "SASL_SSL", "sasl.mechanism": .string(mechanism),
    ]
    #expect(findings(.kafka, config, Self.login) == [])
    #expect(findings(.kafka, config, nil) == [])
    #expect(
      findings(.kafka, config)
        == Array(repeating: "missing-key config.\"sasl.mechanism\"", count: 2)
    )
    #expect(
      findings(.kafka, config, ["sasl.username": "u"]) == ["missing-key config.\"sasl.mechanism\""]
    )
  }

  @Test func theMechanismHasToBeSaid() {
    #expect(
      findings(.kafka, ["security.protocol": "sasl_ssl"], Self.login) == [
        "missing-key config.\"security.protocol\""
      ]
    )
    let alias: JSONValue = ["security.protocol": "sasl_ssl", "sasl.mechanisms": "PLAIN"]
    #expect(findings(.kafka, alias, Self.login) == [])
  }

  @Test func saslWithoutASASLProtocol() {
    #expect(
      findings(.kafka, ["security.protocol": "ssl", "sasl.mechanism": "PLAIN"], Self.login) == [
        "conflicting-keys config.\"sasl.mechanism\""
      ]
    )
    #expect(
      findings(.kafka, ["sasl.mechanism": "PLAIN"], nil) == [
        "missing-key config.\"sasl.mechanism\""
      ]
    )
  }

  @Test(arguments: ["plaintext", "SASL_PLAINTEXT", ""])
  func credentialsInTheClear(_ setting: String) {
    var config: [JSONValue.Member] = [.init("sasl.mechanism", "PLAIN")]
    if !setting.isEmpty { config.append(.init("security.protocol", .string(setting))) }
    let found = findings(.kafka, .object(config), Self.login)
    let place = setting.isEmpty ? "credentials.\"sasl.password\"" : "config.\"security.protocol\""
    #expect(found.filter { $0.hasPrefix("plaintext") }.count == 1)
    #expect(found.contains("plaintext-kafka \(place)") || setting.isEmpty)
    #expect(findings(.kafka, .object(config), [:]).allSatisfy { !$0.hasPrefix("plaintext") })
  }

  @Test func encryptedProtocolsAreNotPlain() {
    let config: JSONValue = ["sasl.mechanism": "PLAIN", "security.protocol": "sasl_ssl"]
    #expect(findings(.kafka, config, Self.login) == [])
    #expect(findings(.kafka, ["security.protocol": "plaintext"]) == [])
  }

  @Test func certificatesAndKeys() {
    let both: JSONValue = [
      "security.protocol": "ssl", "ssl.certificate.location": "/c", "ssl.key.location": "/k",
    ]
    #expect(findings(.kafka, both, ["ssl.key.password": .someReference]) == [])
    #expect(
      findings(.kafka, ["security.protocol": "ssl", "ssl.certificate.location": "/c"]) == [
        "missing-key config.\"ssl.certificate.location\""
      ]
    )
    #expect(
      findings(.kafka, ["security.protocol": "ssl", "ssl.key.location": "/k"]) == [
        "missing-key config.\"ssl.key.location\""
      ]
    )
    #expect(
      findings(.kafka, ["security.protocol": "ssl"], ["ssl.key.password": .someReference]) == [
        "missing-key credentials.\"ssl.key.password\""
      ]
    )
    #expect(
      findings(.kafka, ["security.protocol": "ssl", "ssl.certificate.location": "/c"], nil) == []
    )
    #expect(
      findings(.kafka, ["security.protocol": "plaintext", "ssl.ca.location": "/c"]) == [
        "conflicting-keys config.\"ssl.ca.location\""
      ]
    )
  }

  @Test func kerberos() {
    let kerberos: JSONValue = [
      "security.protocol": "sasl_ssl", "sasl.mechanism": "GSSAPI",
      "sasl.kerberos.service.name": "kafka", "sasl.kerberos.keytab": "/k",
    ]
    #expect(findings(.kafka, kerberos) == [])
    #expect(findings(.kafka, kerberos, Self.login).count == 1)
    #expect(
      findings(.kafka, ["security.protocol": "sasl_ssl", "sasl.mechanism": "GSSAPI"]) == [
        "missing-key config.\"sasl.mechanism\""
      ]
    )
    let plain: JSONValue = [
      "security.protocol": "sasl_ssl", "sasl.mechanism": "PLAIN", "sasl.kerberos.keytab": "/k",
    ]
    #expect(
      findings(.kafka, plain, Self.login) == ["conflicting-keys config.\"sasl.kerberos.keytab\""]
    )
  }

  @Test func schemaRegistries() {
    #expect(
      findings(
        .kafka,
        ["schema.registry.username": "u"],
        ["schema.registry.password": .someReference]
      )
        == []
    )
    #expect(findings(.kafka, ["schema.registry.username": "u"]).count == 1)
    #expect(
      findings(
        .kafka,
        ["schema.registry.username": "u", "schema.registry.url": "http://h"],
        ["schema.registry.password": .someReference]
      ) == ["plain-http config.\"schema.registry.url\""]
    )
  }
}
