import Foundation
import LinkCore
import LinkSandbox
import Testing

/// Every scenario gives what stands beside it, and keeps the laws that hold for all of them.
@Suite struct ScenarioTests {
  static let formats = ["text", "json", "markdown", "sql"]
  private static let extensions = ["text": "txt", "markdown": "md"]

  @Test(arguments: Scenario.all)
  func `Plans as expected, twice the same, without a secret`(scenario: Scenario) throws {
    let project = try scenario.project()
    let source =
      scenario.text("snapshot.json") == nil
      ? ["--target", scenario.sandbox] : ["--snapshot", "snapshot.json"]
    let plan = { (more: [String]) in
      let arguments = ["plan"] + source + scenario.arguments() + more
      return try project.linkctl(arguments, environment: scenario.secrets).run()
    }
    var exits: [String] = []
    for format in Self.formats {
      let one = try plan(["--format", format])
      let other = try plan(["--format", format])
      #expect(one.output == other.output, "planning twice differs as \(format)")
      #expect(one.messages == other.messages, "planning twice differs on stderr as \(format)")
      try scenario.expect(one.text, in: "plan.\(Self.extensions[format] ?? format)")
      if format == "text" { try scenario.expect(one.messageText, in: "diagnostics.txt") }
      exits.append("plan --format \(format): \(one.exit ?? -1)\n")
      #expect(LeakSearch(scenario.secrets).leaks(in: one) == [])
    }
    let detailed = try plan(["--detailed-exitcode"])
    exits.append("plan --detailed-exitcode: \(detailed.exit ?? -1)\n")
    try scenario.expect(exits.joined(), in: "exits.txt")
    #expect(!project.exists("catalog.db"), "planning made the sandbox")
    #expect(LeakSearch(scenario.secrets).leaks(below: project.folder) == [])
  }

  @Test(arguments: Scenario.all)
  func `Shows a saved plan as it was planned`(scenario: Scenario) throws {
    let project = try scenario.project()
    let source =
      scenario.text("snapshot.json") == nil
      ? ["--target", scenario.sandbox] : ["--snapshot", "snapshot.json"]
    let arguments = ["plan", "--out", "saved.plan"] + source + scenario.arguments()
    let saved = try project.linkctl(arguments, environment: scenario.secrets).run()
    #expect(project.exists("saved.plan") == (saved.exit == 0))
    for format in Self.formats where saved.exit == 0 {
      let shown = try project.linkctl(
        ["show", "saved.plan", "--format", format],
        environment: scenario.secrets
      ).run()
      #expect(shown.exit == 0 && shown.messages.isEmpty)
      try scenario.expect(shown.text, in: "plan.\(Self.extensions[format] ?? format)")
    }
  }

  @Test(arguments: Scenario.all)
  func `Applies as expected, and nothing is left to do`(scenario: Scenario) throws {
    var rehearsal = try ScenarioRehearsal(scenario)
    let blocked = try rehearsal.blocked()
    try rehearsal.apply(excluding: [])
    if !blocked.isEmpty { try rehearsal.apply(excluding: blocked) }
    let isReadable = try rehearsal.planAgain(excluding: blocked)
    try scenario.expect(rehearsal.transcript, in: "outcome.txt")
    #expect(isReadable == !rehearsal.transcript.contains("[exit 65]"))
    #expect(rehearsal.leaks == [])
  }
}

/// Applies a scenario to a sandbox that holds what its snapshot does.
private struct ScenarioRehearsal {
  let scenario: Scenario
  let project: TestProject
  private(set) var transcript = ""
  private(set) var leaks: [String] = []
  private let search: LeakSearch

  init(_ scenario: Scenario) throws {
    self.scenario = scenario
    project = try scenario.project()
    search = LeakSearch(scenario.secrets)
    if let text = scenario.text("snapshot.json") {
      try project.fill(from: Snapshot(reading: Array(text.utf8)))
    }
  }

  private func run(_ arguments: [String]) throws -> Ended {
    let target = ["--target", scenario.sandbox]
    return try project.linkctl(arguments + target, environment: scenario.secrets).run()
  }

  /// Addresses that the plan may do nothing about.
  func blocked() throws -> [String] {
    let ended = try run(["plan", "--format", "json"] + scenario.arguments())
    let document = try JSONValue(reading: ended.output)
    return document["blocked"]?.items?.compactMap { $0["address"]?.text } ?? []
  }

  mutating func apply(excluding blocked: [String]) throws {
    let arguments = ["apply", "--auto-approve"] + scenario.arguments() + Self.excluding(blocked)
    record(arguments, try run(arguments))
  }

  /// Whether the manifests could be read at all; then there is nothing to do any more.
  mutating func planAgain(excluding blocked: [String]) throws -> Bool {
    let rest = scenario.arguments(isAgain: true) + Self.excluding(blocked)
    let arguments = ["plan", "--detailed-exitcode"] + rest
    let ended = try run(arguments)
    record(arguments, ended)
    guard ended.exit != 65 else { return false }
    #expect(ended.exit == 0)
    let json = try JSONValue(reading: run(["plan", "--format", "json"] + rest).output)
    let changes = json["resource_changes"]?.items ?? []
    #expect(changes.allSatisfy { $0["change"]?["actions"]?.canonical == #"["no-op"]"# })
    #expect(changes.allSatisfy { $0["statements"]?.canonical == "[]" })
    return true
  }

  private static func excluding(_ blocked: [String]) -> [String] {
    blocked.flatMap { ["--exclude", $0] }
  }

  private mutating func record(_ arguments: [String], _ ended: Ended) {
    transcript += "$ linkctl \(arguments.joined(separator: " "))\n\(ended.text)"
    if !ended.messages.isEmpty { transcript += "[stderr]\n\(ended.messageText)" }
    transcript += "[exit \(ended.exit ?? -1)]\n\n"
    leaks +=
      search.leaks(in: ended) + search.leaks(below: project.folder)
      + search.leaks(below: project.temporaryFolder)
  }
}
