import Foundation
import LinkCore
import LinkYAML
import Testing

@testable import linkctl

@Suite struct InitCommandTests {
  private let project: TestProject

  init() throws {
    project = try TestProject()
  }

  private static let files = [
    ".github/workflows/linkctl.yaml", ".gitignore", "linkctl.yaml", "links.d/example.yaml",
  ]

  private var files: [String: [UInt8]] {
    let paths = TestProject.files(below: project.folder)
    return Dictionary(
      uniqueKeysWithValues: paths.map { path in
        let name = String(path.dropFirst(project.folder.count + 1))
        return (name, (try? project.bytes(of: name)) ?? [])
      }
    )
  }

  @Test func `What it writes validates, plans and applies as it is`() throws {
    let begun = try project.run("init")
    #expect(begun.exit == 0)
    #expect(
      begun.lines().map { $0.split(separator: " ").first } == Array(repeating: "created", count: 4)
    )
    #expect(files.keys.sorted() == Self.files)

    let validated = try project.run("validate", "--format", "json")
    #expect(validated.exit == 0)
    #expect(try JSONValue(reading: validated.text)["diagnostics"]?.items?.isEmpty == true)

    let planned = try project.run("plan", "--detailed-exitcode")
    #expect(planned.exit == 2)
    #expect(planned.text.contains("  + example.public_files "))
    #expect(planned.text.contains("Plan: 1 to create, 0 to update,"))

