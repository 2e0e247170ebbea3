import Glibc
import Testing

@testable import linkctl

struct FolderListingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.makeFolder("links.d")
  }

  private func listing() throws -> (paths: [String], problems: [String]) {
    let listing = try FolderListing(folder["links.d"])
    let beginning = folder["links.d"].count + 1
    return (listing.paths, listing.problems.map { String($0.description.dropFirst(beginning)) })
  }

  @Test func findsManifestsInByteOrder() throws {
    for name in ["b.yaml", "a/z.yml", "a.yaml", "a-b.yaml", "Z.yml", "a/b/c.yaml", "é.yaml"] {
      try folder.write("links.d/" + name)
    }
    let found = try listing()
    #expect(
      found.paths == ["Z.yml", "a-b.yaml", "a.yaml", "a/b/c.yaml", "a/z.yml", "b.yaml", "é.yaml"]
    )
    #expect(found.problems == [])
  }

  @Test func skipsWhatIsHiddenAndWhatIsNoManifest() throws {
    for name in [
      ".a.yaml", "_b.yaml", ".git/c.yaml", "_off/d.yaml", "e.json", "f.yaml.bak", "yaml",
    ] {
      try folder.write("links.d/" + name)
    }
    let found = try listing()
    #expect(found.paths == [])
    #expect(found.problems == [])
  }

  @Test func opensNoFIFOAndNoDevice_Y059() throws {
    folder.makeFIFO("links.d/x.yml")
    folder.makeFIFO("links.d/ignored")
    try folder.write("links.d/a.yml")
    let found = try listing()
    #expect(found.paths == ["a.yml"])
    #expect(found.problems == ["x.yml: not a regular file"])
  }

  @Test func followsLinksToFilesThatStayInside() throws {
    try folder.write("links.d/..data/a.yaml")
    folder.link("links.d/a.yaml", to: "..data/a.yaml")
    let found = try listing()
    #expect(found.paths == ["a.yaml"])
    #expect(found.problems == [])
  }

  @Test func refusesLinksThatLeadOutOrToFolders() throws {
    try folder.write("secret/out.yaml")
    try folder.write("links.d/sub/a.yaml")
    folder.link("links.d/b.yaml", to: "../secret/out.yaml")
    folder.link("links.d/c", to: "../secret")
    folder.link("links.d/d", to: "sub")
    folder.link("links.d/e.yaml", to: "nowhere")
    folder.link("links.d/up", to: ".")
    folder.link("links.d/f.txt", to: "../secret/out.yaml")
    let found = try listing()
    #expect(found.paths == ["sub/a.yaml"])
    #expect(
      found.problems == [
        "b.yaml: a symbolic link that leads out of its folder",
        "c: a symbolic link that leads out of its folder",
        "d: a symbolic link, which is not followed here",
        "e.yaml: no such file or folder",
        "up: a symbolic link that leads out of its folder",
      ]
    )
  }

  @Test func mayItselfBeBehindALink() throws {
    try folder.write("links.d/a.yaml")
    folder.link("link", to: "links.d")
    #expect(try FolderListing(folder["link"]).paths == ["a.yaml"])
  }

  @Test func namesTheFolderOfANameThatIsNoText() throws {
    let path = Array((folder["links.d"] + "/").utf8) + [0xFF] + Array(".yaml".utf8) + [0]
    close(open(path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600))
    let problems = try FolderListing(folder["links.d"]).problems
    #expect(problems == [FileError(folder["links.d"], .nameNotUTF8)])
  }

  @Test func isNothingWithoutAFolder() throws {
    try folder.write("file")
    #expect(throws: FileError(folder["none"], .missing)) { try FolderListing(folder["none"]) }
    #expect(throws: FileError(folder["file"], .notAFolder)) { try FolderListing(folder["file"]) }
  }
}
