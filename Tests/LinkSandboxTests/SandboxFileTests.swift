import Glibc
import LinkCore
import LinkSandbox
import Testing

@Suite struct SandboxFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The bytes of a sandbox that holds one link.
  private func sandboxBytes() throws -> [UInt8] {
    let made = try TemporaryFolder()
    do {
      let sandbox = try Sandbox(made.file("db"), databases: "d")
      _ = try sandbox.query("CREATE LINK d.x AS S3 CREDENTIALS '{}'")
    }
    return try made.read("db")
  }

  @Test func `A new file is its owner's alone, and leaves no other behind`() throws {
    let mask = umask(0)
    defer { umask(mask) }
    #expect(!Sandbox.exists(at: folder.file("db")))
    let sandbox = try Sandbox(folder.file("db"), databases: "d")
    #expect(Sandbox.exists(at: folder.file("db")))
    _ = try sandbox.query("CREATE LINK d.x AS S3 CREDENTIALS '{}'")
    #expect(mode(of: folder.file("db")) == 0o600)
    #expect(try folder.names == ["db"])
  }

  @Test func `What was written is there for the next`() throws {
    do {
      let sandbox = try Sandbox(folder.file("db"), databases: "d")
      _ = try sandbox.query("CREATE LINK d.x AS S3 CREDENTIALS '{}'")
    }
    let again = try Sandbox(folder.file("db"), .readOnly)
    #expect(try again.links() == [["d", "x", "S3", nil, nil]])
    #expect(try Sandbox(folder.file("db")).links().count == 1)
  }

  @Test func `Reading makes no file`() throws {
    let error = #expect(throws: ServerError.self) { try Sandbox(folder.file("db"), .readOnly) }
    #expect(error?.message.hasSuffix("there is no such file") == true)
    #expect(try folder.names == [])
  }

  @Test(arguments: [
    "CREATE DATABASE e", "CREATE LINK d.y AS S3 CREDENTIALS '{}'", "DROP LINK d.x",
    "CREATE OR REPLACE LINK d.x AS S3 CREDENTIALS '{\"a\":1}'",
    "CREATE LINK IF NOT EXISTS d.x AS S3 CREDENTIALS '{}'",
  ])
  func `What is open for reading cannot be written`(sql: String) throws {
    let bytes = try sandboxBytes()
    try folder.write(bytes, to: "db")
    let sandbox = try Sandbox(folder.file("db"), .readOnly)
    let error = #expect(throws: ServerError.self) { try sandbox.query(sql) }
    #expect(error?.code == 1290)
    #expect(try folder.read("db") == bytes)
    #expect(try folder.names == ["db"])
  }

  @Test func `Reads in a folder, and a file, that cannot be written`() throws {
    try folder.write(try sandboxBytes(), to: "db")
    chmod(folder.file("db"), 0o400)
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(try Sandbox(folder.file("db"), .readOnly).links().count == 1)
  }

  @Test func `An empty file is an empty catalog, and becomes a sandbox`() throws {
    try folder.write([], to: "db")
    chmod(folder.file("db"), 0o644)
    #expect(try Sandbox(folder.file("db"), .readOnly).links() == [])
    #expect(try folder.read("db") == [])
    let sandbox = try Sandbox(folder.file("db"), databases: "d")
    _ = try sandbox.query("CREATE LINK d.x AS S3 CREDENTIALS '{}'")
    #expect(mode(of: folder.file("db")) == 0o600)
  }

  @Test(arguments: ["plain", "odd % name?mode=memory#é", "file:x", ":memory:"])
  func `A path is a path, whatever is in it`(name: String) throws {
    do { _ = try Sandbox(folder.file(name), databases: "d") }
    #expect(try folder.names == [name])
    #expect(try Sandbox(folder.file(name), .readOnly).links() == [])
  }

  static let foreign: [(String, [UInt8], String)] = [
    ("text", Array("links:\n  a: b\n".utf8), "it is not a sandbox"),
    ("one byte", [0x53], "it is not a sandbox"),
    ("long text", [UInt8](repeating: 0x61, count: 10_000), "it is not a sandbox"),
    ("zeros", [UInt8](repeating: 0, count: 8192), "it is not a sandbox"),
  ]

  @Test(arguments: foreign)
  func `Refuses what is no SQLite file`(id: String, bytes: [UInt8], problem: String) throws {
    try folder.write(bytes, to: "db")
    try expectRefusal(problem)
    #expect(try folder.read("db") == bytes, "\(id)")
  }

  @Test func `Refuses another application's SQLite file`() throws {
    var bytes = try sandboxBytes()
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try folder.write(bytes, to: "db")
    try expectRefusal("it belongs to another application")
    #expect(try folder.read("db") == bytes)
  }

  @Test func `J013 F025 Refuses a sandbox of a newer format`() throws {
    var bytes = try sandboxBytes()
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try folder.write(bytes, to: "db")
    try expectRefusal("made by a newer linkctl (format 99; this one reads 2)")
    #expect(try folder.read("db") == bytes)
  }

  @Test func `F018 Refuses a symbolic link, to whatever it leads`() throws {
    try folder.write(try sandboxBytes(), to: "real")
    symlink("real", folder.file("db"))
    try expectRefusal("it is a symbolic link")
    unlink(folder.file("db"))
    symlink("nowhere", folder.file("db"))
    try expectRefusal("it is a symbolic link")
    #expect(try folder.names == ["db", "real"])
  }

  @Test func `A folder on the way may be a symbolic link`() throws {
    mkdir(folder.file("real"), 0o700)
    symlink("real", folder.file("linked"))
    do { _ = try Sandbox(folder.file("linked/db"), databases: "d") }
    #expect(Sandbox.exists(at: folder.file("real/db")))
  }

  @Test func `Refuses folders and pipes`() throws {
    mkdir(folder.file("db"), 0o700)
    try expectRefusal("it is a folder")
    rmdir(folder.file("db"))
    mkfifo(folder.file("db"), 0o600)
    try expectRefusal("it is not a regular file")
  }

  @Test(arguments: ["missing/db", "", ".", "a/..", "x/"])
  func `Refuses paths that cannot be a file's`(name: String) throws {
    let path = name.isEmpty ? name : folder.file(name)
    #expect(throws: ServerError.self) { try Sandbox(path) }
    #expect(try folder.names == [])
  }

  @Test func `F018 A link planted in place of the journal is not followed`() throws {
    try folder.write(try sandboxBytes(), to: "db")
    try folder.write(Array("victim".utf8), to: "victim")
    symlink("victim", folder.file("db-journal"))
    let sandbox = try? Sandbox(folder.file("db"))
    _ = try? sandbox?.query("CREATE DATABASE e")
    #expect(try folder.read("victim") == Array("victim".utf8))
  }

  private func expectRefusal(_ problem: String) throws {
    for mode in [Sandbox.Mode.readOnly, .readWrite] {
      let error = #expect(throws: ServerError.self) { try Sandbox(folder.file("db"), mode) }
      #expect(error?.message == "cannot open the sandbox \(folder.file("db")): \(problem)")
      #expect(error?.outcome == .notApplied)
    }
  }
}