    #expect(try project.run("apply", "--auto-approve").exit == 0)
    #expect(try project.run("plan", "--detailed-exitcode").exit == 0)
  }

  @Test func `Once more it changes nothing and says so`() throws {
    _ = try project.run("init")
    let before = files
    let again = try project.run("init")
    #expect(again.exit == 0)
    #expect(files == before)
    #expect(
      again.text == """
        skipped  links.d/example.yaml  (exists already)
        skipped  .gitignore  (exists already; see that it has the line .linkctl/)
        skipped  .github/workflows/linkctl.yaml  (exists already)
        skipped  linkctl.yaml  (exists already)

        """
    )
  }

  @Test(arguments: files) func `A file that is there stays as it is`(name: String) throws {
    try project.write("mine", to: name)
    #expect(try project.run("init").exit == 0)
    #expect(try project.bytes(of: name) == Array("mine".utf8))
    #expect(Set(files.keys).isSuperset(of: Set(Self.files).subtracting(["links.d/example.yaml"])))
  }

  @Test(arguments: ["linkctl.yaml", "links.d/orders.yaml"])
  func `A project that was begun gets no example`(name: String) throws {
    try project.write("mine", to: name)
    let ended = try project.run("init")
    #expect(ended.text.contains("skipped  links.d/example.yaml"))
    #expect(!project.exists("links.d/example.yaml"))
  }

  @Test func `A symbolic link is not written through`() throws {
    let victim = project.path("victim")
    try project.write("old", to: "victim")
    for name in ["linkctl.yaml", ".gitignore"] {
      try FileManager.default.createSymbolicLink(
        atPath: project.path(name),
        withDestinationPath: name == ".gitignore" ? project.path("nowhere") : victim
      )
    }
    #expect(try project.run("init").exit == 0)
    #expect(try project.bytes(of: "victim") == Array("old".utf8))
    #expect(!project.exists("nowhere"))
  }

  @Test func `A folder that cannot be written to is a failure with its reason`() throws {
    try project.write("a file", to: ".github")
    let ended = try project.run("init")
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains(".github: not a folder"))
  }

  @Test func `Another folder is made where it is missing`() throws {
    let ended = try project.run("init", "--project", "new/links", "--ci", "none")
    #expect(ended.exit == 0)
    #expect(
      files.keys.sorted() == [
        "new/links/.gitignore", "new/links/linkctl.yaml",
        "new/links/links.d/example.yaml",
      ]
    )
    #expect(try project.run("validate", "--project", "new/links").exit == 0)
  }

  @Test func `Without comment marks the project file's environments are right too`() throws {
    _ = try project.run("init")
    let lines = StarterFile.project.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0 == "# environments:" })
    let more = lines[first...].map { $0.dropFirst(2) }.filter { !$0.hasPrefix("The ") }
    let text = "manifests: links.d\n" + more.joined(separator: "\n")
    try project.write(text, to: "linkctl.yaml")
    #expect(try project.run("validate").exit == 0)
    #expect(try project.run("plan", "--env", "dev").exit == 0)
    let verdict = try #require(SchemaValidator().validate(texts: [text], as: .project).first)
    #expect(verdict.isValid, "\(verdict.errors)")
  }

  @Test func `Without comment marks the example's link with secrets is right too`() throws {
    let marked = StarterFile.manifest.text.split(separator: "\n").filter { $0.hasPrefix("#   ") }
    let text = "database: example\nlinks:\n" + marked.map { $0.dropFirst(2) + "\n" }.joined()
    try project.write(text, to: "links.d/example.yaml")
    let ended = try project.run("validate", "--format", "json")
    #expect(ended.exit == 0)
    #expect(try JSONValue(reading: ended.text)["diagnostics"]?.items?.isEmpty == true)
  }

  @Test(arguments: [StarterFile.githubWorkflow, .gitlabPipeline])
  func `A pipeline is YAML, and gives secrets to no fork`(file: StarterFile) throws {
    let document = YAMLParser.parse(Array(file.text.utf8), file: file.path)
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
    #expect(!file.text.contains("pull_request_target"))
    let root = try #require(document.root)
    let jobs = root["jobs"] ?? root
    let texts = { (job: String) in jobs[job].map(Self.texts) ?? [] }
    #expect(texts("validate").contains { $0.hasPrefix("linkctl validate --report ") })
    #expect(texts("validate").contains("linkctl fmt --check --diff"))
    #expect(!texts("validate").contains { $0.contains("LINKCTL_ENV") })
    #expect(texts("preview").contains { $0.hasPrefix("linkctl plan --offline ") })
    #expect(texts("plan").contains { $0.contains("linkctl plan --out linkctl.plan ") })
    #expect(texts("plan").contains("linkctl.plan"))
    #expect(texts("apply").contains("linkctl apply linkctl.plan"))
    #expect(texts("drift").contains { $0.contains("linkctl snapshot --out snapshot.json") })
    #expect(
      texts("drift").contains { $0.contains("linkctl drift --detailed-exitcode") }
    )
    for job in ["validate", "preview"] {
      #expect(!texts(job).contains { $0.contains("secrets.") || $0.contains("environment") })
    }
    for job in ["preview", "plan", "apply", "drift"] {
      #expect(texts(job).contains { $0.contains("LINKCTL_ENV") })
    }
  }

  /// What the jobs run, one after the other, as two pipelines of one change.
  @Test func `What the pipelines run, runs`() throws {
    _ = try project.run("init")
    let run = { (line: String) in
      try project.linkctl(line.split(separator: " ").map(String.init)).run().exit
    }
    #expect(try run("validate") == 0)
    #expect(try run("fmt --check --diff") == 0)
    #expect(try run("snapshot --out snapshot.json") == 0)
    #expect(try run("plan --snapshot snapshot.json") == 0)
    #expect(try run("plan --out linkctl.plan --detailed-exitcode") == 2)
    #expect(try run("apply linkctl.plan") == 0)
    #expect(try run("snapshot --out snapshot.json") == 0)
    #expect(try run("drift --detailed-exitcode --baseline snapshot.json") == 0)
  }

  @Test func `The workflow may do nothing by itself, and uses pinned actions only`() throws {
    let text = StarterFile.githubWorkflow.text
    let document = YAMLParser.parse(Array(text.utf8), file: "w.yaml")
    #expect(document.root?["permissions"]?.entries?.isEmpty == true)
    let actions = text.split(separator: "\n").filter { $0.contains("uses:") }
    #expect(actions.count { $0.contains("actions/checkout@") } == 5)
    #expect(actions.allSatisfy { $0.contains(/@[0-9a-f]{40} #/) })
    let settings = text.split(separator: "\n").filter { $0.contains("persist-credentials: false") }
    #expect(settings.count == 5)
  }

  @Test func `Nothing on the way there asks for a project`() throws {
    let ended = try project.run("init", "--ci", "gitlab", "--quiet")
    #expect(ended.exit == 0)
    #expect(ended.messages.isEmpty)
    #expect(project.exists(".gitlab-ci.yml") && !project.exists(".github"))
  }

  /// Every text in a tree.
  private static func texts(in node: Node) -> [String] {
    switch node.content {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let items): items.flatMap(texts)
    case .mapping(let entries): entries.flatMap { [$0.key] + texts(in: $0.value) }
    }
  }
}
