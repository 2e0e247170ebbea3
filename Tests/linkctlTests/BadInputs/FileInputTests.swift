import Foundation
import Glibc
import Testing

@testable import LinkSandbox

/// What lies in the manifest folder and is no file, or lies elsewhere.
@Suite struct FileInputTests {
  private func project() throws -> TestProject {
    try TestProject(["links.d/a.yaml": BadInput.link(BadInput.lake("protect: true"))])
  }

  private func link(_ name: String, to target: String, in project: TestProject) throws {
    try FileManager.default.createSymbolicLink(
      atPath: project.path(name),
      withDestinationPath: target
    )
  }

  private func expectRefusal(in project: TestProject, _ wanted: String) throws {
    let ended = try project.linkctl("validate").limited().run()
    #expect(ended.exit == 65)
    #expect(ended.text.contains(wanted), "\(ended.text)")
  }

  @Test func `Y059: does not wait for a pipe`() throws {
    let project = try project()
    #expect(mkfifo(project.path("links.d/x.yml"), 0o600) == 0)
    try expectRefusal(in: project, "links.d/x.yml:1:1: error: not a regular file [not-a-file]")
  }

  @Test(arguments: ["/dev/zero", "/etc/passwd", "/nowhere", "x.yaml"])
  func `Y058: follows no link out of the folder`(target: String) throws {
    let project = try project()
    try link("links.d/x.yaml", to: target, in: project)
    try expectRefusal(in: project, "links.d/x.yaml:1:1: error: ")
  }

  @Test func `Y058: reads no device`() throws {
    let project = try project()
    let ended = try project.linkctl("plan", "--snapshot", "/dev/zero").limited().run()
    #expect(ended.exit == 65)
    #expect(ended.messageText.contains("/dev/zero: not a regular file"))
  }

  @Test func `Takes a folder for a folder, whatever its name`() throws {
    let project = try project()
    try project.write("links: [", to: "links.d/x.yaml/b.yaml")
    try expectRefusal(in: project, "links.d/x.yaml/b.yaml:2:1: error: a value is missing here")
  }

  @Test func `Refuses a manifest folder elsewhere`() throws {
    let project = try project()
    try link("outside", to: "/etc", in: project)
    try project.write("manifests: outside\n", to: "linkctl.yaml")
    try expectRefusal(in: project, "manifest folder outside: lies outside of the project")
  }

  @Test func `Says what it may not read`() throws {
    let project = try project()
    try #require(chmod(project.path("links.d/a.yaml"), 0) == 0)
    guard getuid() != 0 else { return }
    try expectRefusal(in: project, "links.d/a.yaml:1:1: error: ")
  }

  // MARK: Secrets in files

  private func secretFile(_ name: String = "secrets/key") -> String {
    BadInput.link("{ type: GCS, credentials: { access_id: me, secret_key: { file: \(name) } } }")
  }

  private func apply(_ project: TestProject) throws -> Ended {
    try project.linkctl("apply", "--auto-approve", "--quiet").limited().run()
  }

  @Test func `E020: follows no link out of the project`() throws {
    let project = try TestProject(["links.d/a.yaml": secretFile(), "secrets/other": ""])
    try link("secrets/key", to: "/etc/passwd", in: project)
    let ended = try apply(project)
    #expect(ended.exit == 6)
    #expect(ended.messageText.contains("has a symbolic link in its path that leads out"))
    #expect(!(ended.text + ended.messageText).contains("root:"))
  }

  @Test func `Takes a file of a folder that is allowed, and one line break off it`() throws {
    let outside = try TestProject(["key": "a secret of a file\n"])
    let manifest = secretFile("\(outside.folder)/key")
    let project = try TestProject(["links.d/a.yaml": manifest])
    #expect(try project.run("validate").exit == 3)
    try project.write("secrets: { roots: [\(outside.folder)] }\n", to: "linkctl.yaml")
    #expect(try project.run("validate").exit == 0)
    #expect(try apply(project).exit == 0)
    let sent = #"{"access_id":"me","secret_key":"a secret of a file"}"#
    let sandbox = try project.sandbox(".linkctl/sandbox.db", .readOnly)
    #expect(try sandbox.credentialsMatch(sent, database: "prod", name: "x"))
  }

  @Test func `Warns of a file that others may read`() throws {
    let project = try TestProject(["links.d/a.yaml": secretFile(), "secrets/key": "of a file"])
    try #require(chmod(project.path("secrets/key"), 0o644) == 0)
    let ended = try project.run("apply", "--auto-approve")
    #expect(ended.exit == 0)
    #expect(ended.messageText.contains("can be read by other users (chmod 600)"))
    try #require(chmod(project.path("secrets/key"), 0o600) == 0)
    #expect(try !project.run("apply", "--auto-approve").messageText.contains("chmod"))
  }

  @Test(arguments: ["links.d", "secrets"])
  func `Takes no folder for a secret`(name: String) throws {
    let project = try TestProject(["links.d/a.yaml": secretFile(name), "secrets/key": "x"])
    let ended = try apply(project)
    #expect(ended.exit == 6)
    #expect(ended.messageText.contains("secret file \(name) cannot be read: not a regular file"))
  }
}
