import Glibc
import Testing

@testable import linkctl

struct FilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func reason(_ body: () throws -> Void) -> FileError.Reason? {
    do {
      try body()
      return nil
    } catch {
      return (error as? FileError)?.reason
    }
  }

  @Test func readsUpToTheLimit_Y041() throws {
    let path = try folder.write("a", "12345")
    #expect(try Files.read(path, limit: 5) == Array("12345".utf8))
    #expect(reason { _ = try Files.read(path, limit: 4) } == .tooLarge(limit: 4))
    #expect(try Files.read(folder.write("empty"), limit: 0) == [])
  }

  @Test func readsLargeFilesWhole() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try Files.read(folder.write("big", bytes), limit: 1 << 20) == bytes)
  }

  @Test func readsRegularFilesOnly_Y058_Y059() throws {
    folder.makeFIFO("fifo")
    folder.makeFolder("sub")
    for path in [folder["fifo"], folder["sub"], "/dev/zero", "/dev/null"] {
      #expect(reason { _ = try Files.read(path, limit: 10) } == .notARegularFile, "\(path)")
    }
    #expect(reason { _ = try Files.read(folder["none"], limit: 10) } == .missing)
  }

  @Test func stopsAtTheLimitWhereTheSizeIsNotKnown() {
    #expect(reason { _ = try Files.read("/proc/meminfo", limit: 100) } == .tooLarge(limit: 100))
  }

  @Test func followsLinksOnlyWhereAsked() throws {
    try folder.write("a", "text")
    folder.link("link", to: "a")
    #expect(try Files.read(folder["link"], limit: 10) == Array("text".utf8))
    let refused = reason { _ = try Files.read(folder["link"], limit: 10, followingLinks: false) }
    #expect(refused == .symbolicLink)
  }

  @Test func replacesWholeFiles() throws {
    try folder.write("a", "old", mode: 0o644)
    try Files.writeAtomically(folder["a"], Array("new".utf8))
    #expect(try folder.text("a") == "new")
    #expect(folder.mode("a") == 0o600)
    #expect(folder.names == ["a"])
  }

  @Test func keepsAFilesModeWhereAsked() throws {
    try folder.write("a", "old", mode: 0o640)
    try Files.writeAtomically(folder["a"], Array("new".utf8), keepingMode: true)
    try Files.writeAtomically(folder["b"], Array("new".utf8), keepingMode: true)
    #expect(folder.mode("a") == 0o640)
    #expect(folder.mode("b") == 0o600)
  }

  @Test func writesThroughNoLinkAndOverNothingElse_F018() throws {
    try folder.write("victim", "untouched")
    folder.link("link", to: "victim")
    folder.makeFIFO("fifo")
    folder.makeFolder("sub")
    let wrong = [
      ("link", FileError.Reason.symbolicLink), ("fifo", .notARegularFile),
      ("sub", .notARegularFile), ("none/a", .missing), ("victim/a", .notAFolder),
    ]
    for (name, expected) in wrong {
      #expect(reason { try Files.writeAtomically(folder[name], [1]) } == expected, "\(name)")
    }
    #expect(try folder.text("victim") == "untouched")
    #expect(folder.names == ["fifo", "link", "sub", "victim"])
  }

  @Test func leavesNothingBehindWhereItFails_F015() throws {
    try folder.write("a", "old")
    let name = String(repeating: "n", count: 256)
    let refused = reason { try Files.writeAtomically(folder[name], [1]) }
    #expect(refused == .system(SystemError(code: ENAMETOOLONG)))
    #expect(folder.names == ["a"])
  }

  @Test func removesItsTemporaryFileWhereTheNameCannotBe() {
    #expect(reason { try Files.writeAtomically("", [1]) } == .missing)
    #expect(!TemporaryFolder.names(in: ".").contains { $0.hasPrefix(".linkctl-") })
  }

  @Test func createsOnlyWhatIsNotThere() throws {
    try Files.createExclusively(folder["a"], Array("first".utf8))
    #expect(reason { try Files.createExclusively(folder["a"], []) } == .alreadyExists)
    folder.link("link", to: "nowhere")
    #expect(reason { try Files.createExclusively(folder["link"], []) } == .alreadyExists)
    #expect(try folder.text("a") == "first")
    #expect(folder.mode("a") == 0o600)
    #expect(folder.names == ["a", "link"])
  }

  @Test func makesFolders() throws {
    try Files.makeFolder(folder["a/b//c/"])
    try Files.makeFolder(folder["a/b/c"])
    #expect(Files.isFolder(folder["a/b/c"]))
    #expect(folder.mode("a") == 0o700)
    try folder.write("file")
    #expect(reason { try Files.makeFolder(folder["file"]) } == .notAFolder)
    #expect(reason { try Files.makeFolder(folder["file/sub"]) } == .notAFolder)
  }

  @Test func joinsPaths() {
    #expect(Files.join("a", "b") == "a/b")
    #expect(Files.join("a/", "b") == "a/b")
    #expect(Files.join("", "b") == "b")
    #expect(Files.join("a", "/b") == "/b")
    #expect(Files.lies("/a/b", below: "/a"))
    #expect(Files.lies("/a", below: "/"))
    #expect(!Files.lies("/ab", below: "/a"))
    #expect(!Files.lies("/a", below: "/a"))
  }

  @Test(arguments: [
    (FileError("a\u{1B}.yml", .missing), "a\\u{1B}.yml: no such file or folder"),
    (FileError("a", .tooLarge(limit: 1 << 20)), "a: larger than 1 MiB"),
    (FileError("a", .tooLarge(limit: 65_536)), "a: larger than 64 KiB"),
    (FileError("a", .tooLarge(limit: 10)), "a: larger than 10 bytes"),
    (FileError("a", .notARegularFile), "a: not a regular file"),
    (FileError("a", .system(SystemError(code: EACCES))), "a: Permission denied"),
  ])
  func saysWhatIsWrong(error: FileError, text: String) {
    #expect(error.description == text)
  }
}
