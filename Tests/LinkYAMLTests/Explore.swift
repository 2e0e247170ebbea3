import LinkCore
import LinkYAML
import Testing

@Test func explore() {
  let inputs: [String] = [
    "links:\n  - name:a\n    type: S3",
    "a: {k: 1}\nb:\n  <<: {k: 2}",
    "links:\n  - name: a\n    \"na\\x6de\": b",
    "", "# nothing\n", "---\n", "links:\n\t- name: a", "a:\n  b: 1\n\tc: 2\n",
    "a: !!python/object:os.system x", "p: !S3cret", "%TAG ! tag:evil,2000:\n---\na: 1",
    "%YAML 1.3\n---\na: 1", "%YAML 1.2\n---\na: 1", "%YAML 1.1\n%YAML 1.1\n---\na: 1",
    "%FOO x\n---\na: 1",
    "a: 1\n---\nb: 2", "a: 1\n...\nb: 2", "a: &x 1\nb: *x\nc: *nope",
    "? [a]\n: 1\n? {b: 1}\n: 2\nc: 1", "a: \"\\ud83d\\ude00\" # x\nb: \"\\ud83d\"",
    "a: \"\\ud83d\\ude00", "a: \"foo\nb: \"bar\"", "a: 'x\nb: 1\n", "a: [1, 2\nb: 3\n",
    "a: [1, 2\n",
    "a: {b: 1 c: 2}", "a: {b: 1, c: 2", "a: b: c", "a: 1\n  b: 2", "  a: 1\n b: 2",
    "a:\n    - b\n  - c\n",
    "a: - b", "a: @x", "a: `x`", "a: %x", "a: 'it's'", "a: \"x\" y", "a: [x] y", "a\nb: 1",
    "a: 1\nb\nc: 2",
    "a: \"\\q\"", "a: \"\\xZZ\"", "a: \"\\U00110000\"", "a: *\n", "a: & b\n", "a: ]", "a: ,",
    "a: | x\n  y", "a: |0\n  x",
    "a: !foo!bar x", "a: {\n\tb: 1\n}\n", "a: \"x\n\ty\"\n", "a: >\n  x\n\ty\n", "a: |\n\tx\n",
    "-\ta: b", "a:\tb", "a: 1\n\t\n",
    "type: S3\ndatabase:x\n", "links:\n  a:\n    type:S3\n    database:y\n    x: 1",
    "a: \"\\e]0;x\\a\"", "\"a\\0\": 1", "a: \"x\\u2028\"",
    "!!str a: 1", "a: !<tag:x> 1", "a: ! b", "a: !t &b c\n", "[a, b]: 1", "? a\n? b\n",
    "{a, b: 1, a: 2}",
    "a: http://x:y@z\n", "a: x:y\n  b: 1\n", "[a: b, c: d]", "a: 'x", "\"abc\" 1\n",
    "a: b\n c: d\n", ":\n", "a: |\n", "- - - a\n",
    "\u{FEFF}a: 1", "a: \u{FEFF}b", "%YAML 1.2\na: 1\n", "- a\nb: 1\n", "a: 1\n- b\n", "@a: 1\n",
    "a: >x\n",
  ]
  for input in inputs {
    let document = YAMLParser.parse(Array(input.utf8), file: "f")
    print("<<", input.debugDescription, document.root == nil ? "nil" : "root")
    for finding in document.diagnostics {
      print(
        "   ",
        finding.location.map { "\($0)" } ?? "-",
        finding.severity,
        finding.message,
        "[\(finding.rule.rawValue)]"
      )
    }
  }
}
@Test func explore2() {
  let inputs: [String] = [
    "a: 1\n...\nb: 2", "%YAML 1.2\na: 1\n", "a: {b:1}\n", "a: [b:1]", "%FOO x\n---\na: 1",
    "a: 1\n  b: 2", "a: *\n", "- a\nb: 1\n",
    "{a:b: c}", "? a:b\n", "{a:b:}",
  ]
  for input in inputs {
    let document = YAMLParser.parse(Array(input.utf8), file: "f")
    print("<<", input.debugDescription, document.root == nil ? "nil" : "root")
    for finding in document.diagnostics {
      print(
        "   ",
        finding.location.map { "\($0)" } ?? "-",
        finding.severity,
        finding.message,
        "[\(finding.rule.rawValue)]"
      )
    }
  }
}
@Test func shapes() {
  let million = 1 << 20
  func rep(_ s: String, _ pre: String = "", _ post: String = "") -> [UInt8] {
    Array(
      (pre
        + String(repeating: s, count: (million - pre.utf8.count - post.utf8.count) / s.utf8.count)
        + post).utf8
    )
  }
  let all: [(String, [UInt8])] = [
    ("[", rep("[")), ("{a: ", rep("{a: ")), ("? ", rep("? ")), ("- ", rep("- ")),
    ("a,", rep("a,", "[", "]")), ("[],", rep("[],", "[", "]")),
    ("[\\n", rep("[\n")), ("\\n", rep("\n")), ("- a\\n", rep("- a\n")), ("long", rep("x", "a: ")),
    ("dq", rep("x", "a: \"", "\"")), ("k: ", rep("k:\n")),
    ("dqnl", rep("x\n", "a: \"", "\"")), ("plain nl", rep(" x\n", "a:\n")),
    ("block", rep("  x\n", "a: |\n")), ("fold", rep("  x\n", "a: >\n")),
    ("pairs", rep("\"\\ud83d\\ude00\",", "[", "]")),
    ("pairs long", rep("\\ud83d\\ude00", "a: \"", "\"")), ("#", rep("# x\n", "a: 1\n")),
    ("tabs", rep("\t\n", "a: [\n", "]")), ("tabs in dq", rep("\t\n", "a: \"x\n", "\"")),
    ("NUL", rep("\0")), ("é", rep("é", "a: ")), ("FF", [UInt8](repeating: 0xFF, count: million)),
    ("FF a", (0..<million).map { $0 % 2 == 0 ? 0xFF : 0x61 }), ("anchors", rep("&a a,", "[", "]")),
    ("alias", rep("*a,", "[", "]")), ("tags", rep("!a a,", "[", "]")),
    ("dup", rep("a: 1\n")), ("esc", rep("\\e", "a: \"", "\"")),
    ("64x", rep("a,", String(repeating: "[", count: 64), String(repeating: "]", count: 64))),
    ("bs", rep("\\")), ("&", rep("&")), ("!", rep("!")), ("%", rep("%")),
    ("%a", rep("%TAG !a! b\n")), ("'", rep("'")), ("\"", rep("\"")), (":", rep(":")),
    (": ", rep(": ")), ("é nl", rep("- é\n")), ("éflow", rep("é,", "[", "]")),
    ("k:v", rep("k:v\n")), ("!a!", rep("%TAG !a! b\n", "", "---\n")),
    ("\"a\":", rep("\"a\":1,", "{", "}")), ("dash", rep("-\n")), ("---", rep("---\n")),
    ("flow key", rep("? ", "{", "}")), ("a:[", rep("a: [b]\n")),
  ]
  for (name, bytes) in all {
    let clock = ContinuousClock()
    var count = 0
    var c = 0
    var e = 0
    let time = clock.measure {
      let d = YAMLParser.parse(bytes, file: "f")
      count = d.diagnostics.count
    }
    let d = YAMLParser.parse(bytes, file: "f")
    let t2 = clock.measure { c = d.comments.count }
    let t3 = clock.measure {
      for i in 1...100 {
        e +=
          d.echo(at: SourceLocation(file: "f", line: 1, column: i * 10000)) { _, _ in false }?.line
          .utf8.count ?? 0
        e +=
          d.echo(at: SourceLocation(file: "f", line: i * 100, column: 1)) { _, _ in false }?.line
          .utf8.count ?? 0
      }
    }
    print(name.debugDescription, time, count, d.root == nil, "comments", t2, c, "echo", t3, e)
  }
}
