import Foundation
import LinkCore
import Testing

/// What stands in the repository for others to start from works as it is.
@Suite struct ExamplesTests {
  static let root = "\((#filePath as NSString).deletingLastPathComponent)/../../.."

  struct Example: CustomTestStringConvertible {
    let folder: String
    var environments: [String?] = [nil]

    var testDescription: String { folder }
  }

  static let examples = [
    Example(folder: "."), Example(folder: "examples/first-links"),
    Example(folder: "examples/three-environments", environments: ["dev", "staging", "prod"]),
  ]

  @Test func `Runs all that there are`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/examples")
    #expect(
      folders.map { "examples/\($0)" }.sorted()
        == Self.examples.map(\.folder).filter { $0 != "." }.sorted()
    )
  }

  private func project(_ example: Example) throws -> TestProject {
    let project = try TestProject()
    for name in ["links.d", "linkctl.yaml"] {
      let path = "\(Self.root)/\(example.folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      try FileManager.default.copyItem(atPath: path, toPath: project.path(name))
    }
    return project
  }

  /// A secret for each variable that the manifests refer to.
  private func secrets(_ project: TestProject, _ environment: [String]) throws -> [String: String] {
    let listed = try project.linkctl(["secrets", "--format", "json"] + environment).run()
    let references = try JSONValue(reading: listed.output)["references"]?.items ?? []
    let names = references.compactMap { $0["source"]?.text }.filter { $0.hasPrefix("env:") }
    #expect(!names.isEmpty)
    return Dictionary(
      uniqueKeysWithValues: names.map { ("\($0.dropFirst(4))", "kept 'safe' \\ \($0) 8Kq") }
    )
  }

  @Test(arguments: examples)
  func `Has nothing wrong, applies, and leaves nothing to do`(example: Example) throws {
    let project = try project(example)
    let checked = try project.run("validate")
    #expect(checked.exit == 0, "\(checked.text)")
    for name in example.environments {
      let environment = name.map { ["--env", $0] } ?? []
      let secrets = try secrets(project, environment)
      let run = { (arguments: [String]) in
        try project.linkctl(arguments + environment, environment: secrets).run()
      }
      for format in ScenarioTests.formats {
        let plan = ["plan", "--format", format]
        #expect(try run(plan).output == (try run(plan).output))
      }
      #expect(try run(["plan", "--detailed-exitcode"]).exit == 2)
      #expect(try run(["apply", "--auto-approve"]).exit == 0)
      let again = try run(["plan", "--detailed-exitcode"])
      #expect(again.exit == 0, "\(again.text)")
      #expect(LeakSearch(secrets).leaks(below: project.folder) == [])
    }
  }

  @Test func `The set at the top uses every type`() throws {
    let project = try project(Self.examples[0])
    let plan = try JSONValue(reading: project.run("plan", "--format", "json").output)
    let types = plan["resource_changes"]?.items?.compactMap { $0["link_type"]?.text } ?? []
    #expect(Set(types) == Set(LinkType.all.map(\.name)))
  }

  /// A snapshot of what was applied is a catalog like the one it was taken of.
  @Test(arguments: examples)
  func `Plans nothing against a snapshot of itself`(example: Example) throws {
    let project = try project(example)
    for name in example.environments {
      let environment = name.map { ["--env", $0] } ?? []
      let secrets = try secrets(project, environment)
      let run = { (arguments: [String]) in
        try project.linkctl(arguments + environment, environment: secrets).run()
      }
      #expect(try run(["apply", "--auto-approve"]).exit == 0)
      #expect(try run(["snapshot", "--out", "s.json"]).exit == 0)
      let printed = try Snapshot(reading: run(["snapshot"]).output)
      let written = try Snapshot(reading: project.bytes(of: "s.json"))
      #expect(printed.content() == written.content())
      let again = try run(["plan", "--snapshot", "s.json", "--detailed-exitcode"])
      #expect(again.exit == 0, "\(again.text)")
    }
  }
}
