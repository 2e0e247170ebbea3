import LinkCore
import LinkSandbox
import Testing

/// Files as a writer leaves them that was killed, or whose machine lost power, in mid commit: the
/// new pages in the file, the old ones in its journal.
@Suite struct SandboxRecoveryTests {
  private let folder: TemporaryFolder
  private let before: [UInt8]
  private let after: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    let sandbox = try Sandbox(folder.file("made"), databases: "d")
    _ = try sandbox.query("CREATE LINK d.old AS S3 CREDENTIALS '{}'")
    before = try folder.read("made")
    _ = try sandbox.query(
      "CREATE LINK d.new AS S3 CREDENTIALS '{}' DESCRIPTION '\(String(repeating: "d", count: 9000))'"
    )
    after = try folder.read("made")
  }

  @Test(arguments: [Sandbox.Mode.readOnly, .readWrite])
  func `An interrupted statement is undone by whoever opens the file`(mode: Sandbox.Mode) throws {
    try folder.write(after, to: "db")
    try folder.write(journal(of: before), to: "db-journal")
    #expect(try Sandbox(folder.file("db"), mode).links().map { $0[1] } == ["old"])
    #expect(try folder.read("db") == before)
    #expect(try folder.names == ["db", "made"])
  }

  @Test(arguments: [Sandbox.Mode.readOnly, .readWrite])
  func `An interrupted making of the file is undone, too`(mode: Sandbox.Mode) throws {
    try folder.write(Array(before.prefix(4096)), to: "db")
    try folder.write(journal(of: []), to: "db-journal")
    #expect(try Sandbox(folder.file("db"), mode).links() == [])
    #expect(try Sandbox(folder.file("db"), databases: "d").links() == [])
  }

  @Test func `Without its journal the statement was done`() throws {
    try folder.write(after, to: "db")
    #expect(try Sandbox(folder.file("db"), .readOnly).links().map { $0[1] } == ["new", "old"])
  }

  /// A rollback journal that has every page of a file, as SQLite's file format lays it down.
  private func journal(of file: [UInt8]) -> [UInt8] {
    let nonce: UInt32 = 0x1234_5678
    let pages = stride(from: 0, to: file.count, by: 4096).map { Array(file[$0..<($0 + 4096)]) }
    var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    for number in [UInt32(pages.count), nonce, UInt32(pages.count), 512, 4096] {
      journal += bigEndian(number)
    }
    journal += [UInt8](repeating: 0, count: 512 - journal.count)
    for (index, page) in pages.enumerated() {
      let sum = stride(from: 4096 - 200, to: 0, by: -200).reduce(nonce) { $0 &+ UInt32(page[$1]) }
      journal += bigEndian(UInt32(index) + 1) + page + bigEndian(sum)
    }
    return journal
  }

  private func bigEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
}
