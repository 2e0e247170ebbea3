import LinkCore
import Testing

/// Links with every key that is documented for their type are right, in the eyes of the program
/// itself.
@Suite struct DocumentedKeysTests {
  struct Link: CustomTestStringConvertible {
    let type: LinkType
    /// Keys that do not go with the others, and what is written for some.
    let absent: [String]
    let values: [String: String]
    let waivers: [String]

    init(
      _ type: LinkType,
      without absent: [String] = [],
      _ values: [String: String] = [:],
      waiving waivers: [String] = []
    ) {
      self.type = type
      self.absent = absent
      self.values = values
      self.waivers = waivers
    }

    var testDescription: String { "\(type.name) without \(absent.joined(separator: ", "))" }
  }

  private static let customerKey = "x-amz-server-side-encryption-customer-key"
  private static let ownKey = [
    "x-amz-server-side-encryption-customer-algorithm", customerKey, "\(customerKey)-MD5",
  ]
  private static let storeKey = [
    "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id",
  ]
  private static let excluded = [
    "collection.exclude.list", "database.exclude.list", "table.exclude.list",
  ]
  private static let included = [
    "collection.include.list", "database.include.list", "table.include.list",
  ]
  private static let tls = ["security.protocol": "sasl_ssl"]

  static let links = [
    Link(.s3, without: ownKey, ["x-amz-server-side-encryption": "aws:kms"]),
    Link(.s3, without: storeKey, waiving: ["secret-in-config, key: \(customerKey)"]),
    Link(.azure), Link(.gcs), Link(.http),
    Link(.hdfs, ["hadoop.security.authentication": "kerberos"]),
    Link(
      .kafka,
      without: ["sasl.kerberos.*", "sasl.oauthbearer.*"],
      tls.merging(["sasl.mechanism": "PLAIN"]) { $1 }
    ),
    Link(
      .kafka,
      without: ["sasl.username", "sasl.password", "sasl.oauthbearer.*"],
      tls.merging(["sasl.mechanism": "GSSAPI"]) { $1 }
    ),
    Link(
      .kafka,
      without: ["sasl.username", "sasl.password", "sasl.kerberos.*"],
      tls.merging(["sasl.mechanism": "OAUTHBEARER"]) { $1 }
    ),
    Link(.mongodb, without: excluded), Link(.mongodb, without: included),
    Link(.mysql, without: excluded, waiving: ["deprecated-type"]),
    Link(.mysql, without: included, waiving: ["deprecated-type"]),
  ]

  @Test func `Every type is looked at`() {
    #expect(Set(Self.links.map(\.type.name)) == Set(LinkType.all.map(\.name)))
  }

  @Test(arguments: links)
  func `Gives no finding`(_ link: Link) throws {
    let project = try TestProject(["links.d/a.yaml": Self.manifest(link)])
    let ended = try project.run("validate")
    #expect(ended.text == "1 manifest for default: 0 errors, 0 warnings.\n")
    #expect(ended.exit == 0)
  }

  /// Without a reason, each of the waivers is missed.
  @Test(arguments: links.filter { !$0.waivers.isEmpty })
  func `Needs a reason where it is waived`(_ link: Link) throws {
    let bare = Link(link.type, without: link.absent, link.values)
    let project = try TestProject(["links.d/a.yaml": Self.manifest(bare)])
    let rule = link.waivers[0].split(separator: ",")[0]
    let ended = try project.run("validate")
    #expect(ended.text.contains("[\(rule)]"))
    #expect(ended.exit == (rule == "secret-in-config" ? 3 : 0))
  }

  static func manifest(_ link: Link) -> String {
    let keys = link.type.keys.filter { key in
      key.replacement == nil && !link.absent.contains { KeyPattern($0).covers(key.name) }
    }
    let lines = [LinkKey.Clause.config, .credentials].flatMap { clause in
      let known = keys.filter { $0.clause == clause }
      return known.isEmpty
        ? [] : ["    \(clause.rawValue):"] + known.map { "      \(entry($0, link.values))" }
    }
    let allow = link.waivers.map { "      - { rule: \($0), reason: documented there }" }
    return
      (["database: prod", "links:", "  x:", "    type: \(link.type.name)"] + lines
      + (allow.isEmpty ? [] : ["    allow:"] + allow)).joined(separator: "\n") + "\n"
  }

  private static func entry(_ key: LinkKey, _ values: [String: String]) -> String {
    let name = key.isFamily ? key.name.dropLast(1) + "uri" : key.name[...]
    if let value = values[key.name] { return "\(name): \(value)" }
    if key.isSecret, key.clause == .credentials {
      let reference = "{ env: SECRET }"
      return "\(name): \(key.form == .textMap ? "{ Authorization: \(reference) }" : reference)"
    }
    return "\(name): \(value(of: key.form))"
  }

  private static func value(of form: KeyForm) -> String {
    switch form {
    case .text, .any: "x"
    case .choice(let choices): choices[0]
    case .number: "1"
    case .boolean: "true"
    case .booleanText: "'true'"
    case .textList: "[x]"
    case .textMap: "{ x: y }"
    }
  }
}
