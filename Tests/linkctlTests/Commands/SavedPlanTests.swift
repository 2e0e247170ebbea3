import Foundation
import Glibc
import LinkCore
import Testing

/// Plans that are saved in files, and what is refused of files.
@Suite struct SavedPlanTests {
  private static let files = ["links.d/a.yaml": ExitCodeTests.manifest]

  private func project() throws -> TestProject { try TestProject(Self.files) }

  @Test func `Saves the document that stdout gets, for its owner alone, and says how to go on`()
    throws
  {
    let project = try project()
    let json = try project.run("plan", "--quiet", "--format", "json")
    let saved = try project.run("plan", "--out", "my release.plan")
    #expect(saved.exit == 0)
    #expect(try project.bytes(of: "my release.plan") == json.output)
    #expect(saved.text == (try project.run("plan", "--quiet").text))
    #expect(
      saved.messageText.hasSuffix(
        "saved the plan in my release.plan; carry it out with: linkctl apply 'my release.plan'\n"
      )
    )
    var status = stat()
    #expect(stat(project.path("my release.plan"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `Replaces an earlier plan, and leaves nothing else behind`() throws {
    let project = try project()
    try project.write("old", to: "a.plan")
    #expect(try project.run("plan", "--out", "a.plan").exit == 0)
    #expect(try project.run("show", "a.plan").exit == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.folder).sorted() == [
        "a.plan", "links.d",
      ]
    )
  }

  static let unwritable = [
    ("links.d", "links.d: not a regular file"), ("link", "link: a symbolic link"),
    ("none/a.plan", "none: no such file or folder"),
    ("links.d/a.yaml/a.plan", "not a folder"), ("/dev/full", "/dev/full: not a regular file"),
    ("/sys/a.plan", "/sys/a.plan: Permission denied"), ("", "no such file or folder"),
  ]

  @Test(arguments: unwritable)
  func `Says why a plan cannot be saved, and changes nothing`(path: String, words: String) throws {
    let project = try project()
    try project.write("untouched", to: "victim")
    symlink("victim", project.path("link"))
    let before = TestProject.files(below: project.folder)
    for format in ["text", "json", "sql"] {
      let ended = try project.run("plan", "--out", path, "--format", format)
      #expect(ended.exit == 1)
      #expect(ended.messageText.contains(words), "\(ended.messageText)")
      #expect(format == "json" ? ended.text.contains(words) : ended.output.isEmpty)
    }
    #expect(try project.bytes(of: "victim") == Array("untouched".utf8))
    #expect(TestProject.files(below: project.folder) == before)
  }

  @Test func `Leaves the old plan whole where a new one does not fit`() throws {
    let project = try project()
    try project.write("old", to: "a.plan")
    var call = project.linkctl([
      "sh", "-c", #"ulimit -f 1; exec "$0" plan --out a.plan"#, Invocation.linkctl,
    ])
    call.executable = "/usr/bin/env"
    let ended = try call.run()
    #expect(ended.exit == 1)
    #expect(ended.messageText.contains("a.plan: File too large"))
    #expect(try project.bytes(of: "a.plan") == Array("old".utf8))
    #expect(TestProject.files(below: project.folder).count == 2)
  }

  // MARK: Showing

  @Test func `Shows a plan from a file or from stdin, and touches nothing else`() throws {
    let project = try project()
    #expect(try project.run("plan", "--out", "a.plan").exit == 0)
    let elsewhere = try TestProject([
      "a.plan": String(decoding: project.bytes(of: "a.plan"), as: UTF8.self)
    ])
    for format in ["text", "json", "sql"] {
      let planned = try project.run("plan", "--quiet", "--format", format)
      let shown = try elsewhere.run("show", "a.plan", "--format", format)
      #expect(shown.exit == 0 && shown.messages.isEmpty)
      #expect(shown.output == planned.output, "\(format)")
      let piped = try elsewhere.linkctl("show", "-", "--format", format)
        .with { $0.input = .file(elsewhere.path("a.plan")) }.run()
      #expect(piped.output == planned.output, "\(format)")
    }
    #expect(TestProject.files(below: elsewhere.folder) == [elsewhere.path("a.plan")])
  }

  static let unreadable: [(String, String, String)] = [
    ("is a folder", "links.d", "links.d: not a regular file"),
    ("is missing", "none.plan", "none.plan: no such file or folder"),
    ("is a manifest", "links.d/a.yaml", "not JSON"),
    ("is altered", "altered.plan", "was altered after it was written"),
    ("is newer", "newer.plan", "made by a newer linkctl (format 2.0; this one reads 1)"),
    ("is cut short", "cut.plan", "not JSON"),
    ("is a snapshot", "s.json", "kind is 'linkctl.snapshot'"),
    ("is a device", "/dev/zero", "/dev/zero: not a regular file"),
  ]

  @Test(arguments: unreadable)
  func `Says why a file is no plan`(name: String, path: String, words: String) throws {
    let project = try project()
    #expect(try project.run("plan", "--out", "a.plan").exit == 0)
    #expect(try project.run("snapshot", "--out", "s.json").exit == 0)
    let text = String(decoding: try project.bytes(of: "a.plan"), as: UTF8.self)
    try project.write(text.replacing("prod.lake", with: "prod.like"), to: "altered.plan")
    try project.write(text.replacing(#""1.0""#, with: #""2.0""#), to: "newer.plan")
    try project.write(String(text.prefix(text.count / 2)), to: "cut.plan")
    let ended = try project.run("show", path)
    #expect(ended.exit == 65 && ended.output.isEmpty)
    #expect(ended.messageText.contains(words), "\(ended.messageText)")
    let json = try project.run("show", path, "--format", "json")
    #expect(json.exit == 65)
    let document = try JSONValue(reading: json.output)
    #expect(document["kind"]?.text == "linkctl.plan")
    #expect(document["error"]?["code"]?.text == "bad_input")
  }
}
