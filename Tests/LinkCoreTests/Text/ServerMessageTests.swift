import Testing

@testable import LinkCore

struct ServerMessageTests {
  private static let redactor = Redactor([Secret("hunter2"), Secret("pw")])

  @Test(arguments: [
    ("Access denied for user 'links_ci'", "Access denied for user 'links_ci'"),
    ("bad value hunter2 (pw)", "bad value *** (***)"),
    ("syntax error near 'CREDENTIALS '{\"k\":\"x\"}'' at line 1", "syntax error near …"),
    ("syntax error NEAR \"x y\" at line 1", "syntax error NEAR …"),
    ("the use near `x`", "the use near …"),
    ("near the end", "near the end"),
    ("nothing near", "nothing near"),
    ("cut off: hunt", "cut off: ***"),
    ("a\u{1B}[2J\nb", "a\\u{1B}[2J\\nb"),
    ("", ""),
  ])
  func isFitToBeShown_W022(message: String, shown: String) {
    #expect(ServerMessage.shown(message, redactor: Self.redactor) == shown)
  }

  @Test func masksBeforeItCuts() {
    let redactor = Redactor([Secret("hunter2 near 'x' secret")])
    #expect(ServerMessage.shown("got hunter2 near 'x' secret!", redactor: redactor) == "got ***!")
    let padding = String(repeating: "a", count: 495)
    #expect(
      ServerMessage.shown(padding + " hunter2 and more", redactor: Self.redactor)
        == padding + " *** …"
    )
  }

  @Test func isCutToAReadableLength() {
    let long = String(repeating: "é", count: 501)
    let shown = ServerMessage.shown(long, redactor: Redactor())
    #expect(shown == String(repeating: "é", count: 500) + "…")
    #expect(ServerMessage.shown(String(long.dropLast()), redactor: Redactor()).count == 500)
  }
}
