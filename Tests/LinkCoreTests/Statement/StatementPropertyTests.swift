import LinkCore
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// What is rendered reads back as exactly what was meant, whatever stands in it.
@Suite struct StatementPropertyTests {
  static let batches = 20

  /// How many links each batch makes: 10,000 in all, or what `LINKCTL_PROPERTY_COUNT` asks for.
  static let batchSize: Int = {
    let wanted = getenv("LINKCTL_PROPERTY_COUNT").flatMap { Int(String(cString: $0)) }
    return (wanted ?? 10_000) / batches
  }()

  @Test(arguments: 0..<batches)
  func `Reads back what was rendered`(batch: Int) {
    var differences: [String] = []
    for index in 0..<Self.batchSize {
      let seed = UInt64(batch * Self.batchSize + index)
      var sample = GeneratedLink(seed: seed)
      if let difference = sample.difference() { differences.append("seed \(seed): \(difference)") }
    }
    #expect(differences.prefix(5) == [])
  }

  @Test(arguments: 0..<batches)
  func `Reads back an ALTER LINK that was rendered`(batch: Int) {
    var differences: [String] = []
    for index in 0..<Self.batchSize {
      let seed = UInt64(batch * Self.batchSize + index)
      let sample = GeneratedLink(seed: seed)
      if let difference = sample.alterDifference() {
        differences.append("seed \(seed): \(difference)")
      }
    }
    #expect(differences.prefix(5) == [])
  }

  @Test func `Notices a difference`() {
    var sample = GeneratedLink(seed: 7)
    sample.tamper = { $0.replacing("LINK", with: "LINK IF NOT EXISTS") }
    #expect(sample.difference() != nil)
    sample.tamper = { $0.replacing("AS ", with: "AS X") }
    #expect(sample.difference() != nil)
  }
}

/// One link, what a server should understand of its statement, and what the reader understands.
private struct GeneratedLink {
  let address: LinkAddress
  let definition: LinkDefinition
  let creation: Statement.Creation
  /// What stands in the holes.
  let secret: String
  var tamper: (String) -> String = { $0 }

  init(seed: UInt64) {
    var hostile = HostileText(seed: seed)
    address = LinkAddress(database: hostile.name(), name: hostile.name())
    secret = hostile.text(pieces: 8)
    let place = SourceLocation(file: "a.yaml", line: 1, column: 1)
    let reference = Reference(
      .environment("A"),
      prefix: hostile.text(pieces: 2),
      suffix: hostile.text(pieces: 2),
      location: place
    )
    let type = hostile.pick(LinkType.all)
    let literal = CredentialValue.literal(hostile.object())
    let key = hostile.text(pieces: 2)
    let members = [
      CredentialValue.Member(key, .reference(reference)),
      .init(key + "2", literal),
      .init(key + "3", .hidden(HiddenLiteral(.string(hostile.text(pieces: 3))))),
    ]
    let isEmpty = type.name == LinkType.hdfs.name && hostile.int(0...1) == 0
    definition = LinkDefinition(
      type: type,
      credentials: isEmpty ? nil : .object(Array(members.prefix(hostile.int(0...3)))),
      config: hostile.int(0...3) == 0 ? nil : hostile.object(),
      description: hostile.int(0...3) == 0 ? nil : hostile.text(pieces: 10)
    )
    creation = hostile.pick([.plain, .ifNotExists, .orReplace])
  }

  private func filled(_ hole: Hole) -> JSONValue {
    switch hole {
    case .reference(let reference): .string(reference.prefix + secret + reference.suffix)
    case .literal(let literal): literal.reveal()
    }
  }

  /// What is not as it was meant; `nil` where everything is.
  mutating func difference() -> String? {
    let sql = Statement(.create(creation, definition), address).sql(filled, tag: { _, _ in "" })
    guard (try? StatementGate.check(sql)) != nil else { return "the gate refuses \(sql.rendered)" }
    guard let statement = try? SQLReader.statement(in: tamper(sql.rendered)),
      case .createLink(let link) = statement
    else { return "not read: \(sql.rendered)" }
    let checks = [
      ("database", (link.name.database ?? "").isIdentical(to: address.database)),
      ("name", link.name.name.isIdentical(to: address.name)),
      ("type", link.type == definition.type.name),
      ("or replace", link.orReplace == (creation == .orReplace)),
      ("if not exists", link.ifNotExists == (creation == .ifNotExists)),
      ("credentials", link.credentials.reveal { isSame($0, definition.credentials?.json(filled)) }),
      ("config", isSameClause(link.config, definition.config)),
      ("description", isIdentical(link.description, definition.description)),
    ]
    return checks.first { !$0.1 }.map { "\($0.0) differs in \(sql.rendered)" }
  }

  /// The same for CONFIG set alone.
  func alterDifference() -> String? {
    let config = definition.config ?? .object([])
    let sql = Statement(.alterConfig(config, of: definition.type), address).sql(
      filled,
      tag: { _, _ in "" }
    )
    guard (try? StatementGate.check(sql)) != nil else { return "the gate refuses \(sql.rendered)" }
    guard case .alterLink(let link)? = try? SQLReader.statement(in: sql.rendered),
      case .whole(let read)? = link.config, link.credentials == nil
    else { return "not read: \(sql.rendered)" }
    let isSame =
      (link.name.database ?? "").isIdentical(to: address.database)
      && link.name.name.isIdentical(to: address.name) && isSameClause(read, config)
    return isSame ? nil : "differs: \(sql.rendered)"
  }

  private func isIdentical(_ read: String?, _ meant: String?) -> Bool {
    switch (read, meant) {
    case (nil, nil): true
    case (let read?, let meant?): read.isIdentical(to: meant)
    default: false
    }
  }

  private func isSameClause(_ read: String?, _ meant: JSONValue?) -> Bool {
    guard let read else { return meant == nil }
    return meant != nil && isSame(read, meant)
  }

  /// No value at all is written as an empty text.
  ///
  /// Digits of numbers are kept, keys are in byte
  /// order.
  private func isSame(_ read: String, _ meant: JSONValue?) -> Bool {
    guard let meant else { return read.isEmpty }
    guard let value = try? JSONValue(reading: read) else { return false }
    return value.means(meant) && value.canonical.isIdentical(to: meant.canonical)
      && read.isIdentical(to: value.canonical)
  }
}
