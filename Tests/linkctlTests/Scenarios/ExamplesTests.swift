import Foundation
import LinkCore
import LinkSeal
import Testing

/// What stands in the repository for others to start from works as it is.
@Suite struct ExamplesTests {
  @Test func `Runs all that there are`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: "\(Example.root)/examples")
    #expect(
      folders.map { "examples/\($0)" }.sorted()
        == Example.all.map(\.folder).filter { $0 != "." }.sorted()
    )
  }

  @Test(arguments: Example.all)
  func `Has nothing wrong, applies, and leaves nothing to do`(example: Example) throws {
    let project = try example.project()
    let checked = try project.run("validate", "--format", "json")
    #expect(checked.exit == 0, "\(checked.text)")
    #expect(try JSONValue(reading: checked.text)["diagnostics"]?.items?.isEmpty == true)
    #expect(try project.run("fmt", "--check", "--diff").text == "")
    for name in example.environments {
      let environment = name.map { ["--env", $0] } ?? []
      let secrets = try example.secrets(project, environment)
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
    let project = try Example.all[0].project()
    let plan = try JSONValue(reading: project.run("plan", "--format", "json").output)
    let types = plan["resource_changes"]?.items?.compactMap { $0["link_type"]?.text } ?? []
    #expect(Set(types) == Set(LinkType.all.map(\.name)))
  }

  /// The plan that the README shows is the one that comes of what it says.
  @Test func `The README shows the plan of its example`() throws {
    let example = try #require(Example.all.first { $0.folder == "examples/first-links" })
    let project = try example.project()
    let secrets = try example.secrets(project, [])
    let applied = try project.linkctl(["apply", "--auto-approve"], environment: secrets).run()
    #expect(applied.exit == 0)
    let file = "links.d/orders.yaml"
    let manifest = String(decoding: try project.bytes(of: file), as: UTF8.self)
    try project.write(manifest.replacing("us-east-1", with: "eu-west-1"), to: file)
    let known = secrets.filter { $0.key == "ORDERS_AWS_ACCESS_KEY_ID" }
    let plan = try project.linkctl(["plan"], environment: known).run()
    let readme = try String(contentsOfFile: "\(Example.root)/README.md", encoding: .utf8)
    #expect(plan.exit == 0)
    #expect(readme.contains("$ linkctl plan\n\(plan.text)"), "\(plan.text)")
  }

  /// A snapshot of what was applied is a catalog like the one it was taken of.
  @Test(arguments: Example.all)
  func `Plans nothing against a snapshot of itself`(example: Example) throws {
    let project = try example.project()
    for name in example.environments {
      let environment = name.map { ["--env", $0] } ?? []
      let secrets = try example.secrets(project, environment)
      let run = { (arguments: [String]) in
        try project.linkctl(arguments + environment, environment: secrets).run()
      }
      #expect(try run(["apply", "--auto-approve"]).exit == 0)
      #expect(try run(["snapshot", "--out", "s.json"]).exit == 0)
      let printed = try Snapshot(reading: run(["snapshot"]).output)
      let written = try Snapshot(reading: project.bytes(of: "s.json"))
      #expect(
        printed.contentDigest(with: SHA256Digest()) == written.contentDigest(with: SHA256Digest())
      )
      let again = try run(["plan", "--snapshot", "s.json", "--detailed-exitcode"])
      #expect(again.exit == 0, "\(again.text)")
    }
  }
}
