import LinkCore
import Testing

@Suite struct ExplanationTests {
  private let topics = Topic.ofTheCore

  @Test func `Every rule and every reason is a topic`() {
    let names = Rule.allCases.map(\.rawValue) + LinkChange.Reason.allCases.map(\.rawValue)
    let reasons = LinkChange.Unverifiable.allCases.map(\.rawValue)
    let foreign = Foreign.allCases.map(\.rawValue)
    let refusals =
      BlockReason.allCases.map(\.rawValue) + Guardrail.Kind.allCases.map(\.rawValue)
    let rest = reasons + foreign + DriftStatus.allCases.map(\.rawValue)
    #expect(topics.map(\.name) == names + refusals + rest)
  }

  @Test(arguments: Topic.ofTheCore) func `A topic has text of substance`(topic: Topic) {
    let explanation = topic.explanation
    #expect(explanation.title.count > 10 && explanation.title.count <= 56, "\(topic.name)")
    #expect(!explanation.title.hasSuffix("."))
    #expect(explanation.what.count > 40, "\(topic.name): \(explanation.what)")
    #expect(explanation.why.count > 40, "\(topic.name): \(explanation.why)")
    #expect(explanation.advice.count > 6, "\(topic.name): \(explanation.advice)")
    for prose in [explanation.what, explanation.why, explanation.advice, topic.standing] {
      #expect(prose.hasSuffix("."), "\(topic.name): \(prose)")
      #expect(!prose.contains("  ") && !prose.contains("\n"))
    }
  }

  @Test(arguments: Topic.ofTheCore) func `A topic has examples that fit a page`(topic: Topic) {
    let examples = [topic.explanation.before, topic.explanation.after]
    #expect(examples[0] != examples[1], "\(topic.name)")
    for line in examples.flatMap({ $0.split(separator: "\n") }) {
      #expect(line.count <= 76, "\(topic.name): \(line)")
    }
    #expect(examples.allSatisfy { !$0.isEmpty })
  }

  @Test func `A name stands once in its group, and only one name in two`() {
    let byName = Dictionary(grouping: topics, by: \.name)
    let shared = byName.filter { $0.value.count > 1 }
    #expect(shared.keys.sorted() == ["in_sync", "missing", "not_ours", "unreadable"])
    #expect(Set(shared["unreadable"]?.map(\.group) ?? []) == [.finding, .blockReason])
  }

  @Test(arguments: [
    ("unknown-key", ["unknown-key"]), ("[unknown-key]", ["unknown-key"]),
    ("Unknown_Key", ["unknown-key"]), ("config-changed", ["config_changed"]),
    ("unreadable", ["unreadable", "unreadable"]), ("unknown", []), ("", []),
  ])
  func `A name is found however it is written`(name: String, found: [String]) {
    #expect(topics.named(name).map(\.name) == found)
  }

  @Test func `What a rule is says how grave it is and who may change that`() throws {
    let standing = { (rule: Rule) in topics.named(rule.rawValue).first?.standing ?? "" }
    #expect(standing(.badName) == "An error of form: exit 65, and nothing switches it off.")
    #expect(standing(.literalSecret).hasPrefix("An error: apply and plan refuse (exit 3)."))
    #expect(standing(.literalSecret).contains("'allow'"))
    #expect(standing(.plainHTTP).hasPrefix("A warning:"))
    #expect(!standing(.noLinks).contains("'allow'"))
  }
}
