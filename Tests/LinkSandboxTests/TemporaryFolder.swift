import FoundationEssentials
import Glibc
import LinkCore
import LinkSandbox
import LinkSeal

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/linkctl-sandbox-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoFolder() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String {
    "\(path)/\(name)"
  }

  func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: file(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  private struct NoFolder: Error {}
}

/// The permission bits of a path.
func mode(of path: String) -> UInt32 {
  var status = stat()
  return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
}

extension Sandbox {
  convenience init(_ path: String, _ mode: Mode = .readWrite) throws(ServerError) {
    try self.init(path: path, mode: mode, digest: LinkSeal.Digest.sha256)
  }

  convenience init(_ path: String, dialect: Dialect) throws(ServerError) {
    try self.init(path: path, dialect: dialect, mode: .readWrite, digest: LinkSeal.Digest.sha256)
  }

  convenience init(empty dialect: Dialect) throws(ServerError) {
    try self.init(empty: dialect, digest: LinkSeal.Digest.sha256)
  }

  /// With these databases in it.
  convenience init(_ path: String, databases: String...) throws(ServerError) {
    try self.init(path)
    for database in databases { _ = try query("CREATE DATABASE IF NOT EXISTS `\(database)`") }
  }

  func links() throws(ServerError) -> [[String?]] {
    let sql = """
      SELECT DATABASE_NAME, LINK, TYPE, CONFIG, DESCRIPTION FROM information_schema.LINKS
      """
    return try query(sql).rows
  }
}
