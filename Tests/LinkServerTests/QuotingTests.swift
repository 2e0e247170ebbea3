import Foundation
import LinkCore
import LinkServer
import Testing

@Suite struct QuotingTests {
  /// How many texts; `LINKCTL_TEST_TEXTS=80000` for a long look.
  private static let count =
    ProcessInfo.processInfo.environment["LINKCTL_TEST_TEXTS"].flatMap { Int($0) } ?? 20_000
  private static let batch = 50

  @Test(
    arguments: [
      ("STRICT_ALL_TABLES", true), ("ANSI_QUOTES", true), ("NO_BACKSLASH_ESCAPES", false),
      ("ANSI_QUOTES,NO_BACKSLASH_ESCAPES", false),
    ]
  )
  func `A text stays one text, and comes back as it was wherever backslashes escape`(
    mode: String,
    escapes: Bool
  ) throws {
    let server = try RemoteServer(MariaDB.shared.get().settings())
    _ = try server.query("SET SESSION sql_mode = '\(mode)'")
    let length = try server.query(#"SELECT LENGTH('\\')"#).rows
    #expect(length == [[escapes ? "1" : "2"]])
    var texts = TextGenerator(seed: 20_261_122)
    var wrong = 0
    for _ in 0..<(Self.count / Self.batch) {
      let sent = (0..<Self.batch).map { _ in texts.next() }
      let sql = sent.enumerated().map { index, text -> SQLText in
        index == 0 ? "SELECT \(string: text) AS a" : ", \(string: text) AS a"
      }.map(\.rendered).joined()
      let row = try server.query(sql).rows.first ?? []
      wrong += zip(row, sent).count { back, text in
        back.map { Array($0.utf8) } != (escapes ? Array(text.utf8) : Self.withoutEscapes(text))
      }
      #expect(row.count == Self.batch)
    }
    #expect(wrong == 0)
  }

  /// A text as it comes back where backslashes stand for themselves: each of them twice.
  private static func withoutEscapes(_ text: String) -> [UInt8] {
    text.utf8.flatMap { $0 == UInt8(ascii: "\\") ? [$0, $0] : [$0] }
  }
}

/// Texts of what is hard to quote, the same in every run.
private struct TextGenerator {
  private var random: SeededNumbers

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
  }

  private static let pieces = [
    "'", "\"", "`", "\\", "''", "\\'", "\\\\'", "'; DROP DATABASE x; -- ", "/*", "*/", "/*! 1 */",
    "--", "-- ", "#", ";", "\n", "\r", "\t", "\0", "\u{1A}", "\u{8}", "%", "_", "\\%", "\\_", "\\0",
    "\\n", "\\Z", "\\x27", "\\u0027", "é", "e\u{301}", "👩‍👩‍👧", "\u{A0}", "\u{FFFD}", "\u{10FFFF}",
    "\u{7F}", "{\"a\":\"b\\\"\"}", "x'41'", "_utf8'a'", "a", "0", " ", "@@version", "?", ":name",
  ]

  mutating func next() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      if Int.random(in: 0...3, using: &random) == 0 {
        text.unicodeScalars.append(scalar())
      } else {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
    }
    return text
  }

  private mutating func scalar() -> Unicode.Scalar {
    while true {
      let limits: [UInt32] = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
      let limit = limits.randomElement(using: &random) ?? 0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { return scalar }
    }
  }
}

/// Numbers by splitmix64.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
