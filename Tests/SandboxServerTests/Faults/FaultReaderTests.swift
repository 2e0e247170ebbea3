import Foundation
import LinkCore
import Testing

@testable import SandboxServer

@Suite struct FaultReaderTests {
  static let good: [(String, String, ClosedRange<Int>, Fault.Effect)] = [
    ("CREATE* -> error 1205", "CREATE*", 1...1, .error(code: 1205, message: "refused by a fault")),
    (
      "*orders* @2 -> error 1205 Lock wait timeout",
      "*orders*", 2...2, .error(code: 1205, message: "Lock wait timeout")
    ),
    ("a b  @2-3 ->  echo ", "a b", 2...3, .echo(code: 1064)),
    ("* @4+ -> echo 1105", "*", 4...Int.max, .echo(code: 1105)),
    ("x -> cut-before", "x", 1...1, .cutBefore),
    ("x -> cut-after", "x", 1...1, .cutAfter),
    ("x -> cut-reply", "x", 1...1, .cutReply(bytes: nil)),
    ("x -> cut-reply 7", "x", 1...1, .cutReply(bytes: 7)),
    ("x -> writer DROP LINK `a`.`b`", "x", 1...1, .writer("DROP LINK `a`.`b`")),
    ("delay 200ms", "*", 1...Int.max, .delay(.milliseconds(200))),
    ("x -> delay 2s", "x", 1...Int.max, .delay(.seconds(2))),
    ("read-only", "*", 1...Int.max, .readOnly),
    ("* @2-4 -> read-only", "*", 2...4, .readOnly),
    ("no-grants", "*", 1...Int.max, .noGrants(code: 1142)),
    ("no-grants 1227", "*", 1...Int.max, .noGrants(code: 1227)),
    (
      "sql-mode ANSI_QUOTES,NO_BACKSLASH_ESCAPES", "*", 1...Int.max,
      .sqlMode("ANSI_QUOTES,NO_BACKSLASH_ESCAPES")
    ),
    ("@2 x -> cut-after", "@2 x", 1...1, .cutAfter),
  ]

  @Test(arguments: good)
  func `A fault says where and what`(
    text: String,
    pattern: String,
    matches: ClosedRange<Int>,
    effect: Fault.Effect
  ) throws {
    let fault = try FaultReader.fault(in: text)
    #expect(fault.pattern.pattern == pattern)
    #expect(fault.matches == matches)
    #expect(fault.effect == effect)
    #expect(fault.text == text)
  }

  static let bad: [(String, String)] = [
    ("", "unknown fault ''; there are error, echo, delay,"),
    ("cut-befor", "unknown fault 'cut-befor'; did you mean 'cut-before'?"),
    ("cut-before", "say at which statements: 'PATTERN -> cut-before'"),
    ("error 1205", "say at which statements: 'PATTERN -> error 1205'"),
    (" -> echo", "a pattern is missing before '->'"),
    ("@2 -> echo", "a pattern is missing before '->'"),
    ("x @0 -> echo", "'@0' is none of @N, @N-M and @N+"),
    ("x @3-2 -> echo", "'@3-2' is none of"),
    ("x @2-3+ -> echo", "'@2-3+' is none of"),
    ("x @ -> echo", "'@' is none of"),
    ("x @99999999999999999999 -> echo", "is none of"),
    ("x -> error", "error needs a server's error number"),
    ("x -> error 0", "error needs a server's error number"),
    ("x -> error 70000", "error needs a server's error number"),
    ("x -> echo never", "echo needs a server's error number"),
    ("x -> cut-after 5", "cut-after takes nothing behind it"),
    ("x -> cut-reply -1", "cut-reply takes a number of bytes"),
    ("delay", "delay needs a time such as 200ms or 5s"),
    ("delay 5", "delay needs a time"),
    ("delay 3601s", "delay needs a time"),
    ("delay -5s", "delay needs a time"),
    ("x -> writer", "writer needs a statement that the sandbox can read"),
    ("x -> writer UPDATE a", "expected a statement at byte 0"),
    ("no-grants 1045", "no-grants is by error 1142 or 1227"),
    ("sql-mode", "sql-mode needs modes such as"),
    ("sql-mode a'b", "sql-mode needs modes such as"),
    ("read-only please", "read-only takes nothing behind it"),
  ]

  @Test(arguments: bad)
  func `What is none says why`(text: String, words: String) throws {
    let problem = try #require(throws: FaultProblem.self) { try FaultReader.fault(in: text) }
    #expect(problem.message.contains(words), "\(problem.message)")
  }

  @Test func `A file has one a line, and comments`() throws {
    let text = "# Friday\r\n\n  delay 1ms\r\nx -> echo\n# -> end\n"
    #expect(try FaultReader.faults(in: text).map(\.text) == ["delay 1ms", "x -> echo"])
  }

  @Test func `A problem names its line`() throws {
    let problem = try #require(throws: FaultProblem.self) {
      try FaultReader.faults(in: "delay 1ms\n\nx -> ech\n")
    }
    #expect(problem.message == "line 3: unknown fault 'ech'; did you mean 'echo'?")
  }

  @Test func `The faults of the manual are faults`() throws {
    let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
      .dropFirst()
    let manual = try String(contentsOfFile: "\(root)/docs/rehearse.md", encoding: .utf8)
    let faults = manual.split(separator: "--fault '").dropFirst().map { $0.prefix { $0 != "'" } }
    #expect(faults.count >= 5)
    for fault in faults { _ = try FaultReader.fault(in: String(fault)) }
    for name in EffectReader.names { #expect(manual.contains("| `\(name)"), "\(name)") }
  }
}
