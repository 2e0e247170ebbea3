import LinkCore
import Testing

@testable import linkctl

@Suite struct ExplainCommandTests {
  private static let topics = Topic.ofTheCore + ExitCode.topics
  private let project: TestProject

  init() throws {
    project = try TestProject()
  }

  @Test func `Without a name it lists all of them in their groups`() throws {
    let ended = try project.run("explain")
    #expect(ended.exit == 0)
    #expect(ended.messages.isEmpty)
    for group in Topic.Group.allCases {
      #expect(
        ended.text.contains("\n\(group.heading)\n") || ended.text.hasPrefix("\(group.heading)\n")
      )
    }
    for topic in Self.topics {
      let line = ended.lines {
        $0.contains(" \(topic.fullName) ") && $0.hasSuffix(topic.explanation.title)
      }
      #expect(line.count == 1, "\(topic.name)")
    }
    #expect(ended.lines().allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ExitCode.topics) func `An exit code is known by number and name`(
    topic: Topic
  ) throws {
    let byName = try project.run("explain", topic.name)
    let byNumber = try project.run("explain", try #require(topic.alias))
    #expect(byName.exit == 0 && byNumber.exit == 0)
    // A status of drift may have the same name.
    #expect(byName.text.hasSuffix(byNumber.text))
    #expect(byNumber.text.hasPrefix("\(try #require(topic.alias)) \(topic.name): "))
  }

  @Test func `Every name is explained in lines of 80 characters`() throws {
    for topic in Self.topics {
      let text = TopicView(topic: topic, style: .plain).text
      for heading in ["What it is", "Why", "What to do", "Before", "After"] {
        #expect(text.contains("\n\n\(heading)\n  "), "\(topic.name): \(heading)")
      }
      let prose = text.split(separator: "\n").filter { !$0.hasPrefix("    ") }
      #expect(prose.allSatisfy { $0.count <= 80 }, "\(topic.name)")
    }
  }

  @Test func `A name in two groups shows both`() throws {
    let ended = try project.run("explain", "unreadable")
    #expect(ended.lines { $0.hasPrefix("unreadable: ") }.count == 2)
  }

  @Test func `An unknown name is a usage error with a suggestion`() throws {
    let ended = try project.run("explain", "unkown-key")
    #expect(ended.exit == 64)
    #expect(ended.output.isEmpty)
    #expect(
      ended.messageText
        == "linkctl: nothing is called 'unkown-key'; did you mean 'unknown-key'?\n"
    )
    #expect(try project.run("explain", "xyzzy").messageText.contains("lists every name"))
  }

  @Test func `As JSON it is one document, also when it fails`() throws {
    let one = try JSONValue(reading: project.run("explain", "65", "--format", "json").text)
    #expect(one["kind"]?.text == "linkctl.explain")
    #expect(one["topics"]?.items?.first?["name"]?.text == "bad_input")
    #expect(one["topics"]?.items?.first?["example"]?["before"]?.text?.isEmpty == false)
    let all = try JSONValue(reading: project.run("explain", "--format", "json").text)
    #expect(all["topics"]?.items?.count == Self.topics.count)
    let failed = try project.run("explain", "xyzzy", "--format", "json")
    let document = try JSONValue(reading: failed.text)
    #expect(failed.exit == 64)
    #expect(document["kind"]?.text == "linkctl.explain")
    #expect(document["error"]?["code"]?.text == "usage")
  }

  @Test(arguments: ExitCode.topics) func `An exit code has text of substance`(topic: Topic) {
    let explanation = topic.explanation
    #expect(explanation.what.count > 40 && explanation.why.count > 30, "\(topic.name)")
    #expect(explanation.advice.hasSuffix(".") && !explanation.title.hasSuffix("."))
    #expect(!explanation.before.isEmpty && explanation.before != explanation.after)
  }

  @Test func `No exit code has the name or number of another`() {
    let names = ExitCode.topics.names
    #expect(Set(names).count == names.count)
    #expect(names.count == 2 * ExitCode.allCases.count)
  }
}
