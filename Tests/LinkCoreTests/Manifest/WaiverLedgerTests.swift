import Testing

@testable import LinkCore

/// A waiver counts up to its last day, and for what it names.
@Suite struct WaiverLedgerTests {
  private func link(_ waivers: [Waiver]) -> DesiredLink {
    let place = SourceLocation(file: "a.yaml", line: 3, column: 3)
    return DesiredLink(
      address: LinkAddress(database: "prod", name: "x"),
      type: .s3,
      isAbsent: false,
      description: nil,
      config: nil,
      credentials: .none,
      update: .replace,
      isProtected: false,
      ignored: [],
      waivers: waivers,
      source: place,
      body: Node(.mapping([]), start: place.mark, end: place.mark)
    )
  }

  private func waiver(_ key: String? = nil, until: String? = nil, line: Int = 9) -> Waiver {
    Waiver(
      subject: .rule(.plainHTTP),
      key: key,
      reason: "inside",
      until: until.flatMap { CalendarDate($0) },
      location: SourceLocation(file: "a.yaml", line: line, column: 5)
    )
  }

  private let finding = LinkFinding(
    Diagnostic(.plainHTTP, "plain", at: SourceLocation(file: "a.yaml", line: 4, column: 5)),
    about: FieldPath(["config", "a.b"])
  )

  /// The rules of what remains, and of what is said of the waivers themselves.
  private func rules(_ waivers: [Waiver], today: String) throws -> [Rule] {
    let link = link(waivers)
    var ledger = WaiverLedger(today: try #require(CalendarDate(today)))
    return ledger.unwaived([finding], of: link).map(\.rule)
      + ledger.findings(on: [link]).map(\.rule)
  }

  @Test(
    arguments: [
      ("2026-06-29", []), ("2026-06-30", []), ("2026-07-01", [.plainHTTP, .expiredWaiver]),
      ("2027-01-01", [.plainHTTP, .expiredWaiver]),
    ] as [(String, [Rule])]
  )
  func `Counts up to its last day`(today: String, rules: [Rule]) throws {
    #expect(try self.rules([waiver(until: "2026-06-30")], today: today) == rules)
  }

  @Test(arguments: [#"config."a.b""#, #""a.b""#, "a.b"])
  func `Takes a key in each of its forms`(key: String) throws {
    #expect(try rules([waiver(key)], today: "2026-07-01") == [])
  }

  @Test(arguments: ["", "a", "b", "config", "config.a.b", "credentials.a.b", "A.B"])
  func `Takes no other key`(key: String) throws {
    #expect(try rules([waiver(key)], today: "2026-07-01") == [.plainHTTP, .unusedWaiver])
  }

  @Test func `Two that cover the same are both used`() throws {
    #expect(try rules([waiver(), waiver("a.b", line: 10)], today: "2026-07-01") == [])
  }

  @Test func `What another environment needs is not unused`() throws {
    let link = link([waiver()])
    let today = try #require(CalendarDate("2026-07-01"))
    var other = WaiverLedger(today: today)
    #expect(other.unwaived([finding], of: link).isEmpty)
    var ledger = WaiverLedger(today: today)
    ledger.merge(other)
    #expect(ledger.findings(on: [link]).isEmpty)
  }
}
