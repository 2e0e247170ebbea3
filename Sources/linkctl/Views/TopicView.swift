internal import LinkCore

/// The long help of a name for a person: plain, at most 80 characters a line.
struct TopicView {
  let topic: Topic
  let style: Style

  private static let width = 80

  var text: String {
    let explanation = topic.explanation
    let name = topic.fullName
    return
      ([style.bold(name) + ": " + explanation.title]
      + topic.standing.wrapped(at: Self.width)
      + section("What it is", explanation.what)
      + section("Why", explanation.why)
      + section("What to do", explanation.advice)
      + example("Before", explanation.before)
      + example("After", explanation.after)).lines
  }

  private func section(_ heading: String, _ text: String) -> [String] {
    ["", style.bold(heading)] + text.wrapped(at: Self.width, indent: 2)
  }

  private func example(_ heading: String, _ text: String) -> [String] {
    ["", style.bold(heading)] + text.indented(by: 4)
  }
}

/// Every name that can be explained, in groups.
struct TopicListView {
  let topics: [Topic]
  let style: Style

  var text: String {
    let width = topics.map { $0.fullName.count }.max() ?? 0
    let groups = Topic.Group.allCases.flatMap { group in
      [style.bold(group.heading)]
        + topics.filter { $0.group == group }
        .map { "  \($0.fullName.padded(to: width))  \($0.explanation.title)" } + [""]
    }
    return (groups + ["linkctl explain NAME says more."]).lines
  }
}

extension [String] {
  /// One text with every line ended.
  fileprivate var lines: String { map { $0 + "\n" }.joined() }
}

extension [Topic] {
  /// The document that `--format json` asks for.
  static let documentKind = "linkctl.explain"

  var json: JSONValue {
    [
      "format_version": "1.0",
      "kind": .string(Self.documentKind),
      "topics": .array(map(\.json)),
    ]
  }
}

extension Topic {
  fileprivate var json: JSONValue {
    [
      "name": .string(name),
      "alias": alias.map(JSONValue.string) ?? .null,
      "group": .string(group.rawValue),
      "title": .string(explanation.title),
      "standing": .string(standing),
      "what": .string(explanation.what),
      "why": .string(explanation.why),
      "advice": .string(explanation.advice),
      "example": ["before": .string(explanation.before), "after": .string(explanation.after)],
    ]
  }
}
