import Foundation
import LinkCore
import Testing

@testable import linkctl

/// Pages and scripts that are made of what the program knows.
@Suite struct ExplainPagesTests {
  private static let pages = [
    ("docs/rules.md", TopicPage(topics: Topic.ofTheCore + ExitCode.topics).text),
    ("docs/link-types.md", LinkType.referencePage()),
  ]

  @Test(arguments: pages) func `A page says what the program says`(
    path: String,
    text: String
  ) throws {
    let file = URL(filePath: SchemaValidator.root).appending(path: path)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(path); run again without RECORD")
    }
    let committed = (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
    #expect(committed == text, "\(path) is stale: scripts/docs writes it again")
  }

  @Test func `The page of explanations is what explain prints`() throws {
    let ended = try TestProject().run("explain", "--format", "markdown")
    #expect(ended.exit == 0)
    #expect(ended.text == TopicPage(topics: Topic.ofTheCore + ExitCode.topics).text)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `A shell gets its completions`(shell: String) throws {
    let ended = try TestProject().run("--generate-completion-script", shell)
    #expect(ended.exit == 0)
    #expect(ended.messages.isEmpty)
    let commands = try Self.commands()
    #expect(Set(commands).isSuperset(of: ["plan", "apply", "explain", "schema", "init"]))
    for command in commands { #expect(ended.text.contains(command)) }
  }

  @Test func `The completions for bash are a script that bash reads`() throws {
    let project = try TestProject()
    try project.write(try project.run("--generate-completion-script", "bash").output, to: "c.bash")
    var check = project.linkctl(["bash", "-n", "c.bash"])
    check.executable = "/usr/bin/env"
    #expect(try check.run().exit == 0)
  }

  @Test func `Every command describes itself, with examples, for its manual page`() throws {
    for command in try Self.commands() where command != "help" {
      let ended = try TestProject().run(command, "--help")
      #expect(ended.exit == 0)
      #expect(ended.text.contains("OVERVIEW: "), "\(command)")
      let examples = ended.text.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { $0 != "EXAMPLES:" }.dropFirst().prefix { !$0.isEmpty }
      #expect(!examples.isEmpty, "\(command)")
      // Help is 80 columns wide, and an example that is wrapped cannot be copied.
      #expect(examples.allSatisfy { $0.hasPrefix("  linkctl ") }, "\(command): \(examples)")
    }
  }

  /// The names of all commands, as the tool that makes manual pages is told them.
  private static func commands() throws -> [String] {
    let ended = try TestProject().run("--experimental-dump-help")
    let description = try JSONValue(reading: ended.text)
    return description["command"]?["subcommands"]?.items?.compactMap { $0["commandName"]?.text }
      ?? []
  }
}
