import Glibc
import Testing

@testable import linkctl

struct TerminalTests {
  private static let screen = Terminal(isTerminal: true, width: 80)
  private static let pipe = Terminal(isTerminal: false, width: nil)

  @Test(arguments: [
    (true, ColorChoice.auto, [:], true),
    (false, .auto, [:], false),
    (false, .always, ["NO_COLOR": "1", "TERM": "dumb"], true),
    (true, .never, ["FORCE_COLOR": "1"], false),
    (true, .auto, ["NO_COLOR": "1"], false),
    (true, .auto, ["NO_COLOR": "0"], false),
    (true, .auto, ["NO_COLOR": ""], true),
    (true, .auto, ["TERM": "dumb"], false),
    (true, .auto, ["TERM": "xterm"], true),
    (true, .auto, ["CI": "true"], false),
    (true, .auto, ["CI": "false"], true),
    (false, .auto, ["FORCE_COLOR": "1"], true),
    (false, .auto, ["FORCE_COLOR": "0"], false),
    (false, .auto, ["FORCE_COLOR": "1", "CI": "1", "TERM": "dumb"], true),
    (false, .auto, ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
  ])
  func decidesOnColor(isTerminal: Bool, choice: ColorChoice, set: [String: String], expected: Bool)
  {
    let terminal = isTerminal ? Self.screen : Self.pipe
    #expect(terminal.isColored(choice, environment: Environment(set)) == expected)
  }

  @Test func isNoneWhereAPipeIs() {
    var ends: [Int32] = [-1, -1]
    Glibc.pipe(&ends)
    defer { for end in ends { close(end) } }
    let terminal = Terminal(ends[1], environment: Environment([:]))
    #expect(!terminal.isTerminal)
    #expect(terminal.width == nil)
  }
}
