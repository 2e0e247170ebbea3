import LinkCore
import Testing

@Suite struct NodeMergeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let base: String
    let overlay: String
    let merged: String
    var alwaysRemoves = false

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "maps",
      base: #"{"a":1,"b":2}"#,
      overlay: #"{"b":3,"c":4}"#,
      merged: #"{"a":1,"b":3,"c":4}"#
    ),
    Case(
      name: "deep maps",
      base: #"{"a":{"x":1,"y":{"p":1}}}"#,
      overlay: #"{"a":{"y":{"q":2}}}"#,
      merged: #"{"a":{"x":1,"y":{"p":1,"q":2}}}"#
    ),
    Case(name: "lists whole", base: #"{"a":[1,2]}"#, overlay: #"{"a":[3]}"#, merged: #"{"a":[3]}"#),
    Case(
      name: "map over scalar",
      base: #"{"a":1}"#,
      overlay: #"{"a":{"b":1}}"#,
      merged: #"{"a":{"b":1}}"#
    ),
    Case(
      name: "scalar over map",
      base: #"{"a":{"b":1}}"#,
      overlay: #"{"a":1}"#,
      merged: #"{"a":1}"#
    ),
    Case(
      name: "null removes",
      base: #"{"a":1,"b":2}"#,
      overlay: #"{"a":null}"#,
      merged: #"{"b":2}"#
    ),
    Case(
      name: "null below",
      base: #"{"a":{"x":1,"y":2}}"#,
      overlay: #"{"a":{"x":null}}"#,
      merged: #"{"a":{"y":2}}"#
    ),
    Case(
      name: "null of nothing stays",
      base: "{}",
      overlay: #"{"a":null}"#,
      merged: #"{"a":null}"#
    ),
    Case(
      name: "null of nothing goes",
      base: "{}",
      overlay: #"{"a":null,"b":{"c":null,"d":1}}"#,
      merged: #"{"b":{"d":1}}"#,
      alwaysRemoves: true
    ),
    Case(
      name: "null in a list stays",
      base: #"{"a":[1]}"#,
      overlay: #"{"a":[null]}"#,
      merged: #"{"a":[null]}"#,
      alwaysRemoves: true
    ),
    Case(
      name: "a reference whole",
      base: #"{"a":{"env":"A","prefix":"x"}}"#,
      overlay: #"{"a":{"env":"B"}}"#,
      merged: #"{"a":{"env":"B"}}"#
    ),
    Case(
      name: "a map over a reference",
      base: #"{"a":{"env":"A"}}"#,
      overlay: #"{"a":{"b":1}}"#,
      merged: #"{"a":{"b":1}}"#
    ),
    Case(
      name: "composed keys are two",
      base: "{\"\u{E9}\":1}",
      overlay: "{\"e\u{301}\":2}",
      merged: "{\"e\u{301}\":2,\"\u{E9}\":1}"
    ),
  ]

  @Test(arguments: cases)
  func `Merges a map over another`(of merge: Case) throws {
    let nodes = try [merge.base, merge.overlay].map { try Written(JSONValue(reading: $0)).node }
    let merged = nodes[0].merged(with: nodes[1], nullAlwaysRemoves: merge.alwaysRemoves)
    #expect(merged.json.canonical.isIdentical(to: merge.merged), "\(merged.json.canonical)")
  }

  @Test func `Keeps the place where a value was written last`() {
    let base: Written = ["a": "1", "b": ["x": "1"]]
    let overlay: Written = ["p": "0", "q": "0", "r": "0", "b": ["y": "2"]]
    let merged = base.node.merged(with: overlay.node, nullAlwaysRemoves: false)
    #expect(merged.entry("a")?.keyNode.start.line == 2)
    #expect(merged["b"]?.entry("x")?.keyNode.start.line == 6)
    #expect(merged["b"]?.entry("y")?.keyNode.start.line == 10)
  }
}

extension Written {
  /// What JSON has, as YAML would be written.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = "null"
    case .bool(let bool): self = .plain("\(bool)")
    case .number(let number): self = .plain(number.text)
    case .string(let text): self = .quoted(text)
    case .array(let items): self = .list(items.map { Written($0) })
    case .object(let members): self = .map(members.map { ($0.key, Written($0.value)) })
    }
  }
}
