import LinkCore
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `Reads a day and writes it again`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(
    arguments: [
      "", "2026", "2026-11", "2026-11-31", "2026-13-01", "2026-00-01", "2026-01-00", "2025-02-29",
      "1900-02-29", "2026-1-01", "26-11-22", "2026/11/22", "2026-11-22 ", " 026-11-22",
      "2026-11-2x", "+026-01-01", "2026-+1-01", "2026-01-+1", "-026-01-01", "２-11-22",
      "2026-11-22T10:00",
    ]
  )
  func `Refuses what is no day`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `Knows which comes first`() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"]
      .map { try #require(CalendarDate($0)) }
    #expect(days.reversed().sorted() == days)
  }

  @Test(
    arguments: [
      (nil, true), ("2026-11-21", false), ("2026-11-22", true), ("2026-11-23", true),
    ] as [(String?, Bool)]
  )
  func `A waiver counts through its last day`(until: String?, counts: Bool) throws {
    var entry: [(String, Written)] = [("rule", "drop"), ("reason", "because")]
    if let until { entry.append(("until", .plain(until))) }
    let written: Written = [
      "database": "d", "links": ["a": ["state": "absent", "allow": [.map(entry)]]],
    ]
    let link = try #require(desired(written).links.first)
    let today = try #require(CalendarDate("2026-11-22"))
    #expect(link.waivers.map { $0.counts(on: today) } == [counts])
    let options = PlanOptions(today: today)
    #expect(options.consents(to: .drop, of: link) == counts)
    #expect(!options.consents(to: .recreate, of: link))
  }

  static let badWaivers: [(Written, String)] = [
    (["rule": "drop"], "missing-field"), (["reason": "x"], "missing-field"),
    (["rule": "drop", "reason": .quoted("")], "bad-value"),
    (["rule": "drop", "reason": "x", "until": "soon"], "bad-value"),
    (["rule": "dorp", "reason": "x"], "bad-value"),
    (["rule": "unknown-type", "reason": "x"], "bad-value"),
    (["rule": "adpot", "reason": "x"], "bad-value"),
    (["rule": "drop", "reason": "x", "untill": "2026-11-22"], "unknown-key"),
  ]

  @Test(arguments: badWaivers.indices)
  func `Finds what is wrong with a waiver`(index: Int) {
    let (entry, rule) = Self.badWaivers[index]
    let written: Written = [
      "database": "d", "links": ["a": ["state": "absent", "allow": [entry]]],
    ]
    #expect(desired(written).findings.map(\.rule.rawValue) == [rule])
  }
}
